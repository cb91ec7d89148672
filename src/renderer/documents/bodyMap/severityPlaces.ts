// Where the numbers of marks stand: beside their mark, on the side on which they cover least.

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

/**
 * A plate for the number of each mark. It touches its mark at one of four corners: the first of them where it covers no
 * other mark, plate or obstacle, or else the one where it covers least.
 * @param marks centres and what their plates say; a mark without a number gets none
 * @param radius of the marks
 * @param obstacles other things that should stay to be seen, such as letters
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
    const best = corners(mark, radius, plateWidth(mark.text)).reduce((one, other) =>
      cost(other) < cost(one) ? other : one,
    )
    placed.push(best)
    return best
  })
}

const plateWidth = (text: string) =>
  16 + [...text].reduce((sum, letter) => sum + (letter === '→' ? arrowWidth : digitWidth), 0)

/** Upper right, lower right, upper left, lower left. */
function corners({ x, y }: Spot, radius: number, width: number): [Plate, ...Plate[]] {
  const inset = radius * 0.72
  const [right, left] = [x + inset, x - inset - width]
  const [above, below] = [y - radius - plateHeight / 3, y + radius - (plateHeight * 2) / 3]
  const plate = (at: number, top: number): Plate => ({ x: at, y: top, width, height: plateHeight })
  return [plate(right, above), plate(right, below), plate(left, above), plate(left, below)]
}

function overlap(one: Plate, other: Plate): number {
  const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
  const down = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
  return Math.max(0, across) * Math.max(0, down)
}
