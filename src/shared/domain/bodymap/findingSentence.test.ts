import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anySession, findingOf } from '../../../../tests/fixtures/arbitraryFindings.ts'
import type { Finding } from './finding.ts'
import { findingSentence } from './findingSentence.ts'
import { findingCourses } from './phases.ts'
import { regionById } from './regions.ts'

const of = (before: Partial<Finding> | null, after: Partial<Finding> | null = null) =>
  findingSentence({
    before: before && findingOf(1, before),
    after: after && findingOf(2, { phase: 'after', ...after }),
  })

describe('the sentence of a finding', () => {
  it('says place, kind, depth, numbers, referral and remark in this order', () => {
    const fields = {
      kind: 'trigger-point',
      depth: 'deep',
      refersToRegionId: 'head.temple.right',
      remark: 'worse on turning',
    } as const
    expect(of(fields, { ...fields, severity: 3 })).toBe(
      'Right upper trapezius: trigger point, deep, 7/10 before, 3/10 after, refers to the right temple; worse on turning.',
    )
  })

  it('names a structure only where it has another name than its region', () => {
    expect(of({ structureId: 'levator-scapulae' })).toBe('Right upper trapezius (levator scapulae): pain, 7/10 before.')
    expect(of({ structureId: 'trapezius-descending' })).toBe('Right upper trapezius: pain, 7/10 before.')
  })

  it('says what is gone and what is new', () => {
    expect(of({}, { severity: 0 })).toBe('Right upper trapezius: pain, 7/10 before, not found after.')
    expect(of(null, { severity: 5 })).toBe('Right upper trapezius: pain, 5/10 after, new.')
  })

  it('does not rate an area to avoid, nor a scar or bruise that was not rated', () => {
    expect(of({ kind: 'avoid', remark: 'varicosities.' })).toBe('Right upper trapezius: avoid; varicosities.')
    expect(of({ kind: 'scar', severity: 0 }, { kind: 'scar', severity: 0 })).toBe('Right upper trapezius: scar.')
    expect(of({ kind: 'scar', severity: 4 })).toBe('Right upper trapezius: scar, 4/10 before.')
    expect(of(null, { kind: 'bruise', severity: 0 })).toBe('Right upper trapezius: bruise, new.')
    expect(of({ severity: 0 })).toBe('Right upper trapezius: pain, 0/10 before.')
  })

  it('says when something else was found in the same place', () => {
    expect(of({}, { kind: 'numbness', severity: 2 })).toBe(
      'Right upper trapezius: pain, 7/10 before, numbness / tingling, 2/10 after.',
    )
  })

  it('adds the chosen region to the words of a referral that do not name its side', () => {
    const refersToRegionId = 'head.temple.right'
    expect(of({ refersTo: 'the temple.' })).toContain(', refers to the temple.')
    expect(of({ refersTo: 'the temple', refersToRegionId })).toContain('refers to the temple (right temple).')
    expect(of({ refersTo: 'the Right temple', refersToRegionId })).toContain('refers to the Right temple.')
    expect(of({ refersToRegionId: 'back.sacrum', refersTo: '' })).toContain('refers to the sacrum.')
  })

  it('states both remarks where the one after treatment is another', () => {
    expect(of({ remark: 'tender' }, { remark: 'softer', severity: 3 })).toContain('3/10 after; tender; softer.')
    expect(of({ remark: 'tender' }, { remark: 'tender', severity: 3 })).toContain('3/10 after; tender.')
  })

  it('ends with one full stop, or as the remark ends', () => {
    expect(of({ remark: 'Why?' })).toMatch(/; Why\?$/u)
    expect(of({ remark: 'Yes.' })).toMatch(/; Yes\.$/u)
  })

  it('stands on one line', () => {
    expect(of({ remark: 'first\nsecond\u2028third' })).toContain('; first second third.')
  })

  it('says that this version does not know a region, and lets a structure stand for itself', () => {
    expect(of({ regionId: 'tail.tip.left', structureId: 'tail-tip' })).toBe(
      'Unknown region (tail.tip.left) (tail-tip): pain, 7/10 before.',
    )
  })

  it('never loses the side, is never empty, and is the same each time', () => {
    fc.assert(
      fc.property(anySession, (findings) => {
        for (const course of findingCourses(findings)) {
          const sentence = findingSentence(course)
          const region = regionById((course.before ?? course.after)!.regionId)!
          const begin = { left: 'Left ', right: 'Right ', midline: region.name.charAt(0).toUpperCase() }[region.side]
          expect(sentence.startsWith(begin)).toBe(true)
          expect(sentence).toMatch(/^\S.*: .+[.!?…]$/u)
          expect(sentence).toBe(findingSentence({ ...course }))
        }
      }),
      { numRuns: 300 },
    )
  })
})
