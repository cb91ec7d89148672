// Where R and L stand beside a figure, so that the client's sides can be told at every zoom. Pure; CSS pixels.
import { boxOnStage, type Box, type Size, type Transform } from './stageGeometry.ts'

/**
 * The letters of a figure: those at the picture's left and right edge, or the one of the only side that is shown, as on
 * a view from the side or of one hand.
 */
export type SideLetters = { readonly left: string; readonly right: string } | { readonly near: string }

export interface LetterPlace {
  readonly letter: string
  /** Centre of the letter on the stage. */
  readonly x: number
  readonly y: number
  /** Where the middle of the body is out of view: the way to the side that the letter names, if that is hidden. */
  readonly beyond: 'left' | 'right' | null
}

/** Letters keep this distance from the edges of what is visible. */
const edge = 14
/** Distance from a figure's edge, as a share of its width: beside the head, above the shoulder. */
const inset = 0.2
/** With less of the figure in view the letters would say nothing. */
const leastVisible = 60

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

  const y = Math.max(seen.y + Math.min(box.height * 0.06, 22), edge)
  const away = Math.min(box.width * inset, (right - left) * inset)
  const atLeft = Math.max(seen.x + away, edge)
  if ('near' in letters) return [{ letter: letters.near, x: atLeft, y, beyond: null }]

  const atRight = Math.min(seen.x + seen.width - away, stage.width - edge)
  const middle = seen.x + seen.width / 2
  return [
    { letter: letters.left, x: atLeft, y, beyond: middle < left ? 'left' : null },
    { letter: letters.right, x: atRight, y, beyond: middle > right ? 'right' : null },
  ]
}
