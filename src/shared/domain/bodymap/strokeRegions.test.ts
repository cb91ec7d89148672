// A stroke belongs to the regions under its line.
import { expect, it } from 'vitest'
import { figure } from './figure.generated.ts'
import { strokeRegionIds } from './strokeRegions.ts'

const anchor = (id: string) => {
  const shape = figure.posterior.regions.find(({ regionId }) => regionId === id)
  if (!shape) throw new Error(id)
  return [shape.anchor.x, shape.anchor.y, 0.5]
}

it('names the region of a dot', () => {
  expect(strokeRegionIds({ view: 'posterior', points: anchor('back.sacrum') })).toEqual(['back.sacrum'])
})

it('names every region between two far points, in the order of drawing', () => {
  const points = [...anchor('shoulder.upper-trapezius.left'), ...anchor('shoulder.upper-trapezius.right')]
  const ids = strokeRegionIds({ view: 'posterior', points })
  expect(ids[0]).toBe('shoulder.upper-trapezius.left')
  expect(ids.at(-1)).toBe('shoulder.upper-trapezius.right')
  expect(ids.length).toBeGreaterThan(2)
  expect(new Set(ids).size).toBe(ids.length)
})

it('names none for a stroke beside the body', () => {
  expect(strokeRegionIds({ view: 'posterior', points: [5, 5, 0.5, 5, 60, 0.5] })).toEqual([])
})
