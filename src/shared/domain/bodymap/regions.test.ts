// The catalogue is complete, consistent with the drawing, and never loses a side.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { figure } from './figure.generated.ts'
import { views } from './figure.ts'
import {
  neighbours,
  regionById,
  regionInSentence,
  regionLabel,
  regions,
  shortRegionLabel,
  structures,
  type Region,
} from './regions.ts'

const anyRegion = fc.constantFrom(...regions)
const anyView = fc.constantFrom(...views)

function region(id: string): Region {
  const found = regionById(id)
  if (!found) throw new Error(`no region ${id}`)
  return found
}

describe('the region catalogue', () => {
  it('has at least 130 regions, sides counted', () => {
    expect(regions.length).toBeGreaterThanOrEqual(130)
  })

  it('gives every region an id of its own', () => {
    expect(new Set(regions.map(({ id }) => id)).size).toBe(regions.length)
  })

  it('has a left for every right', () => {
    const sided = regions.filter(({ side }) => side === 'right').map(({ id }) => id.replace(/\.right$/, '.left'))
    expect(sided.filter((id) => regionById(id)?.side !== 'left')).toEqual([])
    expect(regions.filter(({ side }) => side === 'left')).toHaveLength(sided.length)
  })

  it('never gives two regions of a side the same name', () => {
    expect(new Set(regions.map((r) => regionLabel(r))).size).toBe(regions.length)
  })

  it('names at least one structure for every region, none of them twice', () => {
    for (const { id, structures: own } of regions) {
      expect(own.length, id).toBeGreaterThan(0)
      expect(new Set(own.map((s) => s.id)).size, id).toBe(own.length)
    }
  })

  it('uses every structure somewhere and names each differently', () => {
    const used = new Set(regions.flatMap((r) => r.structures.map((s) => s.id)))
    expect(structures.filter(({ id }) => !used.has(id)).map(({ id }) => id)).toEqual([])
    expect(new Set(structures.map(({ name }) => name)).size).toBe(structures.length)
  })

  it('marks breast, groin, pubic region and coccyx as sensitive and nothing else', () => {
    expect(regions.filter((r) => r.sensitive).map((r) => r.id)).toEqual([
      'chest.breast.right',
      'chest.breast.left',
      'back.coccyx',
      'pelvis.groin.right',
      'pelvis.groin.left',
      'pelvis.pubic',
    ])
  })

  it('lists for every region exactly the views that draw it', () => {
    for (const { id, views: seenIn } of regions) {
      expect(seenIn.length, id).toBeGreaterThan(0)
      expect(
        views.filter((view) => figure[view].regions.some((shape) => shape.regionId === id)),
        id,
      ).toEqual(seenIn)
    }
  })

  it('knows every region that is drawn', () => {
    const drawn = views.flatMap((view) => figure[view].regions.map((shape) => shape.regionId))
    expect(drawn.filter((id) => regionById(id) === undefined)).toEqual([])
  })
})

describe('neighbours', () => {
  it('are mutual and never the region itself', () => {
    fc.assert(
      fc.property(anyRegion, (r) => {
        const around = neighbours(r.id)
        expect(around.length).toBeGreaterThan(0)
        expect(around).not.toContain(r)
        for (const next of around) expect(neighbours(next.id)).toContain(r)
      }),
      { numRuns: 300 },
    )
  })

  it('are the mirror image of those of the other side', () => {
    const mirrored = (id: string) => id.replace(/(left|right)$/, (side) => (side === 'left' ? 'right' : 'left'))
    for (const r of regions) {
      expect(new Set(region(mirrored(r.id)).neighbours)).toEqual(new Set(r.neighbours.map(mirrored)))
    }
  })

  it('of an unknown region are none', () => {
    expect(neighbours('nowhere.at-all')).toEqual([])
  })
})

describe('labels', () => {
  it('name side, region and view', () => {
    expect(regionLabel(region('shoulder.upper-trapezius.right'), 'posterior')).toBe('Right upper trapezius, posterior')
    expect(regionLabel(region('thigh.it-band.left'), 'left-lateral')).toBe('Left IT band, left lateral')
    expect(regionLabel(region('thigh.rectus-femoris.right'), 'anterior')).toBe('Right rectus femoris, anterior')
    expect(regionLabel(region('back.sacrum'), 'posterior')).toBe('Sacrum, posterior')
    expect(regionLabel(region('back.sacrum'))).toBe('Sacrum')
  })

  it('have a short form for tables', () => {
    expect(shortRegionLabel(region('shoulder.upper-trapezius.right'))).toBe('R upper trapezius')
    expect(shortRegionLabel(region('back.sacrum'))).toBe('Sacrum')
  })

  it('have a form for the middle of a sentence, in which abbreviations keep their capitals', () => {
    expect(regionInSentence('shoulder.upper-trapezius.right')).toBe('right upper trapezius')
    expect(regionInSentence('thigh.it-band.left')).toBe('left IT band')
    expect(regionInSentence('back.sacrum')).toBe('sacrum')
    expect(regionInSentence('wing.left')).toBe('unknown region (wing.left)')
  })

  it('never lose the side', () => {
    fc.assert(
      fc.property(anyRegion, fc.option(anyView, { nil: undefined }), (r, view) => {
        const label = regionLabel(r, view)
        const [word, letter] = { right: ['Right ', 'R '], left: ['Left ', 'L '], midline: ['', ''] }[r.side] as [
          string,
          string,
        ]
        expect(label.startsWith(word)).toBe(true)
        expect(shortRegionLabel(r).startsWith(letter)).toBe(true)
        if (r.side === 'midline') expect(label).not.toMatch(/^(Left|Right) /)
      }),
      { numRuns: 500 },
    )
  })
})
