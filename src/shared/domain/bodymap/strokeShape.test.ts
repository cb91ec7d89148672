import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { strokePointLimit } from './marks.ts'
import { roundStroke, simplifyStroke, strokeHit } from './strokeShape.ts'

type Triple = readonly [x: number, y: number, pressure: number]

const triplesOf = (points: readonly number[]): readonly Triple[] =>
  Array.from({ length: points.length / 3 }, (_, at) => points.slice(at * 3, at * 3 + 3) as unknown as Triple)

const anyPoint = fc.tuple(
  fc.double({ min: -10_000, max: 10_000, noNaN: true }),
  fc.double({ min: -10_000, max: 10_000, noNaN: true }),
  fc.double({ min: 0, max: 1, noNaN: true }),
)
const anyStroke = fc.array(anyPoint, { minLength: 1, maxLength: 60 }).map((points) => points.flat())

/** A hand's line: small steps of changing direction. */
const handDrawn = fc
  .array(fc.tuple(fc.integer({ min: -4, max: 4 }), fc.integer({ min: -4, max: 4 }), fc.integer({ min: 0, max: 10 })), {
    minLength: 2,
    maxLength: 300,
  })
  .map((steps) => {
    let [x, y] = [200, 400]
    return steps.flatMap(([dx, dy, pressure]) => [(x += dx), (y += dy), pressure / 10])
  })

const spiral = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, at) => {
    const turn = at / 300
    return [250 + turn * Math.cos(turn), 450 + turn * Math.sin(turn), (Math.sin(turn / 5) + 1) / 2]
  }).flat()

/** Every point to and fro as far as it goes: nothing can be left out without being seen. */
const scribble = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, at) => [
    at % 2 === 0 ? -10_000 : 10_000,
    ((at * 7919) % 20_000) - 10_000,
    0.5,
  ]).flat()

function distance([x, y]: Triple, [ax, ay]: Triple, [bx, by]: Triple): number {
  const square = (bx - ax) ** 2 + (by - ay) ** 2
  const along = square === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / square))
  return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay))
}

const distanceFromLine = (point: Triple, line: readonly Triple[]) =>
  Math.min(...line.map((from, at) => distance(point, from, line[at + 1] ?? from)))

describe('a simplified stroke', () => {
  it('keeps its ends and takes nothing but points of the stroke, in order', () => {
    fc.assert(
      fc.property(anyStroke, fc.integer({ min: 2, max: 20 }), (points, limit) => {
        const all = triplesOf(points)
        const kept = triplesOf(simplifyStroke(points, limit))
        expect(kept[0]).toEqual(all[0])
        expect(kept.at(-1)).toEqual(all.at(-1))
        let from = 0
        for (const point of kept) {
          const at = all.findIndex((candidate, index) => index >= from && candidate.every((n, i) => n === point[i]))
          expect(at).toBeGreaterThanOrEqual(from)
          from = at + 1
        }
      }),
    )
  })

  it('never has more points than the limit', () => {
    fc.assert(
      fc.property(anyStroke, fc.integer({ min: 2, max: 20 }), (points, limit) => {
        expect(simplifyStroke(points, limit).length / 3).toBeLessThanOrEqual(limit)
      }),
    )
    for (const shape of [spiral, scribble]) {
      for (const count of [2001, 5000, 100_000]) {
        expect(simplifyStroke(shape(count)).length / 3).toBeLessThanOrEqual(strokePointLimit)
        expect(simplifyStroke(shape(count), 7).length / 3).toBeLessThanOrEqual(7)
      }
    }
  })

  it('lies within a quarter of a unit of what was drawn', () => {
    fc.assert(
      fc.property(handDrawn, (points) => {
        const kept = triplesOf(simplifyStroke(points))
        for (const point of triplesOf(points)) expect(distanceFromLine(point, kept)).toBeLessThanOrEqual(0.25001)
      }),
    )
  })

  it('keeps the look of a long spiral and of its pressure with few points', () => {
    const points = spiral(30_000)
    const kept = triplesOf(simplifyStroke(points))
    expect(kept.length).toBeLessThan(1900)
    for (const point of triplesOf(points).filter((_, index) => index % 97 === 0)) {
      expect(distanceFromLine(point, kept)).toBeLessThan(1)
    }
    const pressed = Array.from({ length: 101 }, (_, at) => [at, 0, at === 50 ? 1 : 0.2]).flat()
    expect(triplesOf(simplifyStroke(pressed)).some(([, , pressure]) => pressure === 1)).toBe(true)
  })

  it('of a straight line is its ends', () => {
    expect(simplifyStroke([0, 0, 0.5, 1, 1, 0.5, 2, 2, 0.5, 9, 9, 0.5])).toEqual([0, 0, 0.5, 9, 9, 0.5])
    expect(simplifyStroke([3, 4, 0.5])).toEqual([3, 4, 0.5])
  })
})

describe('an eraser', () => {
  it('touches every stroke that comes within its radius, between its points too', () => {
    const line = [0, 0, 0.5, 100, 0, 0.5]
    expect(strokeHit(line, 50, 4, 5)).toBe(true)
    expect(strokeHit(line, 50, 6, 5)).toBe(false)
    expect(strokeHit(line, 104, 0, 5)).toBe(true)
    expect(strokeHit(line, 106, 0, 5)).toBe(false)
    expect(strokeHit([7, 7, 0.5], 7, 8, 1)).toBe(true)
    expect(strokeHit([], 0, 0, 1000)).toBe(false)
  })

  it('touches a stroke at each of its points', () => {
    fc.assert(
      fc.property(anyStroke, fc.nat(), (points, nth) => {
        const all = triplesOf(points)
        const [x, y] = all[nth % all.length]!
        expect(strokeHit(points, x, y, 0.001)).toBe(true)
      }),
    )
  })
})

describe('a rounded stroke', () => {
  it('is off by at most half a step', () => {
    fc.assert(
      fc.property(anyStroke, (points) => {
        const rounded = roundStroke(points)
        expect(rounded).toHaveLength(points.length)
        rounded.forEach((number, index) => {
          expect(Math.abs(number - points[index]!)).toBeLessThanOrEqual(index % 3 === 2 ? 0.005001 : 0.050001)
          expect(Object.is(number, -0)).toBe(false)
        })
      }),
    )
  })

  it('comes back the same after it was stored as 32-bit floats', () => {
    fc.assert(
      fc.property(anyStroke, (points) => {
        const rounded = roundStroke(points)
        expect(roundStroke(rounded)).toEqual(rounded)
        expect(roundStroke([...new Float32Array(rounded)])).toEqual(rounded)
      }),
    )
  })
})
