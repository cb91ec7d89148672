// Where R and L stand beside a figure, so that the client's sides can be seen at every zoom. Pure; CSS pixels.
import { boxOnStage, type Box, type Size, type Transform } from './stageGeometry.ts'

/**
 * The letters of a figure: at the picture's left and right edge, or only at the emptier one where a single side of the
 * body is shown, as from the side or of one hand.
 */
export interface SideLetters {
  readonly left: string | null
  readonly right: string | null
  /** Distance of the letters from the figure's edges, as a share of its width. */
  readonly inset: number
}

export interface LetterPlace {
  readonly letter: string
  /** Centre of the letter on the stage. */
  readonly x: number
  readonly y: number
  /** Where the middle of the body is out of view: the way to the side that the letter names, if that is hidden. */
  readonly beyond: 'left' | 'right' | null
}

/** Beside the head and above the shoulders of a whole figure. */
export const usualInset = 0.2

/** Letters keep this distance from the edges of what is visible. */
const edge = 14
/** As much more as the sign for "further that way" needs. */
const beyondEdge = 21
/** With less of the figure in view the letters would mean nothing. */
const leastVisible = 60

/** Half the room that a letter takes. */
const halfLetter = 6

/** From the upper edge of a figure to the middle of its letters. */
const below = (height: number): number => Math.min(height * 0.06, 22)

/**
 * The room that the letters of a figure take where all of it is in view, in figure units.
 * @param box the part of the figure that is shown, in figure units
 * @param unitsPerPixel at rest
 */
export function letterRooms(
  { left, right, inset }: SideLetters,
  box: Box,
  unitsPerPixel: number,
  zoom: number,
): readonly Box[] {
  const unit = unitsPerPixel / zoom
  const y = box.y + Math.max(below(box.height / unitsPerPixel), edge) * unit
  const away = (box.width * inset) / zoom
  const middles = [...(left === null ? [] : [box.x + away]), ...(right === null ? [] : [box.x + box.width - away])]
  const half = halfLetter * unit
  return middles.map((x) => ({ x: x - half, y: y - half, width: half * 2, height: half * 2 }))
}

/**
 * @param box the figure at rest
 * @returns no place for figures that are out of view, else one for each letter, from left to right
 */
export function letterPlaces(letters: SideLetters, box: Box, t: Transform, stage: Size): readonly LetterPlace[] {
  const seen = boxOnStage(box, t)
  const left = Math.max(seen.x, 0)
  const right = Math.min(seen.x + seen.width, stage.width)
  const top = Math.max(seen.y, 0)
  const bottom = Math.min(seen.y + seen.height, stage.height)
  if (right - left < Math.min(leastVisible, seen.width / 2)) return []
  if (bottom - top < Math.min(leastVisible, seen.height / 2)) return []

  const y = Math.max(seen.y + below(box.height), edge)
  const away = Math.min(box.width, right - left) * letters.inset
  const middle = seen.x + seen.width / 2
  const isPair = letters.left !== null && letters.right !== null
  const places: LetterPlace[] = []
  if (letters.left !== null) {
    const beyond = isPair && middle < left ? 'left' : null
    places.push({ letter: letters.left, x: Math.max(seen.x + away, beyond ? beyondEdge : edge), y, beyond })
  }
  if (letters.right !== null) {
    const beyond = isPair && middle > right ? 'right' : null
    const most = stage.width - (beyond ? beyondEdge : edge)
    places.push({ letter: letters.right, x: Math.min(seen.x + seen.width - away, most), y, beyond })
  }
  return places
}
