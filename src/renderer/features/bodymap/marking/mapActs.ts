// What can be done on the map, and where it was done.
import type { Finding, Phase } from '#shared/domain/bodymap/finding.ts'
import type { View } from '#shared/domain/bodymap/figure.ts'
import type { RegionId } from '#shared/domain/bodymap/regions.ts'
import type { TreatedArea } from '#shared/domain/bodymap/marks.ts'

/** The place of an event on the map. */
export interface MapSpot {
  readonly view: View
  readonly phase: Phase
  readonly regionId: RegionId
  /** The finding whose own mark was hit, or null. */
  readonly findingId: string | null
  /** The exact spot in figure units; null by keyboard, or where the drawing has no points of the view. */
  readonly point: { readonly x: number; readonly y: number } | null
  readonly element: Element
}

/** Where several findings were pressed that lie in one pile. */
export interface PileSpot extends Pick<MapSpot, 'view' | 'phase' | 'element'> {
  readonly findings: readonly [Finding, ...Finding[]]
}

export interface FigureMapActions {
  /** A tap, or Space. */
  tap(spot: MapSpot): void
  /** The second tap of a double-tap: the first was reported as a tap. */
  zoom(spot: MapSpot): void
  /** A long press or right click. */
  open(spot: MapSpot): void
  /** Any press on a pile of findings: one of them is to be chosen. */
  choose(pile: PileSpot): void
  /** Enter: marks, or opens what is marked. */
  enter(spot: MapSpot): void
  /** Delete or Backspace. */
  remove(spot: MapSpot): void
  /** Called with the hovered or focused region; null when there is none. */
  point(name: string | null): void
}

/** What is noted of the areas that are painted next. */
export type TreatedSettings = Pick<TreatedArea, 'technique' | 'minutes' | 'pressure'>
