// Zooming keeps the body in view and the point under the pointer where it is.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  atRest,
  between,
  boxAround,
  boxAtRest,
  boxOnStage,
  keptInView,
  pannedTo,
  resized,
  scaledAround,
  viewOnto,
  type Box,
  type Transform,
} from './stageGeometry.ts'

const stage = { width: 600, height: 400 }
const content: Box = { x: 100, y: 0, width: 400, height: 400 }

const transforms = fc.record({
  k: fc.double({ min: 1, max: 10, noNaN: true }),
  x: fc.double({ min: -9000, max: 9000, noNaN: true }),
  y: fc.double({ min: -9000, max: 9000, noNaN: true }),
})
const boxes = fc
  .record({
    x: fc.double({ min: 100, max: 480, noNaN: true }),
    y: fc.double({ min: 0, max: 380, noNaN: true }),
    width: fc.double({ min: 1, max: 120, noNaN: true }),
    height: fc.double({ min: 1, max: 120, noNaN: true }),
  })
  .map((box) => ({
    ...box,
    width: Math.min(box.width, 500 - box.x),
    height: Math.min(box.height, 400 - box.y),
  }))

const expectSame = (one: Transform, other: Transform) => {
  expect(one.k).toBeCloseTo(other.k, 6)
  expect(one.x).toBeCloseTo(other.x, 4)
  expect(one.y).toBeCloseTo(other.y, 4)
}

describe('keeping the figures in view', () => {
  it('cannot pan while the whole picture is shown', () => {
    expect(keptInView({ k: 1, x: 80, y: -30 }, content, stage)).toEqual(atRest)
  })

  it('enlarges to ten times at most and never makes smaller', () => {
    expect(keptInView({ k: 30, x: 0, y: 0 }, content, stage).k).toBe(10)
    expect(keptInView({ k: 0.2, x: 0, y: 0 }, content, stage)).toEqual(atRest)
  })

  it('always leaves a part of the figures on the stage', () => {
    fc.assert(
      fc.property(transforms, (wanted) => {
        const seen = boxOnStage(content, keptInView(wanted, content, stage))
        expect(Math.min(seen.x + seen.width, 600) - Math.max(seen.x, 0)).toBeGreaterThan(60)
        expect(Math.min(seen.y + seen.height, 400) - Math.max(seen.y, 0)).toBeGreaterThan(60)
      }),
    )
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(transforms, (wanted) => {
        const kept = keptInView(wanted, content, stage)
        expectSame(keptInView(kept, content, stage), kept)
      }),
    )
  })

  it('reaches every point of the figures at every enlargement', () => {
    fc.assert(
      fc.property(boxes, fc.double({ min: 1, max: 10, noNaN: true }), ({ x, y }, k) => {
        const kept = keptInView({ k, x: 300 - x * k, y: 200 - y * k }, content, stage)
        const point = boxOnStage({ x, y, width: 0, height: 0 }, kept)
        expect(point.x).toBeGreaterThanOrEqual(-0.001)
        expect(point.x).toBeLessThanOrEqual(600.001)
        expect(point.y).toBeGreaterThanOrEqual(-0.001)
        expect(point.y).toBeLessThanOrEqual(400.001)
      }),
    )
  })
})

describe('going to a box', () => {
  it('puts a region in the middle at a third of the stage', () => {
    const onto = viewOnto({ x: 300, y: 180, width: 20, height: 20 }, content, stage, 24)
    const seen = boxOnStage({ x: 300, y: 180, width: 20, height: 20 }, onto)
    expect(seen.height).toBeCloseTo(400 / 3)
    expect(seen.x + seen.width / 2).toBeCloseTo(300)
    expect(seen.y + seen.height / 2).toBeCloseTo(200)
  })

  it('is at least twice as large, so that something happens', () => {
    expect(viewOnto({ x: 250, y: 100, width: 100, height: 150 }, content, stage, 24).k).toBe(2)
  })

  it('keeps free of the margins what is as large as the picture', () => {
    expect(viewOnto({ x: 150, y: 0, width: 300, height: 350 }, content, stage, 20).k).toBeCloseTo(360 / 350)
    expect(viewOnto(content, content, stage, 20)).toEqual(atRest)
  })

  it('shows the whole of any region', () => {
    fc.assert(
      fc.property(boxes, (box) => {
        const seen = boxOnStage(box, viewOnto(box, content, stage, 24))
        expect(seen.x).toBeGreaterThanOrEqual(-0.001)
        expect(seen.y).toBeGreaterThanOrEqual(-0.001)
        expect(seen.x + seen.width).toBeLessThanOrEqual(600.001)
        expect(seen.y + seen.height).toBeLessThanOrEqual(400.001)
      }),
    )
  })
})

describe('enlarging around a point', () => {
  it('leaves the point where it is', () => {
    const from = { k: 2, x: -300, y: -200 }
    const to = scaledAround(from, 1.5, { x: 320, y: 190 }, content, stage)
    const [before, after] = [from, to].map((t) => ({ x: (320 - t.x) / t.k, y: (190 - t.y) / t.k }))
    expect(to.k).toBe(3)
    expect(after?.x).toBeCloseTo(before?.x ?? 0)
    expect(after?.y).toBeCloseTo(before?.y ?? 0)
  })

  it('comes back to the whole picture', () => {
    const closer = scaledAround(atRest, 4, { x: 20, y: 390 }, content, stage)
    expect(scaledAround(closer, 1 / 8, { x: 500, y: 0 }, content, stage)).toEqual(atRest)
  })
})

describe('panning to a focused region', () => {
  const zoomed = { k: 4, x: -900, y: -600 }

  it('moves nothing for a region in view', () => {
    const inView = boxAtRest({ x: 200, y: 100, width: 80, height: 60 }, zoomed)
    expect(pannedTo(zoomed, inView, content, stage, 28)).toBe(zoomed)
  })

  it('moves no further than the margin', () => {
    const above = boxAtRest({ x: 200, y: -90, width: 80, height: 60 }, zoomed)
    const panned = pannedTo(zoomed, above, content, stage, 28)
    expectSame(panned, { k: 4, x: -900, y: -600 + 118 })
    const right = boxAtRest({ x: 590, y: 100, width: 80, height: 60 }, zoomed)
    expectSame(pannedTo(zoomed, right, content, stage, 28), { k: 4, x: -900 - 98, y: -600 })
  })

  it('shows some of whatever region it is, at any zoom', () => {
    fc.assert(
      fc.property(transforms, boxes, (wanted, box) => {
        const from = keptInView(wanted, content, stage)
        const seen = boxOnStage(box, pannedTo(from, box, content, stage, 28))
        const acrossShown = Math.min(seen.x + seen.width, 600) - Math.max(seen.x, 0)
        const downShown = Math.min(seen.y + seen.height, 400) - Math.max(seen.y, 0)
        expect(acrossShown).toBeGreaterThanOrEqual(Math.min(seen.width, 300) - 0.001)
        expect(downShown).toBeGreaterThanOrEqual(Math.min(seen.height, 200) - 0.001)
      }),
    )
  })
})

describe('a flight', () => {
  it('begins and ends where it should', () => {
    fc.assert(
      fc.property(transforms, transforms, (from, to) => {
        expectSame(between(from, to, 0), from)
        expectSame(between(from, to, 1), to)
      }),
    )
  })

  it('keeps its enlargement between both ends', () => {
    fc.assert(
      fc.property(boxes, boxes, fc.double({ min: 0, max: 1, noNaN: true }), (one, other, share) => {
        const from = viewOnto(one, content, stage, 24)
        const to = viewOnto(other, content, stage, 24)
        const { k } = between(from, to, share)
        expect(k).toBeGreaterThanOrEqual(Math.min(from.k, to.k) - 1e-9)
        expect(k).toBeLessThanOrEqual(Math.max(from.k, to.k) + 1e-9)
      }),
    )
  })

  it('goes straight where the enlargement is the same', () => {
    expectSame(between({ k: 3, x: 0, y: 0 }, { k: 3, x: -100, y: 50 }, 0.5), { k: 3, x: -50, y: 25 })
  })
})

describe('boxes', () => {
  it('at rest and on the stage are inverse to each other', () => {
    fc.assert(
      fc.property(boxes, transforms, (box, t) => {
        const back = boxAtRest(boxOnStage(box, t), t)
        expect(back.x).toBeCloseTo(box.x, 4)
        expect(back.width).toBeCloseTo(box.width, 4)
      }),
    )
  })

  it('have one box around them, and without any there is the given one', () => {
    const one = { x: 10, y: 20, width: 5, height: 5 }
    const other = { x: 0, y: 22, width: 12, height: 9 }
    expect(boxAround([one, other], content)).toEqual({ x: 0, y: 20, width: 15, height: 11 })
    expect(boxAround([], content)).toBe(content)
  })
})

it('shows the same part after the stage changed its size', () => {
  expect(resized({ k: 3, x: -300, y: -200 }, stage, { width: 300, height: 800 })).toEqual({ k: 3, x: -150, y: -400 })
  expect(resized(atRest, { width: 0, height: 0 }, stage)).toBe(atRest)
})
