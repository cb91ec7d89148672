// The heat map on one figure: each marked region tinted by its step, its number printed in it.
import { memo, useMemo } from 'react'
import type { ShownFigure } from '#renderer/figure/index.ts'
import type { HotRegion } from './heat.ts'
import { pushApart } from './pushApart.ts'
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

export const HeatNumbers = memo(({ figure, regions, size }: NumberProps) => {
  const labels = useMemo(() => placedNumbers(figure, regions, size), [figure, regions, size])
  return labels.map(({ regionId, step, number, x, y }) => (
    <text
      key={regionId}
      className={classes.heatNumber}
      x={x}
      y={y + size * 0.35}
      fontSize={size}
      style={{ fill: `var(--v-on-heat-${step})`, stroke: `var(--v-heat-${step})`, strokeWidth: size * 0.3 }}
    >
      {number}
    </text>
  ))
})

function placedNumbers({ drawing, box }: ShownFigure, regions: readonly HotRegion[], size: number) {
  const shapes = shapesOf(drawing, regions)
  const places = pushApart(
    shapes.map(({ shape, number }) => ({
      ...shape.anchor,
      width: size * 0.62 * number.length + size * 0.2,
      height: size * 1.1,
      isFixed: false,
      reach: size * 1.2,
      left: box.x,
      right: box.x + box.width,
      top: box.y,
    })),
  )
  return shapes.map(({ shape, step, number }, index) => ({
    regionId: shape.regionId,
    step,
    number,
    ...(places[index] ?? shape.anchor),
  }))
}

const shapesOf = (drawing: ShownFigure['drawing'], regions: readonly HotRegion[]) =>
  regions.flatMap(({ regionId, step, number }) => {
    const shape = drawing.regions.find((candidate) => candidate.regionId === regionId)
    return shape ? [{ shape, step, number }] : []
  })
