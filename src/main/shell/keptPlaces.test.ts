import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstPlace, furtherPlace, keptPlacesFormat, nothingKept, withPlace, type Bounds } from './keptPlaces.ts'

const desk = { id: 1, workArea: { x: 0, y: 24, width: 1920, height: 1056 } }
const small = { id: 2, workArea: { x: 0, y: 0, width: 1280, height: 680 } }
const beside = { id: 3, workArea: { x: -1600, y: 0, width: 1600, height: 900 } }
const place = { x: 100, y: 80, width: 1000, height: 700, isMaximized: false }

const isWithin = (inner: Bounds, outer: Bounds) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height

describe('the first window', () => {
  it('is 1280 × 800 in the middle at a first start, and fits a display that is lower than that', () => {
    expect(firstPlace(nothingKept, [desk], desk)).toEqual({
      x: 320,
      y: 152,
      width: 1280,
      height: 800,
      isMaximized: false,
    })
    expect(firstPlace(nothingKept, [small], small)).toMatchObject({ x: 0, y: 0, width: 1280, height: 680 })
  })

  it('opens where it was, on the display that was used last, maximised if it was', () => {
    const kept = withPlace(withPlace(nothingKept, desk, place), beside, { ...place, x: -1500, isMaximized: true })
    expect(firstPlace(kept, [desk, beside], desk)).toEqual({ ...place, x: -1500, isMaximized: true })
  })

  it('opens on the primary display, as it was there, when the other monitor is gone', () => {
    const kept = withPlace(withPlace(nothingKept, desk, place), beside, { ...place, x: -1500 })
    expect(firstPlace(kept, [desk], desk)).toEqual(place)
    expect(isWithin(firstPlace(kept, [small], small), small.workArea)).toBe(true)
  })

  it('lies wholly within a display, whatever was kept and whatever the displays have become', () => {
    const bounds = fc.record({
      x: fc.integer({ min: -9000, max: 9000 }),
      y: fc.integer({ min: -9000, max: 9000 }),
      width: fc.integer({ min: 1, max: 9000 }),
      height: fc.integer({ min: 1, max: 9000 }),
    })
    fc.assert(
      fc.property(bounds, bounds, bounds, (was, area, now) => {
        const kept = withPlace(nothingKept, { id: 7, workArea: area }, { ...was, isMaximized: false })
        const display = { id: 7, workArea: now }
        const opened = firstPlace(kept, [display], display)
        expect(isWithin(opened, now)).toBe(true)
        expect(isWithin(furtherPlace(opened, display), now)).toBe(true)
      }),
    )
  })
})

describe('further windows', () => {
  it('lie a step from the one in front, and begin at the corner again at the edge', () => {
    const { isMaximized: _, ...front } = place
    expect(furtherPlace(front, desk)).toEqual({ ...front, x: 128, y: 108 })
    expect(furtherPlace({ ...front, x: 910, y: 370 }, desk)).toEqual({ ...front, x: 0, y: 24 })
  })
})

describe('what is kept', () => {
  it('is read back as it was, and forgets the display that was not used for longest', () => {
    const many = Array.from({ length: 30 }, (_, id) => ({ id, workArea: desk.workArea }))
    const kept = many.reduce((before, display) => withPlace(before, display, place), nothingKept)
    expect(keptPlacesFormat.parse(JSON.parse(JSON.stringify(kept)))).toEqual(kept)
    expect(Object.keys(kept.places)).toHaveLength(20)
    expect(kept.last).toBe('29')
  })

  it.each([
    ['another format', { ...nothingKept, format: 'other' }],
    ['a place of no size', { ...nothingKept, places: { 1: { ...place, width: 0 } } }],
    ['more than places', { ...nothingKept, title: 'Note' }],
  ])('is refused where it holds %s', (_, content) => {
    expect(keptPlacesFormat.safeParse(content).success).toBe(false)
  })
})
