import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { fanOut, type FanMark, type FannedMark, type Footprint } from './fan.ts'

const radius = 20
const footprint: Footprint = { left: 24, right: 33, up: 31, down: 24 }
const frame = { x: 0, y: 0, width: 500, height: 900 }
const rules = { frame, radius, middle: 250 }
const mark = (x: number, y: number, fields: Partial<FanMark> = {}): FanMark => ({
  spot: { x, y },
  isExact: true,
  region: `${x} ${y}`,
  footprint,
  least: 0,
  most: 500,
  ...fields,
})
/** Marks of one region, or of one spot. */
const many = (count: number, fields: Partial<FanMark> = {}) =>
  Array.from({ length: count }, () => mark(250, 300, { region: 'one', ...fields }))

const boxOf = ({ x, y }: FannedMark, { left, right, up, down } = footprint) => ({
  left: x - left,
  right: x + right,
  top: y - up,
  bottom: y + down,
})
/** The share of a mark, with its number, that another one covers. */
function covered(one: FannedMark, other: FannedMark): number {
  const [a, b] = [boxOf(one), boxOf(other)]
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return (Math.max(0, across) * Math.max(0, down)) / ((a.right - a.left) * (a.bottom - a.top))
}
const mostCovered = (fanned: readonly FannedMark[]) =>
  Math.max(0, ...fanned.flatMap((one, index) => fanned.slice(index + 1).map((other) => covered(one, other))))

const anyMark = fc
  .record({
    x: fc.integer({ min: 0, max: 500 }),
    y: fc.integer({ min: 0, max: 900 }),
    isExact: fc.boolean(),
    region: fc.integer({ min: 0, max: 30 }),
  })
  .map(({ x, y, isExact, region }): FanMark => {
    const spot = isExact ? { x, y } : { x: 40 + (region % 6) * 84, y: 60 + Math.floor(region / 6) * 130 }
    const side = { least: spot.x < 250 ? 0 : 240, most: spot.x < 250 ? 260 : 500 }
    return { ...mark(spot.x, spot.y), isExact, region: `${region}`, ...side }
  })
const anyMarks = fc.array(anyMark, { maxLength: 120 })

describe('fanning marks out', () => {
  it('does not move a single mark, nor several with room between them', () => {
    const apart = [mark(100, 100), mark(200, 100), mark(100, 300)]
    expect(fanOut(apart, rules).map(({ x, y }) => ({ x, y }))).toEqual(apart.map(({ spot }) => spot))
    expect(fanOut(apart, rules).every(({ ends }) => ends.length === 0)).toBe(true)
  })

  it('takes four marks on a neck apart, each with a line to its spot but for the one that stays', () => {
    const neck = [mark(235, 140), mark(245, 150), mark(256, 146), mark(262, 155)]
    const fanned = fanOut(neck, rules)
    expect(fanned.map(({ members }) => members)).toEqual([[0], [1], [2], [3]])
    expect(mostCovered(fanned)).toBe(0)
    expect(fanned.map(({ ends }) => ends.length)).toEqual([0, 1, 1, 1])
    expect(fanned[2]?.ends).toEqual([{ x: 256, y: 146, isExact: true }])
  })

  it('moves no mark onto a letter of the sides, and leaves one whose spot is there', () => {
    const [, moved] = fanOut(many(2), rules)
    const { x, y } = moved as FannedMark
    const letters = [{ x: x - 10, y: y - 10, width: 20, height: 20 }]
    const isOn = (one: FannedMark) => {
      const { left, right, top, bottom } = boxOf(one)
      return left < x + 10 && right > x - 10 && top < y + 10 && bottom > y - 10
    }
    const fanned = fanOut(many(2), { ...rules, lettersAt: letters })
    expect(fanned.map(({ members }) => members)).toEqual([[0], [1]])
    expect(fanned.some(isOn)).toBe(false)
    expect(fanOut([mark(x, y)], { ...rules, lettersAt: letters })).toMatchObject([{ x, y }])
  })

  it('keeps a mark that comes first where it is when others are added behind it', () => {
    const [first] = fanOut(many(1), rules)
    const [still, beside] = fanOut(many(2), rules)
    expect(still).toEqual(first)
    expect(fanOut(many(3), rules).slice(0, 2)).toEqual([still, beside])
  })

  it('makes one pile of four marks at one place, and of three where there is no room for three', () => {
    expect(fanOut(many(4), rules).map(({ members }) => members)).toEqual([[0, 1, 2, 3]])
    expect(fanOut(many(4, { isExact: false }), rules)).toHaveLength(1)
    const small = { x: 220, y: 260, width: 60, height: 60 }
    expect(fanOut(many(3), { ...rules, frame: small }).map(({ members }) => members)).toEqual([[0, 1, 2]])
  })

  it('lets an exact spot keep its place before the mark of a region', () => {
    const [region, exact] = fanOut([mark(250, 300, { isExact: false, region: 'one' }), mark(252, 300)], rules)
    expect(exact).toMatchObject({ x: 252, y: 300, ends: [] })
    expect(region?.x).not.toBe(250)
  })

  it('gives every mark exactly one place, in the order of the marks', () => {
    fc.assert(
      fc.property(anyMarks, (marks) => {
        const fanned = fanOut(marks, rules)
        const members = fanned.flatMap((one) => one.members)
        expect(members.toSorted((a, b) => a - b)).toEqual(marks.map((_, index) => index))
        const firsts = fanned.map((one) => one.members[0] ?? -1)
        expect(firsts).toEqual(firsts.toSorted((a, b) => a - b))
      }),
    )
  })

  it('covers nothing of any mark or its number, however many there are', () => {
    fc.assert(
      fc.property(anyMarks, (marks) => {
        expect(mostCovered(fanOut(marks, rules))).toBeLessThan(0.001)
      }),
    )
  })

  it('keeps every mark and its number within the frame', () => {
    fc.assert(
      fc.property(anyMarks, (marks) => {
        for (const one of fanOut(marks, rules)) {
          const { left, right, top, bottom } = boxOf(one)
          expect(Math.min(left, top, frame.width - right, frame.height - bottom)).toBeGreaterThan(-0.001)
        }
      }),
    )
  })

  it('leads from every mark that has left its spot back to it', () => {
    fc.assert(
      fc.property(anyMarks, (marks) => {
        for (const { x, y, members, ends } of fanOut(marks, rules)) {
          for (const index of members) {
            const { spot } = marks[index]!
            const isCovered = Math.hypot(spot.x - x, spot.y - y) <= radius
            expect(isCovered || ends.some((end) => end.x === spot.x && end.y === spot.y)).toBe(true)
          }
        }
      }),
    )
  })

  it('never moves a mark of one side to the other', () => {
    fc.assert(
      fc.property(anyMarks, (marks) => {
        for (const { x, members, ends } of fanOut(marks, rules)) {
          const { least, most } = marks[members[0]!]!
          if (ends.length > 0 && members.length === 1) expect(x >= least && x <= most).toBe(true)
        }
      }),
    )
  })

  it('follows from its input alone', () => {
    fc.assert(
      fc.property(anyMarks, (marks) => {
        expect(fanOut(marks, rules)).toEqual(fanOut(structuredClone(marks), rules))
      }),
      { numRuns: 20 },
    )
  })

  it('looks at no more places for each of 500 marks than for each of 250, but for those that stand closer', () => {
    const crowd = Array.from({ length: 500 }, (_, index) => mark((index * 37) % 500, (index * 91) % 900))
    const looksAt = vi.spyOn(Map.prototype, 'get')
    const [half = 0, all = 0] = [250, 500].map((count) => {
      looksAt.mockClear()
      fanOut(crowd.slice(0, count), rules)
      return looksAt.mock.calls.length / count
    })
    looksAt.mockRestore()
    expect(half).toBeGreaterThan(0)
    // Twice as many marks are twice as dense as well: 1.17 times as many looks for each. Whatever is quadratic needs twice as many.
    expect(all).toBeLessThan(half * 1.5)
  })
})
