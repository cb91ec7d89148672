// A point lies in the region that is drawn there, and in none beside the body.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { feet } from './feet.generated.ts'
import { figure } from './figure.generated.ts'
import { views, type View } from './figure.ts'
import { regionAt, regionIn } from './regionAtPoint.ts'

const otherSide = (id: string | null) => id?.replace(/(left|right)$/, (side) => (side === 'left' ? 'right' : 'left'))

const pointOf = (view: View) =>
  fc.record({
    // Odd fractions keep the points off the borders, which no half of a pair owns.
    x: fc.double({ min: 1, max: figure[view].width - 1, noNaN: true }).map((x) => x + 0.00123),
    y: fc.double({ min: 1, max: figure[view].height - 1, noNaN: true }).map((y) => y + 0.00217),
  })

describe.each(views)('a point of the %s view', (view) => {
  it('that is the anchor of a region lies in that region', () => {
    for (const { regionId, anchor } of figure[view].regions) {
      // A hair off the midline, where the halves of a pair meet.
      expect(regionAt(view, anchor.x + 0.013, anchor.y + 0.007)).toBe(regionId)
    }
  })

  it('lies in no region outside the drawing', () => {
    expect(regionAt(view, -5, 100)).toBeNull()
    expect(regionAt(view, figure[view].width + 5, 100)).toBeNull()
    expect(regionAt(view, figure[view].width / 2, -1)).toBeNull()
  })

  it('lies on the other side when it is mirrored', () => {
    const mirror = {
      anterior: 'anterior',
      posterior: 'posterior',
      'right-lateral': 'left-lateral',
      'left-lateral': 'right-lateral',
    } as const
    fc.assert(
      fc.property(pointOf(view), ({ x, y }) => {
        const here = regionAt(view, x, y)
        expect(regionAt(mirror[view], figure[view].width - x, y) ?? undefined).toBe(otherSide(here))
      }),
      { numRuns: 1000 },
    )
  })
})

it('finds the regions of the feet at close quarters', () => {
  for (const drawing of [feet.top, feet.sole]) {
    for (const { regionId, anchor } of drawing.regions) {
      expect(regionIn(drawing, anchor.x + 0.013, anchor.y + 0.007)).toBe(regionId)
    }
  }
})
