import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import { plainFinding } from '#shared/domain/bodymap/finding.ts'
import { canonicalNote, type NoteContent, type Seal } from '#shared/domain/record/canonical.ts'
import { documentFromText } from '#shared/domain/note/plainText.ts'
import { practiceUnderTest, samplePractice, type PracticeUnderTest } from '../fixtures/practiceUnderTest.ts'
import { fieldRefusal, refusalOf } from '../fixtures/refusal.ts'
import { markEverything } from '../fixtures/signedNote.ts'

let practice: PracticeUnderTest
let client: string
beforeEach(() => {
  practice = practiceUnderTest()
  client = practice.addClient({ firstName: 'Mara', lastName: 'Sample', dateOfBirth: '1980-02-29' })
})
afterEach(() => practice.remove())

const get = (id: string) => practice.call('session:get', { id })
const sign = (id: string) => practice.sign(id)
const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

function writtenSession(text = 'Weekly.'): string {
  const id = practice.startSession(client)
  practice.write(id, 'plan', text)
  return id
}

describe('signing a note', () => {
  it('states who, when and with which licence, and is shown from then on', () => {
    const id = writtenSession()
    practice.surroundings.setTime('2026-11-23T15:00:00.000Z')
    const signature = sign(id)
    expect(signature).toMatchObject({
      sequence: 1,
      signerName: 'Ada Moreno',
      credentials: 'LMT',
      licenceNumber: 'MA-4711',
      practiceName: 'Quiet Hands',
      signedAt: '2026-11-23T15:00:00.000Z',
      previousFingerprint: '0'.repeat(64),
    })
    expect(signature.fingerprint).toMatch(/^[0-9a-f]{64}$/)
    expect(contract['session:sign'].output.parse(signature)).toEqual(signature)
    expect(get(id).signature).toEqual(signature)
    expect(practice.call('client:get', { id: client }).sessions[0]?.signedAt).toBe('2026-11-23T15:00:00.000Z')
  })

  it('carries the practice’s name where the therapist’s own is not known', () => {
    practice.call('practice:save', { practice: { ...samplePractice, therapistName: '' } })
    expect(sign(writtenSession()).signerName).toBe('Quiet Hands')
  })

  it('is refused for a note in which nothing is written or marked', () => {
    const id = practice.startSession(client)
    practice.write(id, 'plan', ' \n\u00a0')
    practice.call('session:savePain', { id, painBefore: 7, painAfter: 3 })
    expect(refusalOf(() => sign(id))).toEqual(fieldRefusal('', 'empty_note'))
    practice.call('finding:put', { finding: practice.someFinding(id) })
    sign(id)
  })

  it('happens once', () => {
    const id = writtenSession()
    const signature = sign(id)
    expect(refusalOf(() => sign(id))).toEqual({ code: 'SIGNED' })
    expect(get(id).signature).toEqual(signature)
  })

  it('is not undone by what happens to client and practice afterwards', () => {
    const id = writtenSession()
    const signature = sign(id)
    const { fields } = practice.call('client:get', { id: client }).client
    practice.call('client:update', { id: client, revision: 1, fields: { ...fields, lastName: 'Married' } })
    practice.call('practice:save', { practice: { ...samplePractice, licenceNumber: 'MA-9' } })
    expect(get(id).signature).toEqual(signature)
    expect(get(id).client.lastName).toBe('Married')
  })
})

describe('the chain', () => {
  it('links every signature to the one before it, notes and addenda alike', () => {
    const first = writtenSession()
    const signatures = [sign(first), sign(writtenSession('In two weeks.'))]
    signatures.push(practice.call('addendum:sign', { id: practice.addendum(first, 'Telephoned.') }))
    signatures.push(sign(writtenSession('Once a month.')))
    expect(signatures.map((signature) => signature.sequence)).toEqual([1, 2, 3, 4])
    expect(signatures.map((signature) => signature.previousFingerprint)).toEqual([
      '0'.repeat(64),
      ...signatures.slice(0, -1).map((signature) => signature.fingerprint),
    ])
  })

  it('goes on when the clock was set back', () => {
    sign(writtenSession())
    practice.surroundings.setTime('2020-01-01T00:00:00.000Z')
    expect(sign(writtenSession())).toMatchObject({ sequence: 2, signedAt: '2020-01-01T00:00:00.000Z' })
  })

  it('tells two notes with the same words apart', () => {
    expect(sign(writtenSession()).fingerprint).not.toBe(sign(writtenSession()).fingerprint)
  })

  it('is left alone by a signature that fails', () => {
    const empty = practice.startSession(client)
    expect(refusalOf(() => sign(empty)).code).toBe('VALIDATION')
    expect(sign(writtenSession()).sequence).toBe(1)
  })
})

describe('the published form', () => {
  const adr = readFileSync(new URL('../../docs/adr/0003-signature-chain.md', import.meta.url), 'utf8')

  const sealed: Seal = {
    sequence: 1,
    previousFingerprint: '0'.repeat(64),
    practiceName: 'Quiet Hands',
    signerName: 'Ada Moreno',
    credentials: 'LMT',
    licenceNumber: 'MA-4711',
    signedAt: '2026-11-23T15:00:00.000Z',
    client: {
      id: '01900000-0000-7000-8000-000000000001',
      firstName: 'Mara',
      lastName: 'Sample',
      dateOfBirth: null,
    },
  }
  const oneWord: NoteContent = {
    session: {
      id: '01900000-0000-7000-8000-000000000002',
      serviceStart: '2026-11-23T14:00',
      enteredAt: '2026-11-23T14:00:00.000Z',
      lengthMinutes: 60,
      place: 'practice',
      visitAddress: '',
      painBefore: 7,
      painAfter: null,
      lateEntryReason: null,
    },
    sections: [{ section: 'subjective', schemaVersion: 1, document: documentFromText('sore') }],
    findings: [],
    strokes: [],
    treatedAreas: [],
    noGoAnswers: [],
    scores: [],
    ranges: [],
    activities: [],
    techniques: [],
    homework: [],
    timedSpans: [],
    signAnswers: [],
  }
  const marked: NoteContent = {
    ...oneWord,
    findings: [
      {
        id: '01900000-0000-7000-8000-000000000003',
        ...plainFinding({
          regionId: 'shoulder.upper-trapezius.right',
          kind: 'trigger-point',
          severity: 7,
          phase: 'before',
          view: 'posterior',
          refersTo: 'the temple',
          refersToRegionId: 'head.temple.right',
          carriedFromId: '01900000-0000-7000-8000-000000000009',
          isConfirmed: false,
        }),
      },
    ],
    treatedAreas: [
      {
        id: '01900000-0000-7000-8000-000000000004',
        regionIds: ['back.lumbar-erectors.left', 'back.lumbar-erectors.right'],
        technique: 'Swedish',
        minutes: 12,
        pressure: 2,
      },
    ],
    noGoAnswers: [
      {
        id: '01900000-0000-7000-8000-000000000005',
        regionId: 'leg.medial-gastrocnemius.left',
        level: 'forbidden',
        reason: 'Varicosities',
        decision: 'left out',
        remark: '',
        answeredAt: '2026-11-23T14:10:00.000Z',
      },
    ],
  }

  it.each([
    [1, oneWord],
    [2, marked],
  ] as const)('%d in the decision record is what the code makes, and its fingerprint fits', (version, note) => {
    const part = adr.slice(adr.indexOf(`### An example of form ${version}`))
    const example = part.match(/```\n(\{"canonicalVersion"[^`]+)```/)?.[1]?.replaceAll('\n', '')
    const published = part.match(/`([0-9a-f]{64})`/)?.[1]
    const made = canonicalNote(version, sealed, note)
    expect(example).toBe(made)
    expect(published).toBe(sha256(made))
  })

  it('can be built by a stranger from the stored record, without the app’s code', () => {
    const id = writtenSession('Weekly: “größer” 界\n\tpain < 3 & "quiet"')
    practice.call('session:savePain', { id, painBefore: 7, painAfter: 3 })
    markEverything(practice, id)
    const signature = sign(id)
    const record = get(id)
    const pointsOf = practice.database.sqlite
      .prepare<[string], Buffer>('SELECT points FROM stroke WHERE id = ?')
      .pluck()
    const answeredAt = practice.database.sqlite.prepare('SELECT answered_at FROM no_go_answer').pluck().get()
    const sorted = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(sorted)
      if (value === null || typeof value !== 'object') return value
      return Object.fromEntries(
        Object.entries(value)
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, item]) => [key, sorted(item)]),
      )
    }
    const form = {
      canonicalVersion: 2,
      kind: 'note',
      sequence: signature.sequence,
      previousFingerprint: signature.previousFingerprint,
      signedAt: signature.signedAt,
      signer: {
        name: signature.signerName,
        credentials: signature.credentials,
        licenceNumber: signature.licenceNumber,
        practiceName: signature.practiceName,
      },
      client: { id: client, firstName: 'Mara', lastName: 'Sample', dateOfBirth: '1980-02-29' },
      session: { id, ...record.details, enteredAt: record.enteredAt, painBefore: 7, painAfter: 3 },
      sections: [{ section: 'plan', schemaVersion: 1, document: record.sections[3]?.document }],
      findings: record.findings.map(({ sessionId: _, ...finding }) => finding),
      strokes: record.strokes.map(({ sessionId: _, ...stroke }) => ({
        ...stroke,
        points: pointsOf.get(stroke.id)?.toString('base64'),
      })),
      treatedAreas: record.treatedAreas.map(({ sessionId: _, ...area }) => area),
      noGoAnswers: record.noGoAnswers.map(({ sessionId: _, ...answer }) => ({ ...answer, answeredAt })),
    }
    expect(sha256(JSON.stringify(sorted(form)))).toBe(signature.fingerprint)
  })
})

describe('an addendum', () => {
  it('is a draft of the signed note until it is signed itself', () => {
    const session = writtenSession()
    sign(session)
    practice.surroundings.setTime('2026-11-24T08:00:00.000Z')
    const id = practice.addendum(session, 'Telephoned')
    practice.surroundings.setTime('2026-11-24T08:05:00.000Z')
    const document = documentFromText('Telephoned: relief held.')
    expect(practice.call('addendum:saveDraft', { sessionId: session, id, document })).toEqual({
      savedAt: '2026-11-24T08:05:00.000Z',
    })
    const draft = { id, document, plainText: 'Telephoned: relief held.', createdAt: '2026-11-24T08:00:00.000Z' }
    expect(get(session).addenda).toEqual([{ ...draft, signature: null }])
    const signature = practice.call('addendum:sign', { id })
    expect(get(session).addenda).toEqual([{ ...draft, signature }])
    const record = get(session)
    expect(contract['session:get'].output.parse(record)).toEqual(record)
  })

  it('belongs to a signed note only', () => {
    const session = writtenSession()
    expect(refusalOf(() => practice.addendum(session, 'x'))).toEqual(fieldRefusal('sessionId', 'not_signed'))
  })

  it('is never empty when it is signed', () => {
    const session = writtenSession()
    sign(session)
    const id = practice.addendum(session, ' \n ')
    expect(refusalOf(() => practice.call('addendum:sign', { id }))).toEqual(fieldRefusal('document', 'empty_addendum'))
  })

  it('can be discarded as a draft and never after signing', () => {
    const session = writtenSession()
    sign(session)
    const [draft, signed] = [practice.addendum(session, 'One'), practice.addendum(session, 'Two')]
    practice.call('addendum:discardDraft', { id: draft })
    practice.call('addendum:sign', { id: signed })
    expect(get(session).addenda.map((addendum) => addendum.id)).toEqual([signed])
    expect(refusalOf(() => practice.call('addendum:discardDraft', { id: signed }))).toEqual({ code: 'SIGNED' })
    expect(refusalOf(() => practice.call('addendum:sign', { id: signed }))).toEqual({ code: 'SIGNED' })
    const change = { sessionId: session, id: signed, document: documentFromText('Three') }
    expect(refusalOf(() => practice.call('addendum:saveDraft', change))).toEqual({ code: 'SIGNED' })
    expect(get(session).addenda[0]?.plainText).toBe('Two')
  })

  it('cannot move to another session', () => {
    const [one, two] = [writtenSession(), writtenSession()]
    sign(one)
    sign(two)
    const id = practice.addendum(one, 'One')
    const moved = { sessionId: two, id, document: documentFromText('Two') }
    expect(refusalOf(() => practice.call('addendum:saveDraft', moved))).toEqual({ code: 'CONFLICT' })
  })

  it('that this version cannot read is neither written over nor signed', () => {
    const session = writtenSession()
    sign(session)
    const id = practice.addendum(session, 'One')
    practice.database.sqlite.exec('UPDATE addendum SET schema_version = 3')
    const change = { sessionId: session, id, document: documentFromText('Two') }
    expect(refusalOf(() => practice.call('addendum:saveDraft', change))).toEqual({ code: 'CONFLICT' })
    expect(refusalOf(() => practice.call('addendum:sign', { id }))).toEqual(fieldRefusal('document', 'unreadable'))
    expect(get(session).addenda).toMatchObject([{ document: null, plainText: 'One' }])
  })

  it('stands in the order of signing, drafts last', () => {
    const session = writtenSession()
    sign(session)
    const [first, second, third] = ['One', 'Two', 'Three'].map((text) => practice.addendum(session, text)) as [
      string,
      string,
      string,
    ]
    practice.call('addendum:sign', { id: third })
    practice.call('addendum:sign', { id: first })
    expect(get(session).addenda.map((addendum) => addendum.id)).toEqual([third, first, second])
  })
})
