// Where windows open: where they were on this display, always within its visible part.
import { z } from 'zod'

const coordinate = z.int().min(-100_000).max(100_000)
const length = z.int().min(1).max(100_000)

const keptPlace = z.strictObject({
  x: coordinate,
  y: coordinate,
  width: length,
  height: length,
  isMaximized: z.boolean(),
})
/** A window's place when it is neither maximised nor minimised, in CSS pixels, and whether it is maximised. */
export type KeptPlace = z.infer<typeof keptPlace>
export type Bounds = Omit<KeptPlace, 'isMaximized'>

export const keptPlacesFormat = z.strictObject({
  format: z.literal('palpate-windows'),
  version: z.literal(1),
  /** The display that was used last, as in `places`. */
  last: z.string().max(40).nullable(),
  /** The last place on each display, by the display's id. */
  places: z.record(z.string().max(40), keptPlace),
})
export type KeptPlaces = z.infer<typeof keptPlacesFormat>

export const nothingKept: KeptPlaces = { format: 'palpate-windows', version: 1, last: null, places: {} }

export interface Display {
  readonly id: number
  /** The part of it beside the system's bars. */
  readonly workArea: Bounds
}

/** The first size of a window, where there is room for it. */
const wished = { width: 1280, height: 800 }
/** How far a further window lies from the one in front. */
const step = 28
const mostDisplays = 20

/** A place within a work area: no larger than it, and wholly in it. */
export function fitted(place: Bounds, area: Bounds): Bounds {
  const width = Math.min(place.width, area.width)
  const height = Math.min(place.height, area.height)
  return {
    x: Math.max(area.x, Math.min(place.x, area.x + area.width - width)),
    y: Math.max(area.y, Math.min(place.y, area.y + area.height - height)),
    width,
    height,
  }
}

function centred({ x, y, width, height }: Bounds): Bounds {
  const size = { width: Math.min(wished.width, width), height: Math.min(wished.height, height) }
  return {
    x: x + Math.floor((width - size.width) / 2),
    y: y + Math.floor((height - size.height) / 2),
    ...size,
  }
}

/**
 * The place of the first window: as it was on the display of last time; if that one is gone, as it was on the primary
 * display, or in the middle of it.
 */
export function firstPlace(kept: KeptPlaces, displays: readonly Display[], primary: Display): KeptPlace {
  const display = displays.find(({ id }) => String(id) === kept.last) ?? primary
  const place = kept.places[String(display.id)]
  return {
    ...fitted(place ?? centred(display.workArea), display.workArea),
    isMaximized: place?.isMaximized ?? false,
  }
}

/** The place of a further window: beside the one in front, and from the corner again where there is no more room. */
export function furtherPlace(front: Bounds, { workArea }: Display): Bounds {
  const moved = { ...front, x: front.x + step, y: front.y + step }
  const place = fitted(moved, workArea)
  const isMoved = place.x === moved.x && place.y === moved.y
  return isMoved ? place : { ...place, x: workArea.x, y: workArea.y }
}

/** What is stored with a window's new place on a display. Displays that were not used for longest are forgotten. */
export function withPlace(kept: KeptPlaces, display: Display, place: KeptPlace): KeptPlaces {
  const id = String(display.id)
  const others = Object.entries(kept.places).filter(([other]) => other !== id)
  return { ...kept, last: id, places: Object.fromEntries([...others.slice(1 - mostDisplays), [id, place]]) }
}
