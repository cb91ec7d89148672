// The heat map on one figure: each marked region tinted by its step, its number printed in it.
import { memo } from 'react'
import type { ShownFigure } from '#renderer/features/bodymap/index.ts'
import type { HotRegion } from './heat.ts'
import classes from './VisitFigure.module.css'

interface Props {
  figure: ShownFigure
  regions: readonly HotRegion[]
}

export const HeatTints = memo(({ figure: { drawing }, regions }: Props) => (
  <g aria-hidden>
    {shapesOf(drawing, regions).map(({ shape, step }) => (
      <path key={shape.regionId} className={classes.heat} d={shape.path} style={{ fill: `var(--v-heat-${step})` }} />
    ))}
  </g>
))

interface NumberProps extends Props {
  /** Height of the numbers in figure units. */
  size: number
}

export const HeatNumbers = memo(({ figure: { drawing }, regions, size }: NumberProps) =>
  shapesOf(drawing, regions).map(({ shape, step, number }) => (
    <text
      key={shape.regionId}
      className={classes.heatNumber}
      x={shape.anchor.x}
      y={shape.anchor.y + size * 0.35}
      fontSize={size}
      style={{ fill: `var(--v-on-heat-${step})`, stroke: `var(--v-heat-${step})`, strokeWidth: size * 0.3 }}
    >
      {number}
    </text>
  )),
)

const shapesOf = (drawing: ShownFigure['drawing'], regions: readonly HotRegion[]) =>
  regions.flatMap(({ regionId, step, number }) => {
    const shape = drawing.regions.find((candidate) => candidate.regionId === regionId)
    return shape ? [{ shape, step, number }] : []
  })
