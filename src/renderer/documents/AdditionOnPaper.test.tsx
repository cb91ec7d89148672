import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Addendum, SessionRecord } from '#shared/contract/sessions.ts'
import { documentFromText } from '#shared/domain/note/plainText.ts'
import { sampleSession, sampleSignature } from './sampleFile.ts'
import { SessionArticle } from './SessionArticle.tsx'

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

const printed = (changes: Partial<SessionRecord>) =>
  renderToStaticMarkup(
    <SessionArticle session={sampleSession(1, changes)} practiceName="Harbour Massage" withDrawing={false} />,
  )
const words = (html: string) => html.replace(/<[^>]+>/gu, ' ').replace(/\s+/gu, ' ')

const addition = (number: number, changes: Partial<Addendum>): Addendum => ({
  id: id(number),
  kind: 'addendum',
  correction: null,
  document: documentFromText('Telephoned.'),
  plainText: 'Telephoned.',
  createdAt: '2026-11-12T12:00:00.000Z',
  createdOffset: 0,
  signature: { ...sampleSignature, sequence: number, signedAt: '2026-11-12T12:05:00.000Z' },
  ...changes,
})

const amendment = (number: number, changes: Partial<NonNullable<Addendum['correction']>>, text: string) =>
  addition(number, {
    kind: 'amendment',
    correction: { part: 'plan', addendumId: null, reason: 'A slip of the pen.', oldText: 'Left hip', ...changes },
    document: documentFromText(text),
    plainText: text,
  })

describe('an amendment on paper', () => {
  it('says what it corrects, of which session, when and why, with the old words beside the new ones', () => {
    const html = printed({ addenda: [amendment(70, {}, 'Right hip')] })
    expect(words(html)).toMatch(
      /Amendment Written 12 November 2026.*Corrects: Plan, session of 9 November 2026 Why: A slip of the pen\..*Signature 70/u,
    )
    expect(words(html)).toContain('Was Left hip Is now Right hip')
  })

  it('marks the words that differ by elements, not by colour', () => {
    const html = printed({ addenda: [amendment(70, {}, 'Right hip')] })
    expect(html).toContain('<del>Left</del>')
    expect(html).toContain('<ins>Right</ins>')
  })

  it('leaves the note as it was signed, and says there that it was amended', () => {
    const html = words(printed({ addenda: [amendment(70, {}, 'Right hip')] }))
    expect(html).toMatch(/Plan Text of plan Amended on 12 November 2026, \d\d:\d\d \([^)]+\), see below\./u)
  })

  it('of something outside of the sections is named at the head of the session', () => {
    const html = words(printed({ addenda: [amendment(70, { part: 'measures' }, 'Pain: 7 → 4')] }))
    expect(html).toMatch(/Measures amended on 12 November 2026.*see below\..*Subjective/u)
  })

  it('of an addendum names it, and the addendum says so', () => {
    const added = addition(7, {})
    const html = words(
      printed({
        addenda: [added, amendment(70, { part: null, addendumId: added.id, oldText: 'Telephoned.' }, 'Wrote.')],
      }),
    )
    expect(html).toMatch(/Addendum Written 12 November 2026.*Telephoned\. Amended on 12 November 2026.*see below\./u)
    expect(html).toMatch(/Corrects: Addendum written 12 November 2026/u)
  })

  it('that takes words out whole, or puts them where nothing was, says nothing for the other side', () => {
    expect(words(printed({ addenda: [amendment(70, {}, '')] }))).toContain('Was Left hip Is now nothing')
    expect(words(printed({ addenda: [amendment(70, { oldText: '' }, 'Hip')] }))).toContain('Was nothing Is now Hip')
  })

  it('lets no text become markup', () => {
    const html = printed({ addenda: [amendment(70, { oldText: '<b>a</b>', reason: '<i>' }, '<b>c</b>')] })
    expect(html).not.toContain('<b>a')
    expect(html).not.toContain('<i>')
  })
})

describe('a late entry on paper', () => {
  const enteredAt = '2026-11-12T12:00:00.000Z'

  it('says so with both dates and why', () => {
    const html = words(printed({ enteredAt, lateEntryReason: 'Charted on paper' }))
    expect(html).toMatch(
      /Late entry: visit of 9 November 2026, entered 12 November 2026, \d\d:\d\d \([^)]+\)\. Reason: Charted on paper/u,
    )
  })

  it('is not what a note of its own time is called', () => {
    expect(words(printed({}))).not.toContain('Late entry')
  })
})
