import { describe, expect, it } from 'vitest'
import { findingFields, findingKind, findingKinds } from './finding.ts'

const pain = {
  regionId: 'shoulder.upper-trapezius.right',
  structureId: null,
  kind: 'pain',
  severity: 5,
  depth: null,
  phase: 'before',
  view: 'posterior',
  point: null,
  refersTo: '',
  remark: '',
}

describe('a finding', () => {
  it('has a severity from 0 to 10', () => {
    for (const severity of [0, 10]) expect(findingFields.safeParse({ ...pain, severity }).success).toBe(true)
    for (const severity of [-1, 11, 4.5]) expect(findingFields.safeParse({ ...pain, severity }).success).toBe(false)
  })

  it('may sit at an exact spot, which is a pair of numbers', () => {
    expect(findingFields.safeParse({ ...pain, point: { x: 1.5, y: 2 } }).success).toBe(true)
    for (const point of [{ x: 1 }, { x: 1, y: Number.NaN }, { x: Infinity, y: 1 }, { x: 1, y: 1, z: 1 }]) {
      expect(findingFields.safeParse({ ...pain, point }).success).toBe(false)
    }
  })

  it('is of a kind in the legend, marked before or after, seen from a side', () => {
    for (const change of [{ kind: 'ache' }, { phase: 'during' }, { view: 'top' }, { depth: 'middle' }]) {
      expect(findingFields.safeParse({ ...pain, ...change }).success).toBe(false)
    }
  })
})

describe('the legend', () => {
  it('tells every kind apart by its word, its symbol and its colour', () => {
    for (const part of ['id', 'name', 'symbol', 'colour'] as const) {
      expect(new Set(findingKinds.map((kind) => kind[part])).size, part).toBe(findingKinds.length)
    }
  })

  it('uses colours on which a white symbol can be read', () => {
    for (const { id, colour } of findingKinds) expect(contrastWithWhite(colour), id).toBeGreaterThanOrEqual(4.5)
  })

  it('knows no other kinds', () => {
    expect(findingKind('scar').name).toBe('Scar')
    expect(() => findingKind('ache' as 'pain')).toThrow(RangeError)
  })
})

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrastWithWhite(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return channel <= 0.040_45 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}
