import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { figure } from '#shared/domain/bodymap/figure.generated.ts'
import type { Finding } from '#shared/domain/bodymap/finding.ts'
import { anySession, findingOf } from '../../../../tests/fixtures/arbitraryFindings.ts'
import { visitsOf } from '../../../../tests/fixtures/visitsOf.ts'
import { figuresOf } from '#renderer/figure/index.ts'
import { countPlaced, placeDifferences } from './differencePlaces.ts'
import { differencesAt } from './differences.ts'

const whole = (view: keyof typeof figure) => ({
  key: view,
  view,
  drawing: figure[view],
  box: { x: 0, y: 0, width: figure[view].width, height: figure[view].height },
  sharesPoints: true,
})
const [anterior, posterior, left] = [whole('anterior'), whole('posterior'), whole('left-lateral')]
const placed = (figures: Parameters<typeof placeDifferences>[0], findings: readonly Finding[], radius = 20) =>
  placeDifferences(figures, differencesAt(visitsOf([findings]), 0, 'previous').differences, radius)
const middle = figure.posterior.width / 2

describe('placing differences', () => {
  it('puts each on the view in which it was marked, and only there', () => {
    const places = placed([anterior, posterior], [findingOf(1), findingOf(2, { view: 'anterior' })])
    expect(places.get('anterior')).toHaveLength(1)
    expect(places.get('posterior')).toHaveLength(1)
  })

  it('shows what was marked from the side on the first view that has the region', () => {
    const fromSide = findingOf(1, { regionId: 'shoulder.upper-trapezius.left', view: 'left-lateral' })
    expect(placed([anterior, posterior], [fromSide]).get('anterior')).toHaveLength(1)
  })

  it('counts what no shown view has', () => {
    const differences = differencesAt(visitsOf([[findingOf(1)]]), 0, 'previous').differences
    expect(countPlaced([left], differences)).toBe(0)
    expect(countPlaced([posterior], differences)).toBe(1)
  })

  it('keeps an exact spot', () => {
    const spot = findingOf(1, { point: { x: 283.5, y: 171 } })
    expect(placed([posterior], [spot, findingOf(2)]).get('posterior')?.[0]).toMatchObject({ x: 283.5, y: 171 })
  })

  it('never puts a mark of one side on the other', () => {
    const both = ['right', 'left'].flatMap((side, index) =>
      [1, 2, 3, 4].map((number) => findingOf(index * 10 + number, { regionId: `shoulder.upper-trapezius.${side}` })),
    )
    for (const { items, x } of placed([posterior], both).get('posterior') ?? []) {
      const isRight = items[0].finding.regionId.endsWith('.right')
      expect(isRight ? x > middle : x < middle).toBe(true)
    }
  })

  it('places marks that move on a figure as the stage shows it, with its letters', () => {
    const [shown] = figuresOf('posterior')
    const marks = [1, 2, 3].map((number) => findingOf(number))
    expect(
      shown &&
        placed([shown], marks)
          .get(shown.key)
          ?.flatMap(({ items }) => items),
    ).toHaveLength(3)
  })

  it('does not let marks of one region cover each other', () => {
    const marks =
      placed(
        [posterior],
        [1, 2, 3].map((number) => findingOf(number)),
      ).get('posterior') ?? []
    const gaps = marks.flatMap((one, index) =>
      marks.slice(index + 1).map((other) => Math.hypot(one.x - other.x, one.y - other.y)),
    )
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(40)
  })

  it('marks every finding of any session at most once', () => {
    fc.assert(
      fc.property(anySession, (findings) => {
        const places = [...placed([anterior, posterior, left], findings).values()].flat()
        const marked = places.flatMap(({ items }) => items)
        expect(new Set(marked).size).toBe(marked.length)
        for (const { x, y } of places) expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true)
      }),
      { numRuns: 50 },
    )
  })

  it('leads from a mark that gave way to its region', () => {
    const neck = ['neck.back.right', 'neck.back.left', 'head.occiput.right', 'head.occiput.left']
    const regionIds = neck.filter((id) => figure.posterior.regions.some(({ regionId }) => regionId === id))
    const marks =
      placed(
        [posterior],
        regionIds.flatMap((regionId, index) => [
          findingOf(index * 2, { regionId }),
          findingOf(index * 2 + 1, { regionId }),
        ]),
      ).get('posterior') ?? []
    expect(marks.filter(({ isAway }) => isAway).every(({ ends }) => ends.length > 0)).toBe(true)
  })
})
