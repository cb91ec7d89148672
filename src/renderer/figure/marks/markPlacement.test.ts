import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { figure as figures } from '#shared/domain/bodymap/figure.generated.ts'
import type { FigureView } from '#shared/domain/bodymap/figure.ts'
import { plainFinding, type Finding } from '#shared/domain/bodymap/finding.ts'
import { regionIn } from '#shared/domain/bodymap/regionAtPoint.ts'
import { anySession } from '../../../../tests/fixtures/arbitraryFindings.ts'
import { markAt, ownMarkAt, placeMarks, type PlacedMark } from './markPlacement.ts'

const drawing: FigureView = {
  view: 'posterior',
  width: 400,
  height: 900,
  outline: '',
  tones: [],
  regions: [
    {
      regionId: 'middle',
      path: 'M0 0c300 0 400 0 400 0c0 200 0 900 0 900c-200 0-400 0-400 0z',
      anchor: { x: 200, y: 300 },
    },
    { regionId: 'edge', path: '', anchor: { x: 3, y: 500 } },
    { regionId: 'narrow', path: '', anchor: { x: 300, y: 600 } },
  ],
}
const whole = { drawing, box: { x: 0, y: 0, width: 400, height: 900 } }
const finding = (fields: Partial<Finding>): Finding => ({
  ...plainFinding({ regionId: 'middle', kind: 'pain', severity: 5, phase: 'before', view: 'posterior', ...fields }),
  id: fields.id ?? 'id',
  sessionId: 's',
})
const several = (count: number, fields: Partial<Finding> = {}) =>
  Array.from({ length: count }, (_, index) => finding({ id: `${index}`, ...fields }))

describe('placing marks', () => {
  it('puts one finding on its region’s anchor', () => {
    expect(placeMarks(whole, [finding({})], 10)).toMatchObject([{ x: 200, y: 300, ends: [], isAway: false }])
  })

  it('puts a finding with an exact spot there', () => {
    expect(placeMarks(whole, [finding({ point: { x: 30, y: 40 } })], 10)).toMatchObject([{ x: 30, y: 40, ends: [] }])
  })

  it('sets several findings of one region side by side, without lines as long as they stand in it', () => {
    const marks = placeMarks(whole, several(3), 10)
    expect(new Set(marks.map(({ x, y }) => `${x},${y}`)).size).toBe(3)
    expect(marks.flatMap(({ ends }) => ends)).toEqual([])
  })

  it('leads a line to the region from what has no room in it', () => {
    const [still, away] = placeMarks(whole, several(2, { regionId: 'narrow' }), 10)
    expect(still).toMatchObject({ x: 300, y: 600, isAway: false, ends: [] })
    expect(away).toMatchObject({ isAway: true, ends: [{ x: 300, y: 600, isExact: false }] })
  })

  it('makes one pile of more findings than can stand at a place', () => {
    const [pile, ...others] = placeMarks(whole, several(5), 10)
    expect(others).toEqual([])
    expect(pile?.items.map(({ id }) => id)).toEqual(['0', '1', '2', '3', '4'])
  })

  it('keeps marks and their numbers inside a window onto the drawing', () => {
    const [edge] = placeMarks(whole, [finding({ regionId: 'edge' })], 10)
    expect(edge?.x).toBe(12)
    const window = { drawing, box: { x: 195, y: 295, width: 60, height: 60 } }
    expect(placeMarks(window, [finding({})], 10)[0]).toMatchObject({ x: 207, y: 310.8 })
  })

  it('leaves out what lies outside a window onto the drawing, however near', () => {
    const window = { drawing, box: { x: 205, y: 295, width: 60, height: 60 } }
    expect(placeMarks(window, [finding({}), finding({ point: { x: 204, y: 300 } })], 10)).toEqual([])
  })

  it('leaves out other views and regions that this view does not show', () => {
    expect(placeMarks(whole, [finding({ view: 'anterior' }), finding({ regionId: 'unknown' })], 10)).toEqual([])
  })
})

const radius = 22
const onBack = { drawing: figures.posterior, box: { x: 0, y: 0, width: 500, height: figures.posterior.height } }
const touches = (one: PlacedMark, other: PlacedMark) =>
  Math.abs(one.x - other.x) < radius * 2 && Math.abs(one.y - other.y) < radius * 2

describe('a busy body', () => {
  it('shows every finding of any session in one place, apart from the others', () => {
    fc.assert(
      fc.property(anySession, (session) => {
        const findings = session.map((one) => ({ ...one, point: null, view: 'posterior' as const }))
        const seen = findings.filter(({ regionId }) =>
          figures.posterior.regions.some((region) => region.regionId === regionId),
        )
        const placed = placeMarks(onBack, findings, radius)
        expect(placed.flatMap(({ items }) => items)).toHaveLength(seen.length)
        for (const [index, one] of placed.entries()) {
          expect(placed.slice(index + 1).some((other) => touches(one, other))).toBe(false)
        }
      }),
      { numRuns: 50 },
    )
  })

  it('has a line to each region whose mark stands elsewhere', () => {
    const findings = figures.posterior.regions.map(({ regionId }) => finding({ id: regionId, regionId }))
    const placed = placeMarks(onBack, findings, radius)
    const away = placed.filter(({ items: [one], x, y }) => regionIn(figures.posterior, x, y) !== one.regionId)
    expect(away.length).toBeGreaterThan(5)
    expect(away.every(({ ends, isAway }) => isAway && ends.length > 0)).toBe(true)
  })

  it('shows 500 findings, none under another', () => {
    const { regions } = figures.posterior
    const findings = several(500).map((one, index) => ({
      ...one,
      regionId: regions[(index * 7) % regions.length]?.regionId ?? '',
    }))
    const placed = placeMarks(onBack, findings, radius)
    expect(placed.flatMap(({ items }) => items)).toHaveLength(500)
    expect(placed.length).toBeGreaterThan(40)
    expect(placed.some((one, index) => placed.slice(index + 1).some((other) => touches(one, other)))).toBe(false)
  })
})

describe('pressing a mark', () => {
  const near = finding({ id: 'near', point: { x: 100, y: 100 } })
  const onRegion = finding({ id: 'region' })
  const placed = placeMarks(whole, [near, onRegion, ...several(2, { regionId: 'narrow' })], 10)

  it('finds the one of an exact spot, and the one that stands away from its region', () => {
    expect(ownMarkAt(placed, { x: 99, y: 100 }, 10)?.items).toEqual([near])
    const away = placed.find(({ isAway }) => isAway)
    expect(away && ownMarkAt(placed, away, 10)).toBe(away)
  })

  it('finds none beside a mark, and leaves a mark on its region to the region', () => {
    expect(ownMarkAt(placed, { x: 111, y: 100 }, 10)).toBeUndefined()
    expect(ownMarkAt(placed, { x: 200, y: 300 }, 10)).toBeUndefined()
    expect(markAt(placed, { x: 200, y: 300 }, 10)?.items).toEqual([onRegion])
  })

  it('finds a pile wherever it stands', () => {
    const piled = placeMarks(whole, several(6), 10)
    expect(ownMarkAt(piled, { x: 200, y: 300 }, 10)?.items).toHaveLength(6)
  })
})
