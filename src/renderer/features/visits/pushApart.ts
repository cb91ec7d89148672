// Moves marks and numbers that would cover each other a little apart, so that each can be read.

export interface Movable {
  /** Centre, in figure units. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Fixed: its exact spot matters. */
  readonly isFixed: boolean
  /** Bounds of its centre: at the left, at the right and at the top. */
  readonly left: number
  readonly right: number
  readonly top: number
  /** How far its centre may move at most: further away it would point to another place. */
  readonly reach: number
}

const rounds = 16

/**
 * Pushes boxes apart that overlap, each along the axis on which less is missing, half and half.
 * Follows from its input alone. Where there is no room for all, some overlap is left.
 * @returns the new centres, in the order given
 */
export function pushApart(boxes: readonly Movable[]): readonly { readonly x: number; readonly y: number }[] {
  const placed = boxes.map((box) => ({ box, centre: { x: box.x, y: box.y } }))
  for (const { box, centre } of placed) if (!box.isFixed) keepWithin(centre, box)
  for (let round = 0; round < rounds; round += 1) {
    let isMoved = false
    for (const [index, one] of placed.entries()) {
      for (const other of placed.slice(index + 1)) {
        if (separate(one.box, other.box, one.centre, other.centre)) isMoved = true
      }
    }
    if (!isMoved) break
  }
  return placed.map(({ centre }) => centre)
}

type Centre = { x: number; y: number }

function separate(one: Movable, other: Movable, a: Centre, b: Centre): boolean {
  if (one.isFixed && other.isFixed) return false
  const missingX = (one.width + other.width) / 2 - Math.abs(b.x - a.x)
  const missingY = (one.height + other.height) / 2 - Math.abs(b.y - a.y)
  if (missingX <= 0.01 || missingY <= 0.01) return false
  const shareOfOther = other.isFixed ? 0 : one.isFixed ? 1 : 0.5
  const isAcross = missingX < missingY && isRoom(one, other, a, b)
  const axis = isAcross ? 'x' : 'y'
  const away = (b[axis] < a[axis] ? -1 : 1) * (isAcross ? missingX : missingY)
  a[axis] -= away * (1 - shareOfOther)
  b[axis] += away * shareOfOther
  if (!one.isFixed) keepWithin(a, one)
  if (!other.isFixed) keepWithin(b, other)
  return true
}

/** Whether there is room to move across at all. */
function isRoom(one: Movable, other: Movable, a: Centre, b: Centre): boolean {
  const [first, second] = b.x < a.x ? [other, one] : [one, other]
  return second.right - first.left >= (one.width + other.width) / 2
}

function keepWithin(centre: Centre, { x, y, left, right, top, reach }: Movable): void {
  const distance = Math.hypot(centre.x - x, centre.y - y)
  const share = distance > reach ? reach / distance : 1
  centre.x = Math.max(Math.min(x + (centre.x - x) * share, right), left)
  centre.y = Math.max(y + (centre.y - y) * share, top)
}
