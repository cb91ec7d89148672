// Tables for spreadsheets, as comma-separated lines.

type Cell = string | number | null

/** Before the first line, so that spreadsheets read the file as UTF-8. */
export const byteOrderMark = '\uFEFF'

/** What a spreadsheet takes for a formula, after what it drops before one. Full-width signs count where they are typed. */
const sign = `[\\s\\p{Cf}"']*[=+\\-@＝＋－＠]`
const atBeginning = new RegExp(`^(?=${sign}|[\\t\\r\\n])`, 'u')
/** Behind what another country's spreadsheet takes for the end of a cell. */
const within = new RegExp(`[;|\\t\\r\\n](?=${sign})`, 'gu')

/** A cell that begins like a formula would be run by a spreadsheet: an apostrophe makes it text. */
function cell(value: Cell): string {
  const text = String(value ?? '')
  const harmless = text.replace(within, "$&'").replace(atBeginning, "'")
  return /[",;\t\r\n]/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** One line of a table. */
export const csvRow = (cells: readonly Cell[]): string => `${cells.map(cell).join(',')}\r\n`
