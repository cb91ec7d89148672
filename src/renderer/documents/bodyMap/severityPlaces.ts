// Where the numbers of marks stand: beside their mark, on the side on which they cover least.
import type { Footprint } from '#shared/domain/bodymap/fan.ts'

export interface Spot {
  readonly x: number
  readonly y: number
}

export interface Plate {
  /** Its upper left corner, in figure units. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Height of a number's plate; its width follows from the text. */
const plateHeight = 33
const digitWidth = 17
const arrowWidth = 25
/** White around a mark. */
const edge = 3
/** Where a plate begins beside the centre of its mark, in radii. */
const inset = 0.72

/**
 * A plate for the number of each mark. It touches its mark at one of four corners: the first of them where it covers no
 * other mark, plate or obstacle, or else the one where it covers least.
 * @param marks centres and what their plates say; a mark without a number gets none
 * @param radius of the marks
 * @param obstacles other things that should stay visible, such as letters
 * @param width of the drawing
 * @returns plates in the order of the marks, null for those without a number
 */
export function severityPlaces(
  marks: readonly (Spot & { readonly text: string })[],
  radius: number,
  obstacles: readonly Spot[],
  width: number,
): readonly (Plate | null)[] {
  const around = ({ x, y }: Spot): Plate => ({ x: x - radius, y: y - radius, width: radius * 2, height: radius * 2 })
  const fixed = [...marks, ...obstacles]
  const placed: Plate[] = []
  return marks.map((mark) => {
    if (mark.text === '') return null
    const others = [...fixed.filter((other) => other !== mark).map(around), ...placed]
    const cost = (plate: Plate) =>
      others.reduce((sum, other) => sum + overlap(plate, other), 0) +
      1000 * (Math.max(0, -plate.x) + Math.max(0, plate.x + plate.width - width))
    const isAtLeft = mark.x < width / 2 - 5
    const best = corners(mark, radius, plateWidth(mark.text), isAtLeft).reduce((one, other) =>
      cost(other) < cost(one) ? other : one,
    )
    placed.push(best)
    return best
  })
}

/**
 * How far a mark reaches with its number, in radii: the number stands above it, on the side that is away from the
 * body's midline.
 * @param side −1 at the left of the drawing, otherwise at the right
 */
export function markFootprint(text: string, radius: number, side: number): Footprint {
  const bare = 1 + edge / radius
  if (text === '') return { left: bare, right: bare, up: bare, down: bare }
  const reach = inset + plateWidth(text) / radius
  const up = 1 + plateHeight / 3 / radius
  return side < 0 ? { left: reach, right: bare, up, down: bare } : { left: bare, right: reach, up, down: bare }
}

const plateWidth = (text: string) =>
  16 + [...text].reduce((sum, letter) => sum + (letter === '→' ? arrowWidth : digitWidth), 0)

/** Above and below, away from the midline; then above and below towards it. */
function corners({ x, y }: Spot, radius: number, width: number, isAtLeft: boolean): [Plate, ...Plate[]] {
  const [right, left] = [x + inset * radius, x - inset * radius - width]
  const [above, below] = [y - radius - plateHeight / 3, y + radius - (plateHeight * 2) / 3]
  const plate = (at: number, top: number): Plate => ({ x: at, y: top, width, height: plateHeight })
  const [outer, inner] = isAtLeft ? [left, right] : [right, left]
  return [plate(outer, above), plate(outer, below), plate(inner, above), plate(inner, below)]
}

function overlap(one: Plate, other: Plate): number {
  const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
  const down = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
  return Math.max(0, across) * Math.max(0, down)
}
