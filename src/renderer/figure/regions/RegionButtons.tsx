// The regions of a drawing as buttons in their shapes, and the borders between them.
import { memo, useMemo } from 'react'
import type { FigureView, RegionShape } from '#shared/domain/bodymap/figure.ts'
import type { RegionId } from '#shared/domain/bodymap/regions.ts'
import { hitOrder, hitPath, specksOf } from './hitShapes.ts'
import classes from './RegionButtons.module.css'

/** The label and state of a region's button. */
export interface RegionLabels {
  /** "Right upper trapezius, posterior". */
  readonly label: string
  /** More about it in words; empty when there is nothing. */
  readonly description: string
  readonly isPressed: boolean
  /** Whether it is filled as if it were hovered. */
  readonly isFilled: boolean
}

interface Props {
  drawing: FigureView
  /** Those of the drawing's regions that are shown. */
  shapes: readonly RegionShape[]
  /** The region at which Tab stops. */
  stop: RegionId
  /** About a CSS pixel, in figure units. */
  pixel: number
  labelsOf: (id: RegionId) => RegionLabels
}

/** Every region can be hit in its shape and in the middle of its box. */
export function RegionButtons({ drawing, shapes, stop, pixel, labelsOf }: Props) {
  const specks = specksOf(drawing)
  const borders = useMemo(() => shapes.map(({ path }) => path).join(''), [shapes])
  return (
    <>
      <path className={classes.borders} d={borders} aria-hidden />
      <g>
        {hitOrder(shapes, specks).map((shape) => (
          <RegionButton
            key={shape.regionId}
            id={shape.regionId}
            path={hitPath(shape, specks, pixel)}
            isStop={shape.regionId === stop}
            {...labelsOf(shape.regionId)}
          />
        ))}
      </g>
    </>
  )
}

interface ButtonProps extends RegionLabels {
  id: RegionId
  path: string
  isStop: boolean
}

const RegionButton = memo(({ id, path, isStop, label, description, isPressed, isFilled }: ButtonProps) => (
  <path
    role="button"
    tabIndex={isStop ? 0 : -1}
    data-region={id}
    className={classes.region}
    data-filled={isFilled || undefined}
    d={path}
    aria-label={label}
    aria-pressed={isPressed}
    {...(description && { 'aria-description': description })}
  />
))
