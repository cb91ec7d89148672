import { describe, expect, it } from 'vitest'
import { hatchLines } from './hatch.ts'

const square = 'M10 10l20 0l0 20l-20 0z'

describe('hatching', () => {
  it('covers a shape with lines from edge to edge', () => {
    expect(hatchLines([square], 'level', 8)).toBe('M10 16H30M10 24H30')
    expect(hatchLines([square], 'upright', 10)).toBe('M10 10V30M20 10V30M30 10V30')
    expect(hatchLines([square], 'rising', 14)).toBe('M10 10L-10 30M30 10L10 30M50 10L30 30')
  })

  it('crosses both ways', () => {
    const lines = hatchLines([square], 'crossed', 14)
    expect(lines.startsWith(hatchLines([square], 'rising', 14))).toBe(true)
    expect(lines).toContain('M10 10L30 30')
  })

  it('rules all shapes alike, and nothing without shapes', () => {
    const far = 'M40 11l20 0l0 20l-20 0z'
    expect(hatchLines([square, far], 'level', 8)).toBe('M10 16H30M10 24H30M40 16H60M40 24H60')
    expect(hatchLines([], 'level', 8)).toBe('')
  })
})
