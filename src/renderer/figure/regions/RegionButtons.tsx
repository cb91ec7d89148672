// The regions of a drawing as buttons in their shapes, and the borders between them; the buttons carry their regions' ids.
import { memo, useMemo } from 'react'
import type { FigureView, RegionShape } from '#shared/domain/bodymap/figure.ts'
import type { RegionId } from '#shared/domain/bodymap/regions.ts'
import { boxMiddles, regionIn } from '#shared/domain/bodymap/regionAtPoint.ts'
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

/**
 * Every region can be hit in its shape, and in a speck in the middle of its box: there voice control and other tools click
 * that only know a control's box. A crescent such as the gluteus maximus has a neighbour there.
 */
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

/** Where a region has its speck; those whose middle is their own need none. */
export type Specks = ReadonlyMap<RegionId, { readonly x: number; readonly y: number }>

const known = new WeakMap<FigureView, Specks>()

/** The specks of a drawing's regions. */
export function specksOf(drawing: FigureView): Specks {
  const specks =
    known.get(drawing) ?? new Map([...boxMiddles(drawing)].filter(([id, { x, y }]) => regionIn(drawing, x, y) !== id))
  known.set(drawing, specks)
  return specks
}

/** In the order in which they must lie above each other: the specks of some are in the middle of others. */
export const hitOrder = (shapes: readonly RegionShape[], specks: Specks): readonly RegionShape[] => [
  ...shapes.filter(({ regionId }) => !specks.has(regionId)),
  ...shapes.filter(({ regionId }) => specks.has(regionId)),
]

/**
 * The outline in which a region is hit.
 * @param size half of the speck's side, in figure units
 */
export function hitPath({ regionId, path }: RegionShape, specks: Specks, size: number): string {
  const speck = specks.get(regionId)
  if (!speck) return path
  return `${path}M${(speck.x - size).toFixed(1)} ${(speck.y - size).toFixed(1)}h${2 * size}v${2 * size}h${-2 * size}z`
}

/** The first button of a region within a part of the page, or null. */
export const regionElement = (within: ParentNode | null, id: RegionId): SVGPathElement | null =>
  within?.querySelector<SVGPathElement>(`[data-region="${CSS.escape(id)}"]`) ?? null

/** The region at which Tab stops, in the first drawing within a part of the page; null where none can be pressed. */
export const regionStop = (within: ParentNode | null): SVGPathElement | null =>
  within?.querySelector<SVGPathElement>('[data-region][tabindex="0"]') ?? null

/** The figure that an element lies on, with all that is drawn there; null beside all figures. */
export const figureAround = (element: Element | null): HTMLElement | null =>
  element?.closest<HTMLElement>('[data-figure]') ?? null

/** The regions that have a button within a part of the page. */
export const regionIds = (within: ParentNode): ReadonlySet<RegionId | null> =>
  new Set([...within.querySelectorAll('[data-region]')].map((button) => button.getAttribute('data-region')))

/** The region whose button an event hit, or null. */
export const regionAt = (target: EventTarget): RegionId | null =>
  target instanceof Element ? (target.closest('[data-region]')?.getAttribute('data-region') ?? null) : null
