// Rows of a sheet that come as plain text, their cells parted by tabs: an empty cell keeps its place, as in a table.
import { emptyCell } from './tableRows.ts'

const isFilled = (cell: string) => cell.trim() !== ''

/**
 * The lines, with ` | ` and `(empty)` in those that are rows of a sheet with an empty cell. Tabs that indent a line, and
 * those between words where no cell is empty, stay as they are.
 */
export function keepEmptyCells(lines: readonly string[]): readonly string[] {
  const kept: string[] = []
  for (let at = 0; at < lines.length;) {
    const rows = [cellsOf(lines[at])]
    // Rows of one sheet have as many cells.
    while (cellsOf(lines[at + rows.length]).length === rows[0]?.length) rows.push(cellsOf(lines[at + rows.length]))
    kept.push(...(isSheet(rows) ? asRows(rows) : lines.slice(at, at + rows.length)))
    at += rows.length
  }
  return kept
}

const cellsOf = (line: string | undefined): readonly string[] => line?.split('\t') ?? []

function isSheet(rows: readonly (readonly string[])[]): boolean {
  const [first = []] = rows
  if (first.length < 2) return false
  if (rows.length === 1) {
    const [from, to] = [first.findIndex(isFilled), first.findLastIndex(isFilled)]
    return from >= 0 && first.slice(from, to).some((cell) => !isFilled(cell))
  }
  const hasGap = rows.some((cells) => cells.some((cell) => !isFilled(cell)))
  const isIndented = rows.every((cells) => cells.slice(0, -1).every((cell) => !isFilled(cell)))
  return hasGap && !isIndented
}

function asRows(rows: readonly (readonly string[])[]): readonly string[] {
  const filled = rows.filter((cells) => cells.some(isFilled))
  // Columns at the end that nobody has filled in are none.
  const width = Math.max(...filled.map((cells) => cells.findLastIndex(isFilled))) + 1
  return filled.map((cells) =>
    cells
      .slice(0, width)
      .map((cell) => (isFilled(cell) ? cell.trim() : emptyCell))
      .join(' | '),
  )
}
