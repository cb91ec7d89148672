import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anySession, findingOf, numberedId } from '../../../../tests/fixtures/arbitraryFindings.ts'
import { courseId, findingCourses, isGone, mapAt } from './phases.ts'

const before = findingOf(1)
const calf = 'leg.soleus.left'

describe('the courses of a session', () => {
  it('join an after-finding to the before-finding that it continues, whatever else changed', () => {
    const after = findingOf(2, { phase: 'after', severity: 3, kind: 'hypertonicity', continuesId: before.id })
    expect(findingCourses([before, after])).toEqual([{ before, after }])
  })

  it('join an after-finding without a link to the first free one of its region, kind and structure', () => {
    const other = findingOf(2)
    const afters = [
      findingOf(3, { phase: 'after' }),
      findingOf(4, { phase: 'after' }),
      findingOf(5, { phase: 'after' }),
    ]
    expect(findingCourses([before, other, ...afters])).toEqual([
      { before, after: afters[0] },
      { before: other, after: afters[1] },
      { before: null, after: afters[2] },
    ])
  })

  it('leave a before-finding to the one that names it, even when an older one without a link is like it', () => {
    const loose = findingOf(2, { phase: 'after', severity: 5 })
    const linked = findingOf(3, { phase: 'after', severity: 2, continuesId: before.id })
    expect(findingCourses([before, loose, linked])).toEqual([
      { before, after: linked },
      { before: null, after: loose },
    ])
  })

  it('take a link to a finding that is not there, or in another region, for none', () => {
    const left = findingOf(2, {
      regionId: 'shoulder.upper-trapezius.left',
      phase: 'after',
      severity: 3,
      continuesId: before.id,
    })
    expect(findingCourses([before, left])).toEqual([
      { before, after: null },
      { before: null, after: left },
    ])
    const after = findingOf(2, { phase: 'after', continuesId: numberedId(99) })
    expect(findingCourses([before, after])).toEqual([{ before, after }])
    const elsewhere = { ...after, regionId: calf }
    expect(findingCourses([before, elsewhere])).toEqual([
      { before, after: null },
      { before: null, after: elsewhere },
    ])
  })

  it('hold every finding exactly once', () => {
    fc.assert(
      fc.property(anySession, (findings) => {
        const held = findingCourses(findings).flatMap((course) => [course.before, course.after])
        const ids = held.flatMap((finding) => finding?.id ?? [])
        expect(ids.toSorted()).toEqual(findings.map(({ id }) => id).toSorted())
      }),
    )
  })

  it('are each known by an id of their own', () => {
    fc.assert(
      fc.property(anySession, (findings) => {
        const ids = findingCourses(findings).map(courseId)
        expect(new Set(ids).size).toBe(ids.length)
      }),
    )
  })

  it('keep their id when an after-finding is added', () => {
    const after = findingOf(2, { phase: 'after', continuesId: before.id })
    expect(findingCourses([before, after]).map(courseId)).toEqual(findingCourses([before]).map(courseId))
    expect(() => courseId({ before: null, after: null })).toThrow(RangeError)
  })
})

describe('a finding is gone', () => {
  it('when it was rated before and is 0 after, not when it was never rated', () => {
    const none = findingOf(2, { phase: 'after', severity: 0 })
    expect(isGone({ before, after: none })).toBe(true)
    expect(isGone({ before, after: null })).toBe(false)
    expect(isGone({ before: null, after: none })).toBe(false)
    expect(isGone({ before: findingOf(1, { severity: 0, kind: 'scar' }), after: none })).toBe(false)
  })
})

describe('the map', () => {
  it('after treatment shows what was looked at again as it was found, without what is gone', () => {
    const other = findingOf(2, { regionId: calf })
    const better = findingOf(3, { phase: 'after', severity: 3, continuesId: before.id })
    const gone = findingOf(4, { regionId: calf, phase: 'after', severity: 0, continuesId: other.id })
    const fresh = findingOf(5, { regionId: 'back.sacrum', phase: 'after' })
    expect(mapAt([before, other, better, gone, fresh], 'after')).toEqual([better, fresh])
    expect(mapAt([before, other, better, gone, fresh], 'before')).toEqual([before, other])
  })

  it('after treatment is the one before it where nothing was looked at again', () => {
    fc.assert(
      fc.property(anySession, (findings) => {
        const befores = findings.filter(({ phase }) => phase === 'before')
        expect(mapAt(befores, 'after')).toEqual(mapAt(befores, 'before'))
      }),
    )
  })

  it('never shows two states of one finding', () => {
    fc.assert(
      fc.property(anySession, fc.constantFrom('before' as const, 'after' as const), (findings, phase) => {
        const shown = mapAt(findings, phase)
        expect(findingCourses(shown.map((finding) => ({ ...finding, phase: 'before' })))).toHaveLength(shown.length)
        for (const { before: was, after } of findingCourses(findings)) {
          expect(shown.filter((finding) => finding === was || finding === after).length).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
})
