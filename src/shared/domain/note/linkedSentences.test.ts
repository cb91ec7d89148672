import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyDocument } from '../../../../tests/fixtures/arbitraryDocuments.ts'
import { plainFinding, type Finding } from '../bodymap/finding.ts'
import { noteDocument, schemaVersionOf, type Inline, type Mark, type NoteDocument } from './document.ts'
import { follows, linkedSentences, sentencesWithoutMark, courseSentences } from './linkedSentences.ts'
import { plainText } from './plainText.ts'

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

const linked = (text: string, letter: string, sentence = text, more: readonly Mark[] = []): Inline => ({
  type: 'text',
  text,
  marks: [...more, { type: 'finding', attrs: { findingId: idOf(letter), sentence } }],
})
const documentOf = (...content: Inline[]): NoteDocument => ({ type: 'doc', content: [{ type: 'paragraph', content }] })
const plain = (text: string): Inline => ({ type: 'text', text })

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

describe('linked sentences', () => {
  it('are found in order, pieces of different emphasis as one', () => {
    const document = documentOf(
      plain('Firm. '),
      linked('Left jaw: ', 'a', 'Left jaw: pain.'),
      linked('pain', 'a', 'Left jaw: pain.', [{ type: 'bold' }]),
      linked('.', 'a', 'Left jaw: pain.'),
      plain(' '),
      linked('Right jaw: sore.', 'b', 'Right jaw: pain.'),
    )
    expect(linkedSentences(document)).toEqual([
      { findingId: idOf('a'), sentence: 'Left jaw: pain.', text: 'Left jaw: pain.' },
      { findingId: idOf('b'), sentence: 'Right jaw: pain.', text: 'Right jaw: sore.' },
    ])
    expect(linkedSentences(document).map(follows)).toEqual([true, false])
  })

  it('are two when a line break or other words part them', () => {
    const parted = documentOf(
      linked('Left', 'a', 'Left jaw.'),
      { type: 'hardBreak' },
      linked(' jaw.', 'a', 'Left jaw.'),
    )
    expect(linkedSentences(parted).map(follows)).toEqual([false, false])
  })

  it('are named when their mark is gone', () => {
    const document = documentOf(linked('Left jaw.', 'a'), plain(' '), linked('Right jaw.', 'b'))
    expect(sentencesWithoutMark(document, [finding('b')]).map(({ text }) => text)).toEqual(['Left jaw.'])
    expect(sentencesWithoutMark(document, [finding('a', { isConfirmed: false }), finding('b')])).toEqual([])
  })

  it('are words like any others for plain text', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(plainText(withoutLinks(document))).toBe(plainText(document))
        expect(linkedSentences(withoutLinks(document))).toEqual([])
      }),
    )
  })
})

describe('the version that a document is stored with', () => {
  it('is the second one only where a sentence is linked, the third where text is taken over or blank', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const json = JSON.stringify(document)
        const isThird = json.includes('"carried"') || json.includes('"blank"')
        expect(schemaVersionOf(document)).toBe(isThird ? 3 : json.includes('"finding"') ? 2 : 1)
      }),
    )
  })
})

/** The same document without any link. */
const withoutLinks = (document: NoteDocument): NoteDocument =>
  JSON.parse(JSON.stringify(document), (key, value: unknown) =>
    key === 'marks' ? (value as Mark[]).filter(({ type }) => type !== 'finding') : value,
  ) as NoteDocument
