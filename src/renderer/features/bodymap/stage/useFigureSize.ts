// The scale at which the figures of a map are drawn, so that marks keep their size in CSS pixels on every screen.
import { useElementSize } from '@mantine/hooks'
import type { RefCallback } from 'react'
import { commonScale } from './figureFit.ts'
import type { ShownFigure } from './mapViews.ts'

const captionHeight = 18
const figureGap = 8
/** More figures stand in rows. */
export const columns = 5

/** Used until the stage is measured, or while it is not shown: a figure of usual height. */
const usualScale = 0.42

export interface FigureSize {
  /** For the element that the figures must fit into. */
  readonly ref: RefCallback<HTMLDivElement | null>
  /** CSS pixels per figure unit, while not zoomed. */
  readonly scale: number
  /** Figure units per CSS pixel, while not zoomed; at a zoom of k, divide by k. */
  readonly unitsPerPixel: number
}

/** The largest common scale at which the figures fit side by side; more than five make two rows. */
export function useFigureSize(figures: readonly ShownFigure[]): FigureSize {
  const area = useElementSize<HTMLDivElement>()
  const fitting = commonScale(
    figures.map(({ box }) => box),
    area,
    { columns, gap: figureGap, caption: captionHeight },
  )
  const scale = fitting > 0.02 ? Math.floor(fitting * 1000) / 1000 : usualScale
  return { ref: area.ref, scale, unitsPerPixel: 1 / scale }
}
