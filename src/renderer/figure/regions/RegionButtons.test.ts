import { describe, expect, it } from 'vitest'
import { figure } from '#shared/domain/bodymap/figure.generated.ts'
import type { FigureView } from '#shared/domain/bodymap/figure.ts'
import { insets } from '#shared/domain/bodymap/insets.ts'
import { boxMiddles, regionIn } from '#shared/domain/bodymap/regionAtPoint.ts'
import { hitOrder, hitPath, specksOf } from './RegionButtons.tsx'

const drawings: readonly FigureView[] = [...new Set([...Object.values(figure), ...insets.map((inset) => inset.figure)])]

describe('the shapes in which regions are hit', () => {
  it.each(drawings)('give every region the middle of its own box ($view)', (drawing) => {
    const specks = specksOf(drawing)
    const order = hitOrder(drawing.regions, specks).map(({ regionId }) => regionId)
    for (const [id, { x, y }] of boxMiddles(drawing)) {
      const owner = regionIn(drawing, x, y)
      const isAbove = owner === null || order.indexOf(id) >= order.indexOf(owner)
      expect(owner === id || (specks.has(id) && isAbove), id).toBe(true)
    }
  })

  it('are the drawn shapes themselves, but for the few whose middle lies elsewhere', () => {
    const { regions } = figure.posterior
    const specks = specksOf(figure.posterior)
    expect(specks.size).toBeLessThan(regions.length / 8)
    for (const shape of regions) {
      const path = hitPath(shape, specks, 2)
      expect(path.startsWith(shape.path)).toBe(true)
      expect(path === shape.path).toBe(!specks.has(shape.regionId))
    }
  })
})
