// R and L at every zoom: never off the stage, never exchanged, hidden only with their figure.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { letterPlaces, letterRooms, type SideLetters } from './letterPlaces.ts'
import { atRest, keptInView, type Box } from './stageGeometry.ts'

const stage = { width: 583, height: 440 }
const front: Box = { x: 80, y: 2, width: 210, height: 418 }
const back: Box = { x: 300, y: 2, width: 210, height: 418 }
const content: Box = { x: 80, y: 2, width: 430, height: 418 }
const pair: SideLetters = { left: 'R', right: 'L', inset: 0.2 }

describe('the letters of a whole figure', () => {
  it('stand beside the head, the same distance from both edges', () => {
    const [left, right] = letterPlaces(pair, front, atRest, stage)
    expect(left).toMatchObject({ letter: 'R', x: 122, y: 24, beyond: null })
    expect(right).toMatchObject({ letter: 'L', x: 248, y: 24, beyond: null })
  })

  it('stand in the middle of the room that is kept free for them, at rest and enlarged', () => {
    const units = { x: 0, y: 0, width: 420, height: 836 }
    for (const k of [1, 2, 5]) {
      const places = letterPlaces(pair, front, { k, x: -80 * k, y: 0 }, { width: 5000, height: 5000 })
      const rooms = letterRooms(pair, units, 2, k)
      const onStage = rooms.map((room) => ({
        x: expect.closeTo(((room.x + room.width / 2) / 2) * k, 6),
        y: expect.closeTo(((room.y + room.height / 2) / 2 + front.y) * k, 6),
      }))
      expect(places.map(({ x, y }) => ({ x, y }))).toEqual(onStage)
      for (const { width } of rooms) expect((width / 2) * k).toBeCloseTo(12, 6)
    }
    expect(letterRooms({ ...pair, left: null }, units, 2, 1)).toHaveLength(1)
  })

  it('stay at the edges of the stage while the figure is larger than the stage', () => {
    const [left, right] = letterPlaces(pair, front, { k: 4, x: -460, y: -500 }, stage)
    expect(left).toMatchObject({ letter: 'R', x: 14, y: 14 })
    expect(right).toMatchObject({ letter: 'L', x: 569, y: 14 })
  })

  it('say that a side lies further that way when only the other is in view', () => {
    const rightArm = { k: 8, x: -700, y: -1000 }
    const [left, right] = letterPlaces(pair, front, rightArm, stage)
    expect(left?.beyond).toBeNull()
    expect(right).toMatchObject({ letter: 'L', beyond: 'right' })
  })

  it('go with a figure of which less than 60 pixels are in view', () => {
    expect(letterPlaces(pair, back, { k: 1, x: -460, y: 0 }, stage)).toEqual([])
    expect(letterPlaces(pair, back, { k: 1, x: -440, y: 0 }, stage)).toHaveLength(2)
  })

  it('stay on the stage, in their order, beside what is visible of the figure', () => {
    const transforms = fc.record({
      k: fc.double({ min: 1, max: 10, noNaN: true }),
      x: fc.double({ min: -6000, max: 600, noNaN: true }),
      y: fc.double({ min: -5000, max: 400, noNaN: true }),
    })
    fc.assert(
      fc.property(transforms, fc.constantFrom(front, back), (wanted, figure) => {
        const t = keptInView(wanted, content, stage)
        const places = letterPlaces(pair, figure, t, stage)
        for (const { x, y } of places) {
          expect(x).toBeGreaterThanOrEqual(10)
          expect(x).toBeLessThanOrEqual(573)
          expect(y).toBeGreaterThanOrEqual(10)
          expect(y).toBeLessThanOrEqual(440)
          expect(x).toBeGreaterThanOrEqual(figure.x * t.k + t.x)
          expect(x).toBeLessThanOrEqual((figure.x + figure.width) * t.k + t.x)
        }
        expect(places.map(({ letter }) => letter)).toEqual(places.length === 0 ? [] : ['R', 'L'])
        if (places[0] && places[1]) expect(places[1].x - places[0].x).toBeGreaterThanOrEqual(18)
      }),
    )
  })
})

describe('the letter of a single side', () => {
  it('is shown once, at its edge', () => {
    const places = letterPlaces({ left: null, right: 'L', inset: 0.1 }, front, atRest, stage)
    expect(places).toMatchObject([{ letter: 'L', x: 269 }])
  })

  it('points nowhere, since the other side is not shown', () => {
    const [place] = letterPlaces({ left: 'R', right: null, inset: 0.1 }, front, { k: 8, x: -1700, y: -600 }, stage)
    expect(place?.beyond).toBeNull()
  })

  it('stands beside small insets too', () => {
    expect(
      letterPlaces({ left: 'R', right: null, inset: 0.1 }, { ...front, width: 40, height: 50 }, atRest, stage),
    ).toHaveLength(1)
  })
})
