// The canonical form as the decision record publishes it: its examples, and a stranger's program that follows it.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Signature } from '#shared/contract/sessions.ts'
import { plainFinding } from '#shared/domain/bodymap/finding.ts'
import { documentFromText } from '#shared/domain/note/plainText.ts'
import { canonicalAddendum, canonicalNote } from '#shared/domain/record/canonical.ts'
import type { AddendumContent, NoteContent, Seal } from '#shared/domain/record/signedContent.ts'
import { practiceUnderTest, type PracticeUnderTest } from '../fixtures/practiceUnderTest.ts'
import { markEverything } from '../fixtures/signedNote.ts'

let practice: PracticeUnderTest
let client: string
beforeEach(() => {
  practice = practiceUnderTest()
  client = practice.addClient({ firstName: 'Mara', lastName: 'Sample', dateOfBirth: '1980-02-29' })
})
afterEach(() => practice.remove())

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

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
    signedOffset: -300,
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
      enteredOffset: -240,
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

  const measured: NoteContent = {
    ...oneWord,
    session: { ...oneWord.session, lateEntryReason: 'Charted on paper.' },
    scores: [{ measure: 'sleep', before: 6.5, after: null, beforeText: null }],
    ranges: [
      {
        id: '01900000-0000-7000-8000-000000000006',
        joint: 'Neck',
        side: 'right',
        movement: 'Rotation',
        degreesBefore: 45,
        degreesAfter: 60,
        extentBefore: null,
        extentAfter: null,
        textBefore: null,
        textAfter: null,
      },
    ],
    activities: [{ id: '01900000-0000-7000-8000-000000000007', activity: 'Driving', score: 4 }],
    techniques: [{ text: 'Swedish massage', carriedFrom: null }],
    homework: [{ text: 'Doorway stretch', carriedFrom: '2026-11-09' }],
    timedSpans: [
      {
        id: '01900000-0000-7000-8000-000000000008',
        treatedAreaId: null,
        startedAt: '2026-11-23T14:02:00.000Z',
        endedAt: '2026-11-23T14:40:00.000Z',
      },
    ],
    signAnswers: [
      {
        question: 'same as last time',
        section: 'subjective',
        amount: 100,
        decision: 'confirmed',
        answeredAt: '2026-11-23T15:00:00.000Z',
      },
    ],
  }
  const typed: NoteContent = {
    ...oneWord,
    scores: [{ measure: 'sleep', before: null, after: null, beforeText: '5-6 h' }],
    ranges: measured.ranges.map((range) => ({ ...range, degreesBefore: null, textBefore: '45-50' })),
  }
  const measuredFingerprint = sha256(canonicalNote(3, sealed, measured))
  const oneWordFingerprint = sha256(canonicalNote(4, sealed, oneWord))
  const amendmentSealed: Seal = { ...sealed, sequence: 2, previousFingerprint: measuredFingerprint }
  const amendment: AddendumContent = {
    id: '01900000-0000-7000-8000-00000000000a',
    sessionId: '01900000-0000-7000-8000-000000000002',
    noteFingerprint: measuredFingerprint,
    enteredAt: '2026-11-23T14:30:00.000Z',
    enteredOffset: -300,
    schemaVersion: 1,
    document: documentFromText('sore on the left'),
    kind: 'amendment',
    correction: { part: 'subjective', addendumId: null, reason: 'The side was missing.', oldText: 'sore' },
  }

  it.each([
    ['form 1', canonicalNote(1, sealed, oneWord)],
    ['form 2', canonicalNote(2, sealed, marked)],
    ['form 3', canonicalNote(3, sealed, measured)],
    ['an amendment, in form 3', canonicalAddendum(3, amendmentSealed, amendment)],
    ['form 4', canonicalNote(4, sealed, oneWord)],
    [
      'an amendment, in form 4',
      canonicalAddendum(
        4,
        { ...amendmentSealed, previousFingerprint: oneWordFingerprint },
        { ...amendment, noteFingerprint: oneWordFingerprint },
      ),
    ],
    ['form 5', canonicalNote(5, sealed, typed)],
  ])('of %s in the decision record is what the code makes, and its fingerprint fits', (name, made) => {
    const part = adr.slice(adr.indexOf(`### An example of ${name}`))
    const example = part.match(/```\n(\{"[^`]+)```/)?.[1]?.replaceAll('\n', '')
    const published = part.match(/`([0-9a-f]{64})`/)?.[1]
    expect(example).toBe(made)
    expect(published).toBe(sha256(made))
  })

  // A program of a stranger's, which knows the decision record and not the app's code.
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(
      Object.entries(value)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, item]) => [key, sorted(item)]),
    )
  }
  const strangersFingerprint = (form: object) => sha256(JSON.stringify(sorted(form)))
  const membersOfBothKinds = (signature: Signature) => ({
    canonicalVersion: 5,
    sequence: signature.sequence,
    previousFingerprint: signature.previousFingerprint,
    signedAt: signature.signedAt,
    signedOffset: signature.signedOffset,
    signer: {
      name: signature.signerName,
      credentials: signature.credentials,
      licenceNumber: signature.licenceNumber,
      practiceName: signature.practiceName,
    },
    client: { id: client, firstName: 'Mara', lastName: 'Sample', dateOfBirth: '1980-02-29' },
  })

  it('can be built by a stranger from the stored record, without the app’s code', () => {
    const id = practice.startSession(client)
    practice.write(id, 'plan', 'Weekly: “größer” 界\n\tpain < 3 & "quiet"')
    practice.call('session:savePain', { id, painBefore: 7, painAfter: 3 })
    markEverything(practice, id)
    const signature = practice.sign(id)
    const record = practice.call('session:get', { id })
    const { sqlite } = practice.database
    const pointsOf = sqlite.prepare<[string], Buffer>('SELECT points FROM stroke WHERE id = ?').pluck()
    const answeredAt = sqlite.prepare('SELECT answered_at FROM no_go_answer').pluck().get()
    const answersAt = sqlite.prepare('SELECT answered_at FROM sign_answer ORDER BY position').pluck().all()
    const { scores, ranges, activities } = record.measures
    expect([scores, ranges, activities, record.timedSpans, record.signAnswers].map((list) => list.length > 0)).toEqual(
      Array.from({ length: 5 }, () => true),
    )
    const form = {
      ...membersOfBothKinds(signature),
      kind: 'note',
      session: {
        id,
        ...record.details,
        enteredAt: record.enteredAt,
        enteredOffset: record.enteredOffset,
        painBefore: 7,
        painAfter: 3,
      },
      sections: [{ section: 'plan', schemaVersion: 1, document: record.sections[3]?.document }],
      findings: record.findings.map(({ sessionId: _, ...finding }) => finding),
      strokes: record.strokes.map(({ sessionId: _, ...stroke }) => ({
        ...stroke,
        points: pointsOf.get(stroke.id)?.toString('base64'),
      })),
      treatedAreas: record.treatedAreas.map(({ sessionId: _, ...area }) => area),
      noGoAnswers: record.noGoAnswers.map(({ sessionId: _, ...answer }) => ({ ...answer, answeredAt })),
      lateEntryReason: record.lateEntryReason,
      scores: scores.map((score) => ({ ...score, beforeText: null })),
      ranges: ranges.map((range) => ({ ...range, textBefore: null, textAfter: null })),
      activities,
      techniques: record.techniques,
      homework: record.homework,
      timedSpans: record.timedSpans,
      signAnswers: record.signAnswers.map((answer, index) => ({ ...answer, answeredAt: answersAt[index] })),
    }
    expect(strangersFingerprint(form)).toBe(signature.fingerprint)
  })

  it('of an amendment can be built by a stranger too', () => {
    const session = practice.startSession(client)
    practice.write(session, 'plan', 'Weekly.')
    const note = practice.sign(session)
    const id = practice.amendment(session, { part: 'plan', reason: 'Asked again.' }, 'Every fortnight.')
    const signature = practice.call('addendum:sign', { sessionId: session, id })
    const [stored] = practice.call('session:get', { id: session }).addenda
    const form = {
      ...membersOfBothKinds(signature),
      kind: 'amendment',
      addendum: {
        id,
        sessionId: session,
        noteFingerprint: note.fingerprint,
        enteredAt: stored?.createdAt,
        enteredOffset: stored?.createdOffset,
        schemaVersion: 1,
        document: stored?.document,
        correction: { part: 'plan', addendumId: null, reason: 'Asked again.', oldText: 'Weekly.' },
      },
    }
    expect(strangersFingerprint(form)).toBe(signature.fingerprint)
  })
})
