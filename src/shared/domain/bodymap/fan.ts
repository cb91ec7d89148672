// Where marks are placed that would cover each other: fanned out around their spots, or, without enough room, as one pile.

export interface FanSpot {
  readonly x: number
  readonly y: number
}

export interface FanBox extends FanSpot {
  readonly width: number
  readonly height: number
}

/** How far a mark with its number extends from its centre, in figure units. */
export interface Footprint {
  readonly left: number
  readonly right: number
  readonly up: number
  readonly down: number
}

export interface FanMark {
  /** What is marked, in figure units. */
  readonly spot: FanSpot
  /** Whether the exact spot matters, as a trigger point's does; otherwise the mark is for a region. */
  readonly isExact: boolean
  /** Marks of one region have the same name here; exact spots are compared by position. */
  readonly region: string
  readonly footprint: Footprint
  /** The centre stays between these abscissas, so that a mark of one side is never placed on the other. */
  readonly least: number
  readonly most: number
}

export interface FannedMark extends FanSpot {
  /** The given marks that are placed here, by their index: one, or all of a pile. */
  readonly members: readonly number[]
  /** The marked spots that the mark itself does not cover: lines lead there. */
  readonly ends: readonly (FanSpot & { readonly isExact: boolean })[]
}

export interface FanRules {
  /** No mark with its number leaves this frame, unless it is larger than the frame. */
  readonly frame: FanBox
  /** Of a mark without its number, in figure units. */
  readonly radius: number
  /** Where nothing that moves is placed: the letters of the sides. A mark at its spot stays. */
  readonly lettersAt?: readonly FanBox[]
  /** On which side of its spot a mark is placed first if both are equal: −1 left, 1 right. */
  readonly middle: number
}

/** More marks than these at one place become a pile at once: a cluster of them could not be read. */
export const mostAtOnePlace = 3

/** How far from its spot a mark is placed at most, and the steps of the search, in radii. */
const farthest = 5.4
const ringStep = 0.6
/** Nearer to its exact spot, a moved mark would cover it. */
const nearestToExact = 1.5
/** Exact spots nearer to each other than this, in radii, count as the same place. */
const samePlace = 0.25
const anglesPerRing = 16
/** The cost of up or down against sideways, where the body leaves more room; and inward against outward. In radii. */
const inwardCost = 0.6
const verticalCost = 0.25

/** Steps away from a spot in radii, the cheapest first; outward is to the right. */
const steps: readonly (FanSpot & { readonly away: number })[] = Array.from(
  { length: Math.round(farthest / ringStep) },
  (_, ring) =>
    Array.from({ length: anglesPerRing }, (_one, angle) => {
      const turn = (angle / anglesPerRing) * 2 * Math.PI
      const away = (ring + 1) * ringStep
      const cost = away + ((1 - Math.cos(turn)) / 2) * inwardCost + Math.abs(Math.sin(turn)) * verticalCost
      return { x: Math.cos(turn) * away, y: Math.sin(turn) * away, away, cost }
    }),
)
  .flat()
  .toSorted((one, other) => one.cost - other.cost)

/**
 * Gives every mark a place on which it covers no other, with its number. Marks with room stay at their spot. Others move to
 * the nearest free place, exact spots before regions; a mark without one in reach joins the marks beside it as a pile.
 * Depends on its input alone; a mark that is added behind the others moves only marks that have moved before.
 * @returns each given mark exactly once, in the order of the first members
 */
export function fanOut(marks: readonly FanMark[], rules: FanRules): readonly FannedMark[] {
  const ground = new Ground(rules)
  const places = placesOf(marks, rules.radius)
  const inTurn = [...places.filter(({ isExact }) => isExact), ...places.filter(({ isExact }) => !isExact)]
  const stands: Stand[] = []
  const homeless: Place[] = []
  const firstOf = new Map<Place, Stand>()
  for (const place of inTurn) {
    const members = place.members.length > mostAtOnePlace ? place.members : place.members.slice(0, 1)
    const at = ground.take(place.mark)
    if (!at) {
      homeless.push(place)
      continue
    }
    const stand = { ...at, members: [...members] }
    firstOf.set(place, stand)
    stands.push(stand)
  }
  for (const place of inTurn) {
    const first = firstOf.get(place)
    if (!first || place.members.length === 1 || first.members.length > 1) continue
    const others = place.members.slice(1).map((index) => ({ index, at: ground.take(marks[index] as FanMark) }))
    if (others.every(({ at }) => at !== null)) {
      for (const { index, at } of others) stands.push({ ...(at as Taken), members: [index] })
    } else {
      for (const { at } of others) if (at) ground.leave(at)
      first.members.push(...place.members.slice(1))
    }
  }
  for (const place of homeless) nearestTo(place, stands, marks).members.push(...place.members)
  return stands
    .map(({ x, y, members }) => {
      const inOrder = members.toSorted((one, other) => one - other)
      return { x, y, members: inOrder, ends: endsOf(inOrder, marks, { x, y }, rules.radius) }
    })
    .toSorted((one, other) => (one.members[0] ?? 0) - (other.members[0] ?? 0))
}

interface Stand extends FanSpot {
  readonly members: number[]
}

/** Marks of one region, or of exact spots too close to be distinguished. */
interface Place {
  readonly members: number[]
  readonly isExact: boolean
  /** The first of them, as wide as the widest. */
  readonly mark: FanMark
}

function placesOf(marks: readonly FanMark[], radius: number): readonly Place[] {
  const regions = new Map<string, number[]>()
  const exact: number[][] = []
  for (const [index, mark] of marks.entries()) {
    const group = mark.isExact
      ? exact.find(([first = 0]) => distance((marks[first] as FanMark).spot, mark.spot) <= radius * samePlace)
      : regions.get(mark.region)
    if (group) group.push(index)
    else if (mark.isExact) exact.push([index])
    else regions.set(mark.region, [index])
  }
  return [...exact, ...regions.values()]
    .map((members) => {
      const own = members.map((index) => marks[index] as FanMark)
      const first = own[0] as FanMark
      return { members, isExact: first.isExact, mark: { ...first, footprint: around(own) } }
    })
    .toSorted((one, other) => (one.members[0] ?? 0) - (other.members[0] ?? 0))
}

const around = (marks: readonly FanMark[]): Footprint => ({
  left: Math.max(...marks.map(({ footprint }) => footprint.left)),
  right: Math.max(...marks.map(({ footprint }) => footprint.right)),
  up: Math.max(...marks.map(({ footprint }) => footprint.up)),
  down: Math.max(...marks.map(({ footprint }) => footprint.down)),
})

/** The place nearest to a spot, on its side of the body if it has one. */
function nearestTo({ mark }: Place, stands: readonly Stand[], marks: readonly FanMark[]): Stand {
  const isOfSide = ({ members: [first = 0] }: Stand) => {
    const other = marks[first] as FanMark
    return other.least === mark.least && other.most === mark.most
  }
  const own = stands.filter(isOfSide)
  const among = own.length > 0 ? own : stands
  return among.reduce((one, other) => (distance(other, mark.spot) < distance(one, mark.spot) ? other : one))
}

function endsOf(
  members: readonly number[],
  marks: readonly FanMark[],
  at: FanSpot,
  radius: number,
): FannedMark['ends'] {
  const ends: (FanSpot & { isExact: boolean })[] = []
  for (const index of members) {
    const { spot, isExact } = marks[index] as FanMark
    if (distance(spot, at) <= radius || ends.some(({ x, y }) => x === spot.x && y === spot.y)) continue
    ends.push({ x: spot.x, y: spot.y, isExact })
  }
  return ends
}

const distance = (one: FanSpot, other: FanSpot) => Math.hypot(one.x - other.x, one.y - other.y)

interface Taken extends FanSpot {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const noLetters: readonly FanBox[] = []

/** The frame with the placed marks, in cells, so that only neighbours are compared. */
class Ground {
  readonly #rules: FanRules
  readonly #cells = new Map<number, Taken[]>()
  readonly #cell: number

  constructor(rules: FanRules) {
    this.#rules = rules
    this.#cell = rules.radius * 3
  }

  /** The free place nearest to a mark's spot, occupied from now on; null if there is none in reach. */
  take(mark: FanMark): Taken | null {
    const { radius, middle, frame } = this.#rules
    const { spot, isExact, footprint } = mark
    const { left, right, up, down } = footprint
    const [least, most] = [frame.x + left, frame.x + frame.width - right]
    const [highest, lowest] = [frame.y + up, frame.y + frame.height - down]
    const home = { x: clamped(spot.x, least, most), y: clamped(spot.y, highest, lowest) }
    if (this.#isFree(home.x, home.y, footprint)) return this.#put(home, footprint)
    const outward = spot.x < middle ? -radius : radius
    for (const step of steps) {
      if (isExact && step.away < nearestToExact) continue
      const x = spot.x + step.x * outward
      const y = spot.y + step.y * radius
      if (x < mark.least || x > mark.most || x < least || x > most || y < highest || y > lowest) continue
      if (this.#isOnLetter(x, y, footprint)) continue
      if (this.#isFree(x, y, footprint)) return this.#put({ x, y }, footprint)
    }
    return null
  }

  #isOnLetter(x: number, y: number, { left, right, up, down }: Footprint): boolean {
    for (const letter of this.#rules.lettersAt ?? noLetters) {
      if (x + right <= letter.x || x - left >= letter.x + letter.width) continue
      if (y + down > letter.y && y - up < letter.y + letter.height) return true
    }
    return false
  }

  leave(place: Taken): void {
    for (const there of this.#cells.values()) {
      const index = there.indexOf(place)
      if (index >= 0) there.splice(index, 1)
    }
  }

  /** Called thousands of times where it is crowded: nothing is allocated here. */
  #isFree(x: number, y: number, { left, right, up, down }: Footprint): boolean {
    const [endRow, endColumn] = [this.#cellOf(y + down), this.#cellOf(x + right)]
    for (let row = this.#cellOf(y - up); row <= endRow; row++) {
      for (let column = this.#cellOf(x - left); column <= endColumn; column++) {
        const there = this.#cells.get(row * rowLength + column)
        if (!there) continue
        for (const other of there) {
          if (x - left >= other.right - hair || other.left >= x + right - hair) continue
          if (y - up < other.bottom - hair && other.top < y + down - hair) return false
        }
      }
    }
    return true
  }

  #put({ x, y }: FanSpot, { left, right, up, down }: Footprint): Taken {
    const place = { x, y, left: x - left, right: x + right, top: y - up, bottom: y + down }
    for (let row = this.#cellOf(place.top); row <= this.#cellOf(place.bottom); row++) {
      for (let column = this.#cellOf(place.left); column <= this.#cellOf(place.right); column++) {
        const there = this.#cells.get(row * rowLength + column)
        if (there) there.push(place)
        else this.#cells.set(row * rowLength + column, [place])
      }
    }
    return place
  }

  #cellOf(value: number): number {
    return Math.floor(value / this.#cell)
  }
}

/** More cells than a frame has from side to side. */
const rowLength = 65536

/** Touching is not overlapping; neither is a rounding error. */
const hair = 1e-6

/** In the middle if there is no room at all. */
const clamped = (value: number, from: number, to: number) =>
  from > to ? (from + to) / 2 : Math.min(Math.max(value, from), to)
