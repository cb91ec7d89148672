import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anySession, findingOf } from '../../../../tests/fixtures/arbitraryFindings.ts'
import { changeSentence, courseWords } from './changeSentence.ts'
import type { Finding } from './finding.ts'
import { findingCourses } from './phases.ts'
import { regionById, shortRegionLabel } from './regions.ts'

/** A before-finding and the after-finding that continues it. */
const pair = (number: number, severities: readonly [number, number], fields: Partial<Finding> = {}) => {
  const before = findingOf(number, { ...fields, severity: severities[0] })
  const changes: Partial<Finding> = { phase: 'after', severity: severities[1], continuesId: before.id }
  return [before, findingOf(number + 1, { ...fields, ...changes })] as const
}
const lumbar = { regionId: 'back.lumbar-erectors.right' }
const suboccipital = { regionId: 'neck.suboccipital.left' }

describe('a course in words', () => {
  const words = (before: number | null, after: number | null) =>
    courseWords({
      before: before === null ? null : findingOf(1, { severity: before }),
      after: after === null ? null : findingOf(2, { severity: after, phase: 'after' }),
    })

  it.each([
    [7, 3, '7 → 3', 'much better'],
    [3, 2, '3 → 2', 'much better'],
    [7, 6, '7 → 6', 'slightly better'],
    [10, 8, '10 → 8', 'much better'],
    [4, 4, '4 → 4', 'same'],
    [0, 0, '0 → 0', 'same'],
    [4, 5, '4 → 5', 'worse'],
    [2, 9, '2 → 9', 'worse'],
    [2, 0, '2 → 0', 'gone'],
    [null, 5, '5', 'new'],
    [6, null, '6', null],
  ] as const)('from %s to %s: %s %s', (before, after, numbers, word) => {
    expect(words(before, after)).toEqual({ numbers, word })
  })
})

describe('the sentence of change', () => {
  it('is none while nothing was looked at after treatment', () => {
    expect(changeSentence([])).toBeNull()
    expect(changeSentence([findingOf(1), findingOf(2, lumbar)])).toBeNull()
  })

  it('states each pair, what is new and what is gone', () => {
    const findings = [...pair(1, [7, 3]), ...pair(3, [4, 4], lumbar), ...pair(5, [5, 0], suboccipital)]
    expect(changeSentence(findings)).toBe(
      'R upper trapezius 7 → 3, R lumbar erectors 4 → 4, L suboccipitals gone, nothing new',
    )
  })

  it('counts what was not looked at again and claims nothing of it', () => {
    const findings = [...pair(1, [7, 3]), findingOf(3, lumbar), findingOf(4, suboccipital)]
    expect(changeSentence(findings)).toBe('R upper trapezius 7 → 3, nothing new, 2 not checked again')
  })

  it('names the kind where a region has several findings, and the structure where that is not enough', () => {
    const trigger = { kind: 'trigger-point' } as const
    const findings = [
      ...pair(1, [7, 3]),
      ...pair(3, [6, 5], { ...trigger, structureId: 'levator-scapulae' }),
      ...pair(5, [4, 2], { ...trigger, structureId: 'splenius-cervicis' }),
    ]
    expect(changeSentence(findings)).toBe(
      'R upper trapezius (pain) 7 → 3; R upper trapezius (trigger point, levator scapulae) 6 → 5; ' +
        'R upper trapezius (trigger point, splenius cervicis) 4 → 2; nothing new',
    )
  })

  it('begins with a capital and names regions of the midline in lower case within it', () => {
    const sacrum = { regionId: 'back.sacrum' }
    expect(changeSentence([...pair(1, [5, 2], sacrum)])).toBe('Sacrum 5 → 2, nothing new')
    expect(changeSentence([findingOf(1, { ...sacrum, phase: 'after', severity: 5 })])).toBe('Sacrum 5 (new)')
  })

  it('does not rate a scar that was never rated, nor an area to avoid', () => {
    const scar = { kind: 'scar', ...lumbar } as const
    const avoid = { kind: 'avoid', ...suboccipital } as const
    expect(changeSentence([...pair(1, [0, 0], scar), findingOf(3, avoid)])).toBe('R lumbar erectors same, nothing new')
    expect(changeSentence([findingOf(3, { ...avoid, phase: 'after' })])).toBe('L suboccipitals (avoid, new)')
  })

  it('lets a region that this version does not know stand for itself', () => {
    expect(changeSentence([...pair(1, [7, 3], { regionId: 'tail.tip' })])).toBe('Tail.tip 7 → 3, nothing new')
  })

  it('names a finding where there was an area to avoid, and the other way round', () => {
    const [avoid, pain] = pair(1, [0, 3], lumbar)
    expect(
      changeSentence([
        { ...avoid, kind: 'avoid' },
        { ...pain, kind: 'pain' },
      ]),
    ).toBe('R lumbar erectors 3 (new)')
    expect(
      changeSentence([
        { ...avoid, kind: 'pain', severity: 5 },
        { ...pain, kind: 'avoid', severity: 0 },
      ]),
    ).toBe('R lumbar erectors (avoid, new); 1 not checked again')
  })

  it('never loses the side of what changed, is new or is gone', () => {
    fc.assert(
      fc.property(anySession, (findings) => {
        const sentence = changeSentence(findings)
        expect(sentence === null).toBe(findings.every(({ phase }) => phase === 'before'))
        for (const { after } of findingCourses(findings)) {
          const region = after && after.kind !== 'avoid' ? regionById(after.regionId) : undefined
          if (region && region.side !== 'midline') expect(sentence).toContain(shortRegionLabel(region))
        }
      }),
    )
  })

  it('is one line and the same each time', () => {
    fc.assert(
      fc.property(anySession, (findings) => {
        expect(changeSentence(findings)).toBe(changeSentence([...findings]))
        expect(changeSentence(findings) ?? '').not.toContain('\n')
      }),
    )
  })
})
