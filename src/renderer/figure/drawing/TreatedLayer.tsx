// The treated areas in one drawing: a tint, deeper where areas overlap, and a dotted outline that paper keeps.
import { memo, useId } from 'react'
import type { FigureView } from '#shared/domain/bodymap/figure.ts'
import type { TreatedArea } from '#shared/domain/bodymap/marks.ts'
import classes from './TreatedLayer.module.css'

interface Props {
  drawing: FigureView
  areas: readonly TreatedArea[]
}

export const TreatedLayer = memo(({ drawing, areas }: Props) => (
  <g className={classes.layer} aria-hidden>
    {areas.map(({ id, regionIds }) => (
      <AreaShape key={id} drawing={drawing} regionIds={regionIds} />
    ))}
  </g>
))

const AreaShape = memo(({ drawing, regionIds }: { drawing: FigureView; regionIds: readonly string[] }) => {
  const clip = useId()
  const { width, height, regions } = drawing
  const shape = regions
    .filter(({ regionId }) => regionIds.includes(regionId))
    .map(({ path }) => path)
    .join('')
  if (shape === '') return null
  return (
    <>
      {/* Everything but the area: what is left of the outline runs around all its regions and not between them. */}
      <clipPath id={clip}>
        <path clipRule="evenodd" d={`M-20-20H${width + 20}V${height + 20}H-20Z${shape}`} />
      </clipPath>
      <path className={classes.area} d={shape} />
      <path className={classes.outline} d={shape} clipPath={`url(#${clip})`} />
    </>
  )
})
