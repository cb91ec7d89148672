// Finds the elements of regions: their buttons carry the region's id.
import type { RegionId } from '#shared/domain/bodymap/regions.ts'

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
