import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyFindingFields } from '../../../../tests/fixtures/arbitraryFindings.ts'
import { findingFields, findingKind, findingKinds, plainFinding } from './finding.ts'

const pain = plainFinding({
  regionId: 'shoulder.upper-trapezius.right',
  kind: 'pain',
  severity: 5,
  phase: 'before',
  view: 'posterior',
})

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

  it('keeps a region that only a later version knows', () => {
    expect(findingFields.parse({ ...pain, regionId: 'tail.tip.left' }).regionId).toBe('tail.tip.left')
  })

  it('links only to findings by their id', () => {
    for (const link of ['continuesId', 'carriedFromId'] as const) {
      expect(findingFields.safeParse({ ...pain, [link]: 'the one before' }).success).toBe(false)
      expect(findingFields.safeParse({ ...pain, [link]: '00000000-0000-4000-8000-000000000001' }).success).toBe(true)
    }
  })

  it('has no field that is not known, and none too few', () => {
    expect(findingFields.safeParse({ ...pain, diagnosis: 'tendinitis' }).success).toBe(false)
    for (const name of Object.keys(pain)) {
      expect(findingFields.safeParse({ ...pain, [name]: undefined }).success, name).toBe(false)
    }
  })

  it('keeps all that a therapist can say of it', () => {
    const isStorable = (text: string) => !text.includes('\u0000') && text.isWellFormed()
    fc.assert(
      fc.property(
        anyFindingFields.filter(({ refersTo, remark }) => isStorable(refersTo) && isStorable(remark)),
        (fields) => {
          const { refersTo, remark } = fields
          expect(findingFields.parse(fields)).toEqual({ ...fields, refersTo: refersTo.trim(), remark: remark.trim() })
        },
      ),
    )
  })

  it('is of a kind in the legend, marked before or after, seen from a side', () => {
    for (const change of [{ kind: 'ache' }, { phase: 'during' }, { view: 'top' }, { depth: 'middle' }]) {
      expect(findingFields.safeParse({ ...pain, ...change }).success).toBe(false)
    }
  })
})

describe('the legend', () => {
  it('distinguishes every kind by its word, its symbol and its colour', () => {
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
