// Insets show known regions and stay within their drawings.
import { describe, expect, it } from 'vitest'
import { insets } from './insets.ts'
import { regionById } from './regions.ts'

describe.each(insets.map((inset) => [inset.name, inset] as const))('the inset %s', (_, { figure, box }) => {
  it('shows only regions of the catalogue', () => {
    expect(figure.regions.filter(({ regionId }) => !regionById(regionId))).toEqual([])
  })

  it('has at least three regions to tap', () => {
    const inside = figure.regions.filter(
      ({ anchor: { x, y } }) => x > box.x && y > box.y && x < box.x + box.width && y < box.y + box.height,
    )
    expect(inside.length).toBeGreaterThanOrEqual(3)
  })

  it('lies within its drawing', () => {
    expect(box.x).toBeGreaterThanOrEqual(0)
    expect(box.y).toBeGreaterThanOrEqual(0)
    expect(box.x + box.width).toBeLessThanOrEqual(figure.width)
    expect(box.y + box.height).toBeLessThanOrEqual(figure.height)
  })
})

describe('the insets', () => {
  it('have ids of their own', () => {
    expect(new Set(insets.map(({ id }) => id)).size).toBe(insets.length)
  })

  it('show the sole with heel, arch, ball and toes of both feet', () => {
    const soles = insets.find(({ id }) => id === 'soles')!.figure.regions.map(({ regionId }) => regionId)
    for (const key of ['heel', 'sole', 'medial-arch', 'ball', 'great-toe', 'toes']) {
      expect(soles).toContain(`foot.${key}.left`)
      expect(soles).toContain(`foot.${key}.right`)
    }
  })
})
