// Tables for spreadsheets, as comma-separated lines.

type Cell = string | number | null

/** Before the first line, so that spreadsheets read the file as UTF-8. */
export const byteOrderMark = '\uFEFF'

/** A cell that begins like a formula would be run by a spreadsheet: an apostrophe makes it text. */
function cell(value: Cell): string {
  const text = String(value ?? '')
  const harmless = /^[=+\-@\t\r\n]/u.test(text) ? `'${text}` : text
  return /[",\r\n]/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** One line of a table. */
export const csvRow = (cells: readonly Cell[]): string => `${cells.map(cell).join(',')}\r\n`
