// Arrow keys lead everywhere and never out of the view.
import { describe, expect, it } from 'vitest'
import { figure } from './figure.generated.ts'
import { views } from './figure.ts'
import { nextRegion, type Direction } from './navigation.ts'

const directions: readonly Direction[] = ['up', 'down', 'left', 'right']

describe.each(views)('arrow keys in the %s view', (view) => {
  const shapes = figure[view].regions
  const ids = shapes.map((shape) => shape.regionId)

  it('lead from every region to every other', () => {
    const onward = new Map(ids.map((id) => [id, directions.map((direction) => nextRegion(shapes, id, direction))]))
    for (const start of ids) {
      const reached = new Set([start])
      for (const id of reached) for (const next of onward.get(id)!) reached.add(next)
      expect(ids.filter((id) => !reached.has(id))).toEqual([])
    }
  })

  it('move the anchor in the direction of the key or not at all', () => {
    const anchor = (id: string) => figure[view].regions.find((shape) => shape.regionId === id)!.anchor
    for (const id of ids) {
      expect(anchor(nextRegion(shapes, id, 'up')).y).toBeLessThanOrEqual(anchor(id).y)
      expect(anchor(nextRegion(shapes, id, 'down')).y).toBeGreaterThanOrEqual(anchor(id).y)
      expect(anchor(nextRegion(shapes, id, 'left')).x).toBeLessThanOrEqual(anchor(id).x)
      expect(anchor(nextRegion(shapes, id, 'right')).x).toBeGreaterThanOrEqual(anchor(id).x)
    }
  })
})

describe('an arrow key', () => {
  it('stays where it is on a region that the view does not show', () => {
    expect(nextRegion(figure.anterior.regions, 'back.sacrum', 'up')).toBe('back.sacrum')
  })

  it('leads only to regions that are shown', () => {
    const shown = figure.posterior.regions.filter(({ regionId }) => regionId !== 'back.coccyx')
    expect(nextRegion(shown, 'back.sacrum', 'down')).not.toBe('back.coccyx')
  })

  it('leads from the sacrum down to the coccyx', () => {
    expect(nextRegion(figure.posterior.regions, 'back.sacrum', 'down')).toBe('back.coccyx')
  })
})
