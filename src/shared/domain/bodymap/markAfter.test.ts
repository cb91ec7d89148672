import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyFindingFields, findingOf, numberedId } from '../../../../tests/fixtures/arbitraryFindings.ts'
import { courseWords } from './changeSentence.ts'
import { afterOf, carriedFrom } from './markAfter.ts'
import { findingCourses } from './phases.ts'

const anyFinding = anyFindingFields.map((fields) => ({ ...fields, id: numberedId(1), sessionId: numberedId(2) }))
const said = ({
  regionId,
  structureId,
  kind,
  severity,
  depth,
  point,
  refersTo,
  refersToRegionId,
  remark,
}: typeof first) =>
  JSON.stringify([regionId, structureId, kind, severity, depth, point, refersTo, refersToRegionId, remark])
const first = findingOf(1)

describe('looking at a finding again', () => {
  it('begins as it was before treatment, linked to it', () => {
    fc.assert(
      fc.property(anyFinding, (finding) => {
        const before = { ...finding, phase: 'before', carriedFromId: numberedId(9), isConfirmed: false } as const
        const after = afterOf(before, numberedId(3))
        expect(said(after)).toBe(said(before))
        expect(after).toMatchObject({ phase: 'after', carriedFromId: null, isConfirmed: true })
        expect(findingCourses([before, after])).toEqual([{ before, after }])
        expect(courseWords({ before, after }).word).toBe('same')
      }),
    )
  })
})

describe('taking a finding over from the last visit', () => {
  it('keeps all that was said of it, unconfirmed, as a finding before treatment', () => {
    fc.assert(
      fc.property(anyFinding, (finding) => {
        const carried = carriedFrom({ ...finding, continuesId: numberedId(8) }, numberedId(5), numberedId(6))
        expect(said(carried)).toBe(said(finding))
        expect(carried).toMatchObject({
          id: numberedId(6),
          sessionId: numberedId(5),
          phase: 'before',
          continuesId: null,
          carriedFromId: finding.id,
          isConfirmed: false,
        })
      }),
    )
  })
})
