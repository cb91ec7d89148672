import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { PatientFile } from '#shared/contract/patientFile.ts'
import type { NoteDocument } from '#shared/domain/note/document.ts'
import { findingOf } from '../../../tests/fixtures/arbitraryFindings.ts'
import { PatientFileDocument } from './PatientFileDocument.tsx'
import { sampleFile, sampleSession, sampleSignature } from './sampleFile.ts'

const printed = (file: PatientFile) => renderToStaticMarkup(<PatientFileDocument file={file} />)
const headings = (html: string) =>
  [...html.matchAll(/<h([1-6])[^>]*>(.*?)<\/h\1>/gsu)].map(([, level, text]) => [level, text])
const words = (html: string) => html.replace(/<[^>]+>/gu, ' ').replace(/\s+/gu, ' ')

const finding = findingOf(99, {
  kind: 'trigger-point',
  depth: 'deep',
  refersTo: 'the temple',
})

describe('health on paper', () => {
  const review = {
    id: '00000000-0000-4000-8000-0000000000a1',
    kind: 'intake' as const,
    versionId: '00000000-0000-4000-8000-0000000000a1',
    atVisit: null,
    answeredAt: '2026-11-09T15:00:00.000Z',
    answeredOffset: 0,
  }
  const answer = (questionId: string, text: string, given: 'yes' | 'no') => ({
    questionId,
    text,
    answer: given,
    since: '',
    remark: '',
    regionIds: given === 'yes' ? ['leg.soleus.left'] : [],
    meaning: given === 'yes' ? ('avoid the area' as const) : ('nothing' as const),
    wording: 'No pressure on them.',
  })
  const health: PatientFile['health'] = {
    current: {
      ...review,
      isShort: false,
      signature: sampleSignature,
      health: {
        answers: [answer('heart.varicose', 'Varicose veins?', 'yes'), answer('skin.rash', 'A rash?', 'no')],
        entries: [
          {
            id: review.id,
            list: 'medication',
            name: 'Warfarin',
            detail: 'after a clot',
            since: '2021',
            effect: 'bruises easily',
            regionIds: [],
          },
        ],
        pregnancyWeeks: 20,
        earlierMassage: 'Once, after a fall',
        preferences: { pressure: 3, position: '', warmth: '', sound: 'quiet', oil: '', comfort: '' },
      },
    },
    reviews: [review],
    decisions: [
      {
        id: review.id,
        reviewId: review.id,
        from: 'heart.varicose',
        meaning: 'ask the doctor',
        wording: 'Cancer.',
        atVisit: null,
        decision: 'cleared',
        remark: 'Dr Reyes',
        holds: true,
        decidedAt: '2026-11-09T15:00:00.000Z',
        decidedOffset: 0,
      },
    ],
    dueOn: null,
  }

  it('says all that was said, what follows from it, what was decided, and who signed it, without a heading of its own', () => {
    const html = printed({ ...sampleFile([sampleSession(1)]), health })
    const text = words(html)
    for (const part of [
      'Avoid: No pressure on them. (left soleus)',
      'Varicose veins? yes (left soleus)',
      'No to: A rash?',
      'Warfarin: after a clot, 2021, bruises easily',
      'Week of pregnancy when asked: 20',
      'pressure 3 of 5 · quiet',
      'Once, after a fall',
      'Cancer. The doctor agrees: Dr Reyes',
      '(intake)',
      'Signed by Ada Holm',
    ]) {
      expect(text).toContain(part)
    }
    expect(headings(html)).toHaveLength(2)
  })

  it('of a client whom nobody has asked / is not there', () => {
    expect(printed(sampleFile([sampleSession(1)]))).not.toContain('aria-label="Health"')
  })
})

describe('the patient file on paper', () => {
  it('has the client as its one first heading and one heading for each session, and no other', () => {
    const document: NoteDocument = {
      type: 'doc',
      content: [{ type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Typed heading' }] }],
    }
    const session = sampleSession(2)
    const sections = session.sections.map((section) => ({ ...section, document }))
    const html = printed(sampleFile([{ ...session, sections }, sampleSession(1)]))
    expect(headings(html)).toEqual([
      ['1', 'Mina Okoye'],
      ['2', 'Session 2 · 9 November 2026, 14:00'],
      ['2', 'Session 1 · 9 November 2026, 14:00'],
    ])
    expect(html).toContain('Typed heading')
  })

  it.each([
    [
      'whose own line is lost / says that day, length and place are not from the record',
      'session' as const,
      'day, length and place',
    ],
    ['of which a part is lost / says so', 'part' as const, 'A part of this note'],
  ])('with a salvaged session %s, and of no other', (_, lost, said) => {
    const text = words(printed(sampleFile([{ ...sampleSession(2), lost: [lost] }, sampleSession(1)])))
    expect(text.match(/Not complete:/gu)).toHaveLength(1)
    expect(text).toContain(said)
    expect(text.indexOf('Not complete:')).toBeLessThan(text.indexOf('Session 1 '))
  })

  it('ends with the seal, as a code with a text for those who do not see it and as its line, after the last session only', () => {
    const line = `PALPATE-SEAL-1.${'7Z'.repeat(114)}`
    const file = {
      ...sampleFile([sampleSession(2), sampleSession(1)]),
      seal: {
        line,
        sequence: 12,
        signedAt: '2026-11-09T15:12:44.120Z',
        fingerprint: 'a1'.repeat(32),
        madeAt: '2026-11-23T13:04:00.000Z',
        key: 'AAAA-BBBB-CCCC-DDDD',
      },
    }
    const html = printed(file)
    expect(html).toContain('aria-label="QR code of the seal, which is printed beside it"')
    const text = words(html)
    expect(text).toContain(line)
    expect(text.indexOf('End of the file')).toBeGreaterThan(text.indexOf(line))
    expect(text.indexOf(line)).toBeGreaterThan(text.indexOf('Session 1 '))
    const begun = words(renderToStaticMarkup(<PatientFileDocument file={file} first={1} />))
    expect(begun).not.toContain('PALPATE')
    expect(words(printed(sampleFile([sampleSession(1)])))).toContain('End of the file')
  })

  it('prints the alert, what is known of the client, and nothing for what is not', () => {
    const html = words(printed(sampleFile([])))
    expect(html).toContain('Alert Anticoagulant: light pressure')
    expect(html).not.toContain('Occupation')
    expect(html).toContain('No session.')
  })

  it('prints place, length, pain and its change in words', () => {
    const details = {
      serviceStart: '2026-11-09T14:00',
      lengthMinutes: 75,
      place: 'visit',
      visitAddress: '4 Mill Lane\nAsh',
    } as const
    const html = words(printed(sampleFile([sampleSession(1, { details })])))
    expect(html).toContain('7 → 3 much better')
    expect(html).toContain('75 min')
    expect(html).toContain('Visit: 4 Mill Lane, Ash')
  })

  it('names the entry date only where it is another day than the service date', () => {
    expect(words(printed(sampleFile([sampleSession(1)])))).not.toContain('Entered')
    const late = sampleSession(1, { enteredAt: '2026-11-12T12:00:00.000Z' })
    expect(words(printed(sampleFile([late])))).toMatch(/Entered 12 November 2026(, UTC)? \(late entry\)/u)
  })

  it('calls no note late that was entered at once, whatever clock this computer has', () => {
    const atOnce = (serviceStart: string, enteredAt: string, enteredOffset: number | null) =>
      words(
        printed(
          sampleFile([
            sampleSession(1, {
              details: { ...sampleSession(1).details, serviceStart },
              enteredAt,
              enteredOffset,
            }),
          ]),
        ),
      )
    expect(atOnce('2026-11-28T22:30', '2026-11-29T03:30:00.000Z', -300)).not.toContain('Entered')
    expect(atOnce('2026-11-29T07:00', '2026-11-28T22:00:00.000Z', 540)).not.toContain('Entered')
    expect(atOnce('2026-11-28T22:30', '2026-11-29T03:30:00.000Z', null)).not.toContain('Entered')
    expect(atOnce('2026-11-28T22:30', '2026-12-01T03:30:00.000Z', null)).toMatch(
      /Entered (30 November|1 December) 2026 \(late entry\)/u,
    )
    const clocks = [-300, 540].map((offset) => atOnce('2026-11-20T10:00', '2026-11-29T03:30:00.000Z', offset))
    expect(clocks[0]).toMatch(/Entered 28 November 2026(, UTC−5)? \(late entry\)/u)
    expect(clocks[1]).toMatch(/Entered 29 November 2026(, UTC\+9)? \(late entry\)/u)
    expect(clocks.filter((text) => text.includes(', UTC')).length).toBeGreaterThan(0)
  })

  it('states a signature by the clock that it was made by', () => {
    const signature = { ...sampleSignature, signedAt: '2026-11-29T03:30:12.000Z', signedOffset: -300 }
    expect(words(printed(sampleFile([sampleSession(1, { signature })])))).toContain(
      'on 28 November 2026, 22:30:12 (UTC−05:00)',
    )
  })

  it('marks an empty section as empty', () => {
    const session = sampleSession(1)
    const sections = session.sections.map((section) => ({ ...section, document: null, plainText: '' }))
    expect(words(printed(sampleFile([{ ...session, sections }])))).toContain(
      'Subjective — Objective — Assessment — Plan —',
    )
  })

  it('prints the plain text of a section whose formatting cannot be read', () => {
    const session = sampleSession(1)
    const sections = session.sections.map((section) => ({ ...section, document: null, plainText: 'kept\nword' }))
    expect(printed(sampleFile([{ ...session, sections }]))).toContain('kept\nword')
  })

  it('prints signer, credentials, licence, sequence and fingerprint in full', () => {
    const html = words(printed(sampleFile([sampleSession(1)])))
    expect(html).toContain('Signed by Ada Holm , LMT , licence MT 60512345 on 9 November 2026')
    expect(html).toContain(sampleSignature.fingerprint)
  })

  it('names the practice at the time of signing where it has another name today', () => {
    const signature = { ...sampleSignature, practiceName: 'Old Harbour' }
    expect(words(printed(sampleFile([sampleSession(1, { signature })])))).toContain('Old Harbour')
  })

  it('prints addenda with their own date and signature', () => {
    const addendum = {
      id: '00000000-0000-4000-8000-000000000077',
      kind: 'addendum' as const,
      correction: null,
      document: null,
      plainText: 'Headache came back once.',
      createdAt: '2026-11-12T12:00:00.000Z',
      createdOffset: 0,
      signature: { ...sampleSignature, sequence: 2, fingerprint: 'b2'.repeat(32) },
    }
    const html = words(printed(sampleFile([sampleSession(1, { addenda: [addendum] })])))
    expect(html).toMatch(
      /Addendum Written 12 November 2026.*Headache came back once\..*Signature 2 of the practice.*b2b2/u,
    )
  })

  it('says of a draft that it is one, and signs nothing', () => {
    const html = words(printed(sampleFile([sampleSession(4, { signature: null })], { includeDrafts: true })))
    expect(html).toContain('Unsigned draft, session 4: not part of the signed record')
    expect(html).toContain('1 of them is an unsigned draft')
    expect(html).not.toContain('Signed by')
  })

  it('lists every finding in a table with headings, and draws only the views that carry marks', () => {
    const html = printed(sampleFile([sampleSession(1, { findings: [finding] })]))
    expect(html.match(/<th scope="col"/gu)).toHaveLength(3)
    expect(words(html)).toContain('Right upper trapezius deep · refers to the temple Trigger point 7/10 before')
    expect(html.match(/<figcaption>/gu)).toHaveLength(1)
    expect(html).toContain('<figcaption>Posterior')
  })

  it('leaves the drawings out and keeps the findings when body maps are not wanted', () => {
    const html = printed(sampleFile([sampleSession(1, { findings: [finding] })], { includeBodyMaps: false }))
    expect(html).not.toContain('<figure')
    expect(words(html)).toContain('Right upper trapezius')
    expect(words(html)).toContain('Body map drawings are left out')
  })

  it('lets no text become markup', () => {
    const session = sampleSession(1)
    const sections = session.sections.map((section) => ({
      ...section,
      document: null,
      plainText: '<script>x</script>',
    }))
    expect(printed(sampleFile([{ ...session, sections }]))).not.toContain('<script')
  })

  it('has with the signature what was asked before it', () => {
    const session = sampleSession(1, {
      signAnswers: [
        { question: 'same as last time', section: 'plan', amount: 96, decision: 'confirmed' },
        { question: 'unconfirmed findings', section: null, amount: 2, decision: 'left' },
      ],
    })
    expect(words(printed(sampleFile([session])))).toContain(
      'Asked before signing: Plan: 96% the same as last time, confirmed; Body map: 2 findings from last visit, left unconfirmed.',
    )
  })

  it('has nothing of questions where none was asked', () => {
    expect(words(printed(sampleFile([sampleSession(1)])))).not.toContain('Asked before signing')
  })
})
