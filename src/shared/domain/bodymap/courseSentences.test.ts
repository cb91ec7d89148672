import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noteDocument, type Inline, type NoteDocument } from '../note/document.ts'
import { courseSentences, sentencesWithoutMark } from './courseSentences.ts'
import { plainFinding, type Finding } from './finding.ts'

const idOf = (letter: string) => `01900000-0000-7000-8000-00000000000${letter}`
const finding = (letter: string, fields: Partial<Finding> = {}): Finding => ({
  ...plainFinding({
    regionId: 'shoulder.upper-trapezius.right',
    kind: 'trigger-point',
    severity: 7,
    phase: 'before',
    view: 'posterior',
  }),
  id: idOf(letter),
  sessionId: idOf('f'),
  ...fields,
})

const linked = (text: string, letter: string): Inline => ({
  type: 'text',
  text,
  marks: [{ type: 'finding', attrs: { findingId: idOf(letter), sentence: text } }],
})
const documentOf = (...content: Inline[]): NoteDocument => ({ type: 'doc', content: [{ type: 'paragraph', content }] })

describe('the sentences of findings', () => {
  it('is one sentence for a finding and its state after treatment', () => {
    const { courses } = courseSentences([
      finding('a'),
      finding('b', { phase: 'after', severity: 3, continuesId: idOf('a') }),
      finding('c', { regionId: 'head.jaw.left', kind: 'scar', severity: 0 }),
    ])
    expect(courses.map(({ id }) => id)).toEqual([idOf('a'), idOf('c')])
    expect(courses[0]?.sentence).toMatch(/^Right upper trapezius: .*7\/10 before, 3\/10 after/)
  })

  it('is unconfirmed while any part of it is', () => {
    const confirmed = (...findings: Finding[]) =>
      courseSentences(findings).courses.map(({ isConfirmed }) => isConfirmed)
    expect(confirmed(finding('a', { isConfirmed: false }))).toEqual([false])
    expect(
      confirmed(finding('a', { isConfirmed: false }), finding('b', { phase: 'after', continuesId: idOf('a') })),
    ).toEqual([false])
    expect(confirmed(finding('a'))).toEqual([true])
  })

  it('stays with the mark when the finding that began it is taken off and the one after treatment remains', () => {
    const { courseOf } = courseSentences([finding('b', { phase: 'after', continuesId: idOf('a') })])
    expect(courseOf(idOf('a'))?.id).toBe(idOf('b'))
    expect(courseOf(idOf('c'))).toBeUndefined()
  })

  it('is a single line that can be stored, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (remark) => {
        const [course] = courseSentences([finding('a', { remark })]).courses
        const document = documentOf(linked(course?.sentence ?? '', 'a'))
        expect(noteDocument.safeParse(document).success).toBe(true)
        expect(course?.sentence).not.toMatch(/[\n\0]/)
      }),
    )
  })
})

describe('linked sentences of a note', () => {
  it('are named when their mark is gone', () => {
    const document = documentOf(linked('Left jaw.', 'a'), { type: 'text', text: ' ' }, linked('Right jaw.', 'b'))
    expect(sentencesWithoutMark(document, [finding('b')]).map(({ text }) => text)).toEqual(['Left jaw.'])
    expect(sentencesWithoutMark(document, [finding('a', { isConfirmed: false }), finding('b')])).toEqual([])
  })
})
