// The scale at which the figures of a map are drawn, so that marks keep their size in CSS pixels on every screen.
import { useElementSize } from '@mantine/hooks'
import type { RefCallback } from 'react'
import { captionLines, columnWidths, commonScale } from './figureFit.ts'
import type { ShownFigure } from './mapViews.ts'

/** More figures stand in rows. */
const mostInRow = 5
const figureGap = 8
/** CSS pixels. */
const captionLine = 15
const captionGap = 3
/** About as wide as a letter of a caption is at most; each word stands on one line. */
const letterWidth = 6.6

/** Used until the stage is measured, or while it is not shown: a figure of usual height. */
const usualScale = 0.42

export interface FigureSize {
  /** For the element that the figures must fit into. */
  readonly ref: RefCallback<HTMLDivElement | null>
  /** CSS pixels per figure unit, while not zoomed. */
  readonly scale: number
  /** Figure units per CSS pixel, while not zoomed; at a zoom of k, divide by k. */
  readonly unitsPerPixel: number
  /** Widths of the columns in CSS pixels. */
  readonly columns: readonly number[]
  /** Height of each caption in CSS pixels. */
  readonly caption: number
  /** Whether there is more than one row. */
  readonly isGrid: boolean
}

/** The largest common scale at which the figures fit side by side; more than five make a grid. */
export function useFigureSize(figures: readonly ShownFigure[]): FigureSize {
  const area = useElementSize<HTMLDivElement>()
  const boxes = figures.map(({ box }) => box)
  const isGrid = boxes.length > mostInRow
  const fitted = (caption: number) => {
    const fitting = commonScale(boxes, area, { columns: mostInRow, gap: figureGap, caption })
    return fitting > 0.02 ? Math.floor(fitting * 1000) / 1000 : usualScale
  }
  const heightOf = (lines: number) => lines * captionLine + captionGap
  // Captions of narrow figures take more lines, which makes the figures a little narrower still.
  const linesAt = (scale: number) =>
    Math.max(...figures.map(({ caption, box }) => captionLines(caption, box.width * scale, letterWidth)))
  const lines = linesAt(fitted(heightOf(linesAt(fitted(heightOf(1))))))
  const caption = heightOf(lines)
  const scale = fitted(caption)
  const columns = columnWidths(boxes, mostInRow).map((width) => width * scale)
  return { ref: area.ref, scale, unitsPerPixel: 1 / scale, columns, caption, isGrid }
}
