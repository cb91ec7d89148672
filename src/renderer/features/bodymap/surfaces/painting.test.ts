// A drag paints what lies on its way, a tap what lies under it.
import { describe, expect, it } from 'vitest'
import { figure } from '#shared/domain/bodymap/figure.generated.ts'
import { regionsBetween } from './painting.ts'

const drawing = figure.posterior

const anchor = (id: string) => {
  const shape = drawing.regions.find(({ regionId }) => regionId === id)
  if (!shape) throw new Error(id)
  return shape.anchor
}

describe('painting', () => {
  it('takes the one region under a tap', () => {
    const at = anchor('shoulder.upper-trapezius.left')
    expect(regionsBetween(drawing, at, at)).toEqual(['shoulder.upper-trapezius.left'])
  })

  it('takes everything between two places of a quick pointer', () => {
    const ids = regionsBetween(drawing, anchor('shoulder.upper-trapezius.left'), anchor('back.lumbar-erectors.left'))
    expect(ids.at(-1)).toBe('back.lumbar-erectors.left')
    expect(ids.length).toBeGreaterThan(3)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('takes nothing beside the body', () => {
    expect(regionsBetween(drawing, { x: 5, y: 5 }, { x: 5, y: 60 })).toEqual([])
  })
})
