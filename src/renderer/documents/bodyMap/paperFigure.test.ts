import { describe, expect, it } from 'vitest'
import { figure } from '#shared/domain/bodymap/figure.generated.ts'
import { views, type FigureView } from '#shared/domain/bodymap/figure.ts'
import { coarsePath, paperFigure } from './paperFigure.ts'

const size = ({ outline, tones, regions }: FigureView) =>
  outline.length + [...tones, ...regions].reduce((sum, { path }) => sum + path.length, 0)

describe('the figure for paper', () => {
  it('keeps every corner and drops what lies on a line', () => {
    expect(coarsePath('M0 0c5 0 5 0 10 0 5 0 5 0 10 0 0 5 0 5 0 10 -10 0 -10 0 -20 0z', 0.4)).toBe(
      'M0 0l20 0l0 10l-20 0z',
    )
  })

  it('follows a curve closely', () => {
    const corners = coarsePath('M0 0c0 55 45 100 100 100', 0.4).match(/l/gu) ?? []
    expect(corners.length).toBeGreaterThan(3)
  })

  it('keeps the rings of a path apart', () => {
    expect(coarsePath('M0 0c1 0 2 0 3 0 0 1 0 2 0 3zM9 9c1 0 2 0 3 0', 0.1)).toBe('M0 0l3 0l0 3zM9 9l3 0')
  })

  it.each(views)('is at most half as large as the one on screen, and as much of it (%s)', (view) => {
    const paper = paperFigure(view)
    expect(size(paper)).toBeLessThan(size(figure[view]) / 2)
    expect(paper.tones).toHaveLength(figure[view].tones.length)
    expect(paper.regions.map(({ regionId, anchor }) => [regionId, anchor])).toEqual(
      figure[view].regions.map(({ regionId, anchor }) => [regionId, anchor]),
    )
  })
})
