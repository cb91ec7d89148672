// The drawn figure: regions tile it, the left mirrors the right, and the committed drawing is the one the model gives.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { feet } from '../../src/shared/domain/bodymap/feet.generated.ts'
import { figure } from '../../src/shared/domain/bodymap/figure.generated.ts'
import { views, type View } from '../../src/shared/domain/bodymap/figure.ts'
import { regionEntries } from '../../src/shared/domain/bodymap/regionData/entries.ts'
import { covers, polygonsOf } from './flatten.ts'
import { drawFigure } from './views.ts'
import { generatedFiles } from './writer.ts'

type Polygons = ReturnType<typeof polygonsOf>

interface Shapes {
  readonly outline: Polygons
  readonly regions: readonly { readonly regionId: string; readonly polygons: Polygons }[]
}

const drawings = { ...figure, 'top of feet': feet.top, soles: feet.sole }
type Drawing = keyof typeof drawings
const names = Object.keys(drawings) as Drawing[]

const shapes = Object.fromEntries(
  Object.entries(drawings).map(([name, { outline, regions }]) => [
    name,
    {
      outline: polygonsOf(outline),
      regions: regions.map(({ regionId, path }) => ({ regionId, polygons: polygonsOf(path) })),
    },
  ]),
) as unknown as Readonly<Record<Drawing, Shapes>>

function regionsAt(view: Drawing, point: { x: number; y: number }): readonly string[] {
  return shapes[view].regions.filter(({ polygons }) => covers(polygons, point)).map(({ regionId }) => regionId)
}

function pointIn(view: Drawing) {
  // Odd fractions keep sampled points off the borders, which lie on whole tenths at their ends.
  const { width, height } = drawings[view]
  return fc.record({
    x: fc.double({ min: 0.01, max: width - 0.01, noNaN: true }).map((x) => x + 0.00123),
    y: fc.double({ min: 0.01, max: height - 0.01, noNaN: true }).map((y) => y + 0.00217),
  })
}

function otherSide(id: string): string {
  return id.replace(/(left|right)$/, (side) => (side === 'left' ? 'right' : 'left'))
}

describe.each(names)('the drawing %s', (view) => {
  it('gives every point of the body exactly one region and no region to any other point', () => {
    fc.assert(
      fc.property(pointIn(view), (point) => {
        expect(regionsAt(view, point)).toHaveLength(covers(shapes[view].outline, point) ? 1 : 0)
      }),
      { numRuns: 3000 },
    )
  })

  it('places every anchor inside its region', () => {
    for (const { regionId, anchor } of drawings[view].regions) {
      // A hair off the midline, where the halves of a pair meet.
      expect(regionsAt(view, { x: anchor.x + 0.013, y: anchor.y + 0.007 })).toEqual([regionId])
    }
  })
})

describe.each(views)('the %s view', (view) => {
  it('lies wholly inside its view box', () => {
    for (const { x, y } of shapes[view].outline.flat()) {
      expect(x).toBeGreaterThan(1)
      expect(y).toBeGreaterThan(1)
      expect(x).toBeLessThan(figure[view].width - 1)
      expect(y).toBeLessThan(figure[view].height - 1)
    }
  })
})

describe('the left of the body', () => {
  it.each([
    ['anterior', 'anterior'],
    ['posterior', 'posterior'],
    ['right-lateral', 'left-lateral'],
    ['soles', 'soles'],
    ['top of feet', 'top of feet'],
  ] as const)('mirrors the right (%s view)', (view, mirror) => {
    fc.assert(
      fc.property(pointIn(view), ({ x, y }) => {
        expect(regionsAt(mirror, { x: drawings[view].width - x, y }).map(otherSide)).toEqual(regionsAt(view, { x, y }))
      }),
      { numRuns: 2000 },
    )
  })

  it('lies at the right of the picture from in front and at the left from behind', () => {
    const anchor = (view: View, id: string) => figure[view].regions.find((shape) => shape.regionId === id)!.anchor.x
    expect(anchor('anterior', 'hand.palm.left')).toBeGreaterThan(figure.anterior.width / 2)
    expect(anchor('posterior', 'hand.back.left')).toBeLessThan(figure.posterior.width / 2)
  })
})

describe('the committed drawing', () => {
  it('is what the model gives', { timeout: 180_000 }, () => {
    const folder = new URL('../../src/shared/domain/bodymap/', import.meta.url)
    for (const [name, text] of Object.entries(generatedFiles(drawFigure(regionEntries)))) {
      expect(readFileSync(new URL(name, folder), 'utf8') === text, `${name}: run npm run figure`).toBe(true)
    }
  })
})
