// Tables as lines: a row is a paragraph, and each of its cells keeps its place, an empty one too.
import type { Block, Inline } from '#shared/domain/note/document.ts'
import { paragraph } from './listMarkers.ts'

export interface ReadCell {
  readonly blocks: readonly Block[]
  readonly columns: number
  readonly rows: number
}
export type ReadRow = readonly ReadCell[]

/** One place in the grid: a cell's words, or what stands for a cell that reaches over from the left or from above. */
type Square = readonly Inline[] | 'left' | 'above' | null

export const emptyCell = '(empty)'
const signs = { left: '(as left)', above: '(as above)', empty: emptyCell } as const

const mostColumns = 1000

const isWord = (square: Square | undefined) => Array.isArray(square) && square.length > 0

/**
 * The rows as paragraphs. Rows without a word are left out, and columns at the end in which none of several rows has one.
 * @param hidden the columns that were not shown, from 0
 */
export function rowsAsBlocks(
  rows: readonly ReadRow[],
  hidden: ReadonlySet<number>,
): { blocks: readonly Block[]; hasHiddenWords: boolean } {
  const whole = gridOf(rows)
  const grid = whole.map((row) => row.filter((_, at) => !hidden.has(at)))
  const hasHiddenWords = whole.some((row) => row.some((square, at) => hidden.has(at) && isWord(square)))
  const filled = grid.filter((row) => row.some(isWord))
  const last = (row: readonly Square[]) =>
    row.findLastIndex((square) => isWord(square) || square === 'left' || square === 'above')
  const longest = Math.max(0, ...grid.map((row) => row.length))
  const columns = filled.length > 1 ? Math.max(...filled.map(last)) + 1 : longest
  const blocks = filled.map((row) => paragraph(rowInlines(Array.from({ length: columns }, (_, at) => row[at] ?? null))))
  return { blocks, hasHiddenWords }
}

function gridOf(rows: readonly ReadRow[]): readonly (readonly Square[])[] {
  const grid: Square[][] = rows.map(() => [])
  rows.forEach((row, y) => {
    let x = 0
    for (const { blocks, columns, rows: height } of row) {
      while (grid[y]?.[x] !== undefined) x += 1
      const width = Math.min(columns, mostColumns)
      const words = inlinesOf(blocks)
      for (let down = 0; down < height && y + down < grid.length; down += 1) {
        for (let right = 0; right < width; right += 1) {
          const line = grid[y + down]
          if (line) line[x + right] = down > 0 ? aboveOf(words, right) : right > 0 ? leftOf(words) : words
        }
      }
      x += width
    }
  })
  // Places without a cell in the source are empty.
  return grid.map((row) => Array.from(row, (square) => square ?? null))
}

/** An empty cell is empty wherever it reaches. */
const leftOf = (words: readonly Inline[]): Square => (words.length === 0 ? null : 'left')
const aboveOf = (words: readonly Inline[], right: number): Square =>
  words.length === 0 ? null : right > 0 ? 'left' : 'above'

const word = (text: string): Inline => ({ type: 'text', text })

const rowInlines = (squares: readonly Square[]): Inline[] =>
  joined(
    squares.map((square) => {
      if (square === 'left' || square === 'above') return [word(signs[square])]
      return square && square.length > 0 ? square : [word(signs.empty)]
    }),
    ' | ',
  )

/** A cell's paragraphs and lists on one line. */
export const inlinesOf = (blocks: readonly Block[]): Inline[] => joined(blocks.flatMap(linesOf), '; ')

function linesOf(block: Block): readonly (readonly Inline[])[] {
  if (block.type === 'paragraph' || block.type === 'heading') return brokenAt(block.content ?? [])
  const start = block.type === 'orderedList' ? (block.attrs?.start ?? 1) : null
  return block.content.flatMap((item, at) => {
    const [first = [], ...others] = item.content.flatMap(linesOf)
    return [start === null ? first : [word(`${start + at}. `), ...first], ...others]
  })
}

function brokenAt(inlines: readonly Inline[]): readonly (readonly Inline[])[] {
  const lines: Inline[][] = [[]]
  for (const inline of inlines) {
    if (inline.type === 'hardBreak') lines.push([])
    else lines.at(-1)?.push(inline)
  }
  return lines.filter((line) => line.length > 0)
}

const joined = (parts: readonly (readonly Inline[])[], between: string): Inline[] =>
  parts.flatMap((part, at) => (at === 0 ? part : [word(between), ...part])).reduce<Inline[]>(withJoinedText, [])

function withJoinedText(inlines: Inline[], next: Inline): Inline[] {
  const last = inlines.at(-1)
  const isPlain = last?.type === 'text' && next.type === 'text' && !last.marks && !next.marks
  if (isPlain) inlines[inlines.length - 1] = { ...last, text: last.text + next.text }
  else inlines.push(next)
  return inlines
}
