import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { figure } from './figure.generated.ts'
import { findPlaces, placeInSentence } from './findPlaces.ts'
import { everydayNames } from './regionData/everydayNames.ts'
import { regionById, regions, structures } from './regions.ts'

const labels = (query: string) => findPlaces(query).map(({ label }) => label)
const names = [...regions.map(({ name }) => name), ...structures.flatMap(({ name, synonyms }) => [name, ...synonyms])]

describe('finding a region or muscle', () => {
  it('finds a muscle with all regions in which it lies', () => {
    const found = findPlaces('piriformis')
    expect(found.map(({ kind, label }) => [kind, label])).toEqual([
      ['region', 'Piriformis'],
      ['structure', 'Piriformis'],
    ])
    expect(found[0]).toMatchObject({ detail: 'right and left · deep lateral rotators of the hip' })
    expect(found[1]?.detail).toMatch(/^in right and left .*piriformis/u)
    expect(found[1]?.regionIds).toContain('hip.deep-rotators.left')
    expect(found[1]?.views[0]).toBe('posterior')
  })

  it('finds the whole neck, front and back', () => {
    const found = findPlaces('neck')
    const ids = found.flatMap(({ regionIds }) => regionIds)
    for (const region of regions.filter(({ id }) => id.startsWith('neck.'))) expect(ids).toContain(region.id)
    expect(found[0]?.label).toMatch(/neck/u)
    const seen = found.flatMap(({ views }) => views)
    expect(seen).toContain('anterior')
    expect(seen).toContain('posterior')
  })

  it.each([
    ['SCM', 'Sternocleidomastoid'],
    ['IT band', 'IT band'],
    ['it-band', 'IT band'],
    ['ITband', 'IT band'],
    ['gluteus', 'Gluteus maximus'],
    ['glute med', 'Gluteus medius'],
    ['QL', 'Quadratus lumborum'],
    ['upper trap', 'Upper trapezius'],
    ['trapezius upper', 'Upper trapezius'],
    ['  ACHILLES ', 'Achilles tendon'],
    ['calf', 'Medial gastrocnemius'],
    ['low back', 'Lumbar erectors'],
    ['rotator cuff', 'Supraspinous fossa'],
    ['hamstrings', 'Lateral hamstrings'],
    ['back of knee', 'Back of knee'],
    ['L5/S1', 'Lumbosacral joint'],
    ['Hoffa', 'Infrapatellar fat pad'],
  ])('finds by "%s" among the first: %s', (query, label) => {
    expect(labels(query).slice(0, 5)).toContain(label)
  })

  it.each([
    ['pirformis', 'Piriformis'],
    ['piriformsi', 'Piriformis'],
    ['piriphormis', null],
    ['glutues', 'Gluteus maximus'],
    ['trapezuis', 'Upper trapezius'],
    ['rhombiod', 'Rhomboids'],
    ['scalen', 'Anterior scalene'],
    ['shuol', 'Shoulder joint'],
    ['sohuol', null],
    ['nekc', null],
  ])('forgives one wrong letter in "%s": %s', (query, label) => {
    if (label === null) expect(labels(query)).toEqual([])
    else expect(labels(query).slice(0, 5)).toContain(label)
  })

  it('offers nothing mistyped where something fits as typed', () => {
    expect(labels('radial').every((label) => /radia/iu.test(label))).toBe(true)
  })

  it('narrows to a side that is named', () => {
    for (const query of ['left piriformis', 'piriformis L', 'L piriformis']) {
      const ids = findPlaces(query).flatMap(({ regionIds }) => regionIds)
      expect(ids.length).toBeGreaterThan(0)
      expect(ids.every((id) => regionById(id)?.side === 'left')).toBe(true)
    }
    expect(findPlaces('left piriformis')[0]?.detail).toBe('left · deep lateral rotators of the hip')
    expect(findPlaces('left sacrum').filter(({ kind }) => kind === 'region')).toEqual([])
  })

  it('finds nothing by nothing', () => {
    for (const query of ['', '  ', '-', '!?', 'xyzzy', 'the client said']) expect(findPlaces(query)).toEqual([])
  })

  it('finds every region, structure and synonym among the first three by its own name', () => {
    for (const region of regions) {
      const first = findPlaces(region.name).slice(0, 3)
      expect(first.some(({ kind, regionIds }) => kind === 'region' && regionIds.includes(region.id))).toBe(true)
    }
    for (const { id, name, synonyms } of structures) {
      for (const term of [name, ...synonyms]) {
        const first = findPlaces(term).slice(0, 3)
        expect(
          first.some((place) => place.kind === 'structure' && place.id === id),
          term,
        ).toBe(true)
      }
    }
  })

  it('knows everyday names only of regions that there are', () => {
    const keys = new Set(regions.map(({ id }) => id.replace(/\.(left|right)$/u, '')))
    expect(Object.keys(everydayNames).filter((key) => !keys.has(key))).toEqual([])
  })

  it('still finds a name of one long word with any of its letters wrong', () => {
    const long = names.filter((name) => /^[a-z]{7,}$/u.test(name))
    fc.assert(
      fc.property(fc.constantFrom(...long), fc.nat(), fc.constantFrom(...'qxzjw'), (name, nth, letter) => {
        const at = nth % name.length
        const mistyped = name.slice(0, at) + letter + name.slice(at + 1)
        const right = new Set(findPlaces(name).map(({ id }) => id))
        expect(findPlaces(mistyped).some(({ id }) => right.has(id))).toBe(true)
      }),
    )
  })

  it('answers any query, each place with its regions and the views that show them', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom(...names)), (query) => {
        for (const { regionIds, views, detail } of findPlaces(query)) {
          expect(detail).not.toBe('')
          for (const id of regionIds) {
            expect(views.some((view) => figure[view].regions.some(({ regionId }) => regionId === id))).toBe(true)
          }
        }
      }),
    )
  })
})

describe('a place in a sentence', () => {
  const written = (query: string) => findPlaces(query).slice(0, 1).map(placeInSentence)[0]

  it('has its own small or capital letters, and its side where the search named one', () => {
    expect(written('upper trapezius')).toBe('upper trapezius')
    expect(written('left upper trap')).toBe('left upper trapezius')
    expect(written('IT band')).toBe('IT band')
    expect(written('right piriformis')).toBe('right piriformis')
    expect(written('sacrum')).toBe('sacrum')
  })
})
