import { describe, expect, it } from 'vitest'
import type { FigureView } from '#shared/domain/bodymap/figure.ts'
import { plainFinding, type Finding } from '#shared/domain/bodymap/finding.ts'
import { placeMarks, spotMarkAt } from './markPlacement.ts'

const figure: FigureView = {
  view: 'posterior',
  width: 400,
  height: 900,
  outline: '',
  tones: [],
  regions: [
    { regionId: 'middle', path: '', anchor: { x: 200, y: 300 } },
    { regionId: 'edge', path: '', anchor: { x: 3, y: 500 } },
  ],
}
const finding = (fields: Partial<Finding>): Finding => ({
  ...plainFinding({ regionId: 'middle', kind: 'pain', severity: 5, phase: 'before', view: 'posterior', ...fields }),
  id: fields.id ?? 'id',
  sessionId: 's',
})

describe('placing marks', () => {
  it('puts one finding on its region’s anchor', () => {
    expect(placeMarks(figure, [finding({})], 10)).toMatchObject([{ x: 200, y: 300 }])
  })

  it('puts a finding with an exact spot there', () => {
    expect(placeMarks(figure, [finding({ point: { x: 7, y: 8 } })], 10)).toMatchObject([{ x: 7, y: 8 }])
  })

  it('sets several findings of one region side by side, centred, so that none hides another', () => {
    const marks = placeMarks(
      figure,
      Array.from({ length: 5 }, () => finding({})),
      10,
    )
    const centres = marks.map(({ x, y }) => `${x},${y}`)
    expect(new Set(centres).size).toBe(5)
    expect(marks.slice(0, 3).reduce((sum, { x }) => sum + x, 0) / 3).toBe(200)
  })

  it('keeps marks inside the picture', () => {
    expect(placeMarks(figure, [finding({ regionId: 'edge' })], 10)[0]?.x).toBe(10)
  })

  it('keeps marks and their numbers inside a window onto the drawing', () => {
    const window = { x: 195, y: 295, width: 60, height: 60 }
    const [mark] = placeMarks(figure, [finding({})], 10, window)
    expect(mark).toMatchObject({ x: 205, y: 311.5 })
  })

  it('leaves out what lies outside a window onto the drawing, however near', () => {
    const window = { x: 205, y: 295, width: 60, height: 60 }
    expect(placeMarks(figure, [finding({}), finding({ point: { x: 204, y: 300 } })], 10, window)).toEqual([])
  })

  it('leaves out other views and regions that this view does not show', () => {
    expect(placeMarks(figure, [finding({ view: 'anterior' }), finding({ regionId: 'unknown' })], 10)).toEqual([])
  })
})

describe('hitting the mark of an exact spot', () => {
  const near = finding({ id: 'near', point: { x: 100, y: 100 } })
  const over = finding({ id: 'over', point: { x: 104, y: 100 } })

  it('finds the topmost mark that covers the place', () => {
    expect(spotMarkAt([near, over], 'posterior', { x: 99, y: 100 }, 10)).toBe(over)
    expect(spotMarkAt([near, over], 'posterior', { x: 92, y: 100 }, 10)).toBe(near)
  })

  it('finds none beside the mark, in another view, or without an exact spot', () => {
    expect(spotMarkAt([near], 'posterior', { x: 111, y: 100 }, 10)).toBeUndefined()
    expect(spotMarkAt([near], 'anterior', { x: 100, y: 100 }, 10)).toBeUndefined()
    expect(spotMarkAt([finding({})], 'posterior', { x: 200, y: 300 }, 10)).toBeUndefined()
  })
})
