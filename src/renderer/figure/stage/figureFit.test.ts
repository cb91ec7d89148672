// All figures at one scale, as large as they fit.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { captionLines, columnWidths, commonScale } from './figureFit.ts'

const rules = { columns: 5, gap: 8, caption: 18 }
const whole = { width: 500, height: 950 }

describe('the common scale', () => {
  it('lets two figures fill the height', () => {
    expect(commonScale([whole, whole], { width: 600, height: 493 }, rules)).toBeCloseTo(0.5)
  })

  it('lets four figures share the width', () => {
    expect(commonScale([whole, whole, whole, whole], { width: 524, height: 493 }, rules)).toBeCloseTo(0.25)
  })

  it('is nothing without figures or without room', () => {
    expect(commonScale([], { width: 600, height: 400 }, rules)).toBe(0)
    expect(commonScale([whole], { width: 0, height: 0 }, rules)).toBe(0)
  })

  it('fits every figure, and one side exactly', () => {
    const sizes = fc.record({ width: fc.integer({ min: 20, max: 900 }), height: fc.integer({ min: 20, max: 900 }) })
    fc.assert(
      fc.property(fc.array(sizes, { minLength: 1, maxLength: 20 }), sizes, (boxes, stage) => {
        const scale = commonScale(boxes, stage, rules)
        if (scale === 0) return
        const columns = columnWidths(boxes, 5)
        const width = columns.reduce((sum, one) => sum + one * scale, 0) + (columns.length - 1) * 8
        const rows = Array.from({ length: Math.ceil(boxes.length / 5) }, (_, row) => boxes.slice(row * 5, row * 5 + 5))
        const height = rows.reduce(
          (sum, row) => sum + Math.max(...row.map((box) => box.height)) * scale + 18,
          (rows.length - 1) * 8,
        )
        expect(width).toBeLessThanOrEqual(stage.width + 0.001)
        expect(height).toBeLessThanOrEqual(stage.height + 0.001)
        expect(Math.min(stage.width - width, stage.height - height)).toBeLessThan(0.001)
      }),
    )
  })
})

describe('the lines of a caption', () => {
  it('are one where it fits, and more where words go to the next one', () => {
    expect(captionLines('Posterior, before', 200, 6)).toBe(1)
    expect(captionLines('Posterior, before', 80, 6)).toBe(2)
    expect(captionLines('Right lateral, before', 50, 6)).toBe(3)
  })

  it('are never more than three', () => {
    expect(captionLines('one two three four five six', 10, 6)).toBe(3)
  })
})
