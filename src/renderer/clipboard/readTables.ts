// Tables as their programs write them, row by row and cell by cell.
import type { NoteReader, Surroundings } from './noteReader.ts'
import { NoteWriter } from './noteWriter.ts'
import { attributeOf, findInside, hasAttribute, holdsWords, nameOf, type PastedNode } from './pastedNode.ts'
import { readDeclarations, type Declarations } from './styleSheet.ts'
import { rowsAsBlocks, type ReadCell, type ReadRow } from './tableRows.ts'

const tableRoles = new Set(['table', 'grid', 'treegrid'])

/** Whether an element is a table by its name, its role or its style, or a row that came without one. */
export function isTable(node: PastedNode, style: Declarations): boolean {
  const name = nameOf(node)
  if (name === 'TABLE' || name === 'TR' || tableRoles.has(attributeOf(node, 'role'))) return true
  return /^(?:inline-)?table$|^table-row$/.test(style.get('display')?.toLowerCase() ?? '')
}

export function readTable(reader: NoteReader, table: PastedNode, around: Surroundings, out: NoteWriter): void {
  out.endLine({ isQuoted: around.isQuoted })
  const rows: ReadRow[] = []
  const found = isRow(reader, table, around) ? [{ row: table, within: around }] : rowsOf(reader, table, around, out)
  for (const { row, within } of found) rows.push(readRow(reader, row, within))
  const isLayout =
    /^(?:presentation|none)$/.test(attributeOf(table, 'role')) ||
    rows.every((row) => row.length <= 1) ||
    (findInside(table, (one) => nameOf(one) === 'TABLE') !== null &&
      rows.every((row) => row.filter(({ blocks }) => blocks.length > 0).length <= 1))
  if (isLayout) out.add(rows.flat().flatMap(({ blocks }) => blocks))
  else {
    const { blocks, hasHiddenWords } = rowsAsBlocks(rows, hiddenColumns(table))
    if (hasHiddenWords) reader.leftOut.add('hidden')
    out.add(blocks)
  }
}

interface FoundRow {
  readonly row: PastedNode
  readonly within: Surroundings
}

function isRow(reader: NoteReader, node: PastedNode, around: Surroundings): boolean {
  if (nameOf(node) === 'TR' || attributeOf(node, 'role') === 'row') return true
  return reader.styleOf(node, around).style.get('display')?.toLowerCase() === 'table-row'
}

/** The rows of a table, also within its parts. What stands in it outside a row, its caption, goes in front. */
function rowsOf(reader: NoteReader, parent: PastedNode, around: Surroundings, out: NoteWriter): readonly FoundRow[] {
  return [...parent.childNodes].flatMap((node): readonly FoundRow[] => {
    if (nameOf(node).startsWith('#')) {
      reader.read(node, around, out)
      return []
    }
    const { place, style, look } = reader.styleOf(node, around)
    if (reader.isLeftOut(node, place, style)) return []
    const within = { ...around, place, look }
    if (isRow(reader, node, around)) return [{ row: node, within }]
    if (holdsRow(reader, node, within)) return rowsOf(reader, node, within, out)
    reader.read(node, around, out)
    return []
  })
}

const holdsRow = (reader: NoteReader, node: PastedNode, around: Surroundings) =>
  nameOf(node) !== 'CAPTION' && findInside(node, (one) => isRow(reader, one, around)) !== null

function readRow(reader: NoteReader, row: PastedNode, around: Surroundings): ReadRow {
  const cells: ReadCell[] = []
  for (const node of row.childNodes) {
    if (nameOf(node).startsWith('#') && !holdsWords(node)) continue
    if (nameOf(node) === '#COMMENT') continue
    const columns = span(node, 'colspan') || span(node, 'aria-colspan') || 1
    const inside = new NoteWriter()
    if (/^T[DH]$/.test(nameOf(node))) {
      const { place, style, look } = reader.styleOf(node, around)
      // Its place is kept whether it is visible or not.
      if (!reader.isLeftOut(node, place, style))
        reader.readChildren(node, { ...around, place, look, isItem: false }, inside)
    } else reader.read(node, { ...around, isItem: false }, inside)
    cells.push({ blocks: inside.finish(), columns, rows: span(node, 'rowspan') || span(node, 'aria-rowspan') || 1 })
  }
  return cells
}

const span = (node: PastedNode, name: string): number => {
  const number = Number.parseInt(attributeOf(node, name), 10)
  return number > 0 ? Math.min(number, 1000) : 0
}

/** The columns that a sheet did not show. */
function hiddenColumns(table: PastedNode): ReadonlySet<number> {
  const hidden = new Set<number>()
  let column = 0
  const look = (parent: PastedNode) => {
    for (const node of parent.childNodes) {
      if (nameOf(node) === 'COLGROUP') look(node)
      if (nameOf(node) !== 'COL') continue
      const count = span(node, 'span') || 1
      const isHidden =
        hasAttribute(node, 'hidden') || readDeclarations(attributeOf(node, 'style')).get('display') === 'none'
      for (let at = 0; at < count; at += 1) if (isHidden) hidden.add(column + at)
      column += count
    }
  }
  look(table)
  return hidden
}
