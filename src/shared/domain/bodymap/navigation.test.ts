// Arrow keys lead everywhere and never out of the view.
import { describe, expect, it } from 'vitest'
import { figure } from './figure.generated.ts'
import { views } from './figure.ts'
import { nextRegion, type Direction } from './navigation.ts'

const directions: readonly Direction[] = ['up', 'down', 'left', 'right']

describe.each(views)('arrow keys in the %s view', (view) => {
  const ids = figure[view].regions.map((shape) => shape.regionId)

  it('lead from every region to every other', () => {
    const onward = new Map(ids.map((id) => [id, directions.map((direction) => nextRegion(view, id, direction))]))
    for (const start of ids) {
      const reached = new Set([start])
      for (const id of reached) for (const next of onward.get(id)!) reached.add(next)
      expect(ids.filter((id) => !reached.has(id))).toEqual([])
    }
  })

  it('move the anchor in the direction of the key or not at all', () => {
    const anchor = (id: string) => figure[view].regions.find((shape) => shape.regionId === id)!.anchor
    for (const id of ids) {
      expect(anchor(nextRegion(view, id, 'up')).y).toBeLessThanOrEqual(anchor(id).y)
      expect(anchor(nextRegion(view, id, 'down')).y).toBeGreaterThanOrEqual(anchor(id).y)
      expect(anchor(nextRegion(view, id, 'left')).x).toBeLessThanOrEqual(anchor(id).x)
      expect(anchor(nextRegion(view, id, 'right')).x).toBeGreaterThanOrEqual(anchor(id).x)
    }
  })
})

describe('an arrow key', () => {
  it('stays where it is on a region that the view does not show', () => {
    expect(nextRegion('anterior', 'back.sacrum', 'up')).toBe('back.sacrum')
  })

  it('leads from the sacrum down to the coccyx', () => {
    expect(nextRegion('posterior', 'back.sacrum', 'down')).toBe('back.coccyx')
  })
})
