// How large the figures of a map are drawn: all at one scale, as large as the stage allows. Pure.
import type { Size } from './stageGeometry.ts'

export interface FitRules {
  /** Figures in a row; more begin another row. */
  readonly columns: number
  /** CSS pixels between figures, and of each caption below its figure. */
  readonly gap: number
  readonly caption: number
}

/**
 * The largest common scale at which all figures fit.
 * @param boxes the figures' sizes in figure units, in reading order
 * @returns CSS pixels per figure unit; 0 where there is no room or no figure
 */
export function commonScale(boxes: readonly Size[], stage: Size, { columns, gap, caption }: FitRules): number {
  if (boxes.length === 0) return 0
  const perRow = Math.min(columns, boxes.length)
  const rows = Array.from({ length: Math.ceil(boxes.length / perRow) }, (_, row) =>
    boxes.slice(row * perRow, (row + 1) * perRow),
  )
  const width = sum(columnWidths(boxes, columns))
  const height = sum(rows.map((row) => Math.max(...row.map((box) => box.height))))
  const roomAcross = stage.width - (perRow - 1) * gap
  const roomDown = stage.height - (rows.length - 1) * gap - rows.length * caption
  return Math.max(Math.min(roomAcross / width, roomDown / height), 0)
}

/** The width of each column: that of its widest figure. */
export function columnWidths(boxes: readonly Size[], columns: number): readonly number[] {
  return Array.from({ length: Math.min(columns, boxes.length) }, (_, column) =>
    Math.max(...boxes.filter((_box, index) => index % columns === column).map(({ width }) => width)),
  )
}

/** How many lines a caption takes at a width when it is broken between words, at most three. */
export function captionLines(caption: string, width: number, letterWidth: number): number {
  let lines = 1
  let used = 0
  for (const word of caption.split(' ')) {
    const needed = word.length * letterWidth
    if (used > 0 && used + letterWidth + needed > width) {
      lines += 1
      used = 0
    }
    used += (used > 0 ? letterWidth : 0) + needed
  }
  return Math.min(lines, 3)
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
