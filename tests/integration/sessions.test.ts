import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import {
  documentSchemaVersion,
  emptyDocument,
  noteDocument,
  type Mark,
  type NoteDocument,
} from '#shared/domain/note/document.ts'
import { documentFromText, plainText } from '#shared/domain/note/plainText.ts'
import { sectionIds } from '#shared/domain/note/sections.ts'
import { lengthFromEnd } from '#shared/domain/session.ts'
import { anyDocument, holdsInOrder, textsOf } from '../fixtures/arbitraryDocuments.ts'
import { practiceUnderTest, type PracticeUnderTest } from '../fixtures/practiceUnderTest.ts'
import { fieldRefusal, nobody, refusalOf } from '../fixtures/refusal.ts'

let practice: PracticeUnderTest
let client: string
beforeEach(() => {
  practice = practiceUnderTest()
  client = practice.addClient({ firstName: 'Mara', lastName: 'Sample' })
})
afterEach(() => practice.remove())

const get = (id: string) => practice.call('session:get', { id })
const section = (id: string, name: (typeof sectionIds)[number]) => get(id).sections.find((one) => one.section === name)

describe('a new session', () => {
  it('opens with an hour at the practice, four empty sections and both dates', () => {
    const id = practice.startSession(client, '2026-11-20T09:30')
    const session = get(id)
    expect(session).toMatchObject({
      number: 1,
      details: { serviceStart: '2026-11-20T09:30', lengthMinutes: 60, place: 'practice', visitAddress: '' },
      enteredAt: '2026-11-23T14:00:00.000Z',
      painBefore: null,
      painAfter: null,
      findings: [],
      signature: null,
      addenda: [],
    })
    expect(session.sections).toEqual(
      sectionIds.map((name) => ({ section: name, document: emptyDocument, plainText: '', updatedAt: null })),
    )
    expect(contract['session:get'].output.parse(session)).toEqual(session)
  })

  it('takes length and place from the client’s last session that was not discarded', () => {
    const details = {
      serviceStart: '2026-11-10T09:00',
      lengthMinutes: 90,
      place: 'visit',
      visitAddress: '7 Mill Row',
    } as const
    practice.call('session:saveDetails', { id: practice.startSession(client, '2026-11-10T09:00'), details })
    const discarded = practice.startSession(client, '2026-11-15T09:00')
    practice.call('session:saveDetails', {
      id: discarded,
      details: { ...details, serviceStart: '2026-11-15T09:00', lengthMinutes: 30 },
    })
    practice.call('session:discard', { id: discarded })
    practice.startSession(client, '2026-11-01T09:00')
    expect(get(practice.startSession(client)).details).toMatchObject({
      lengthMinutes: 90,
      place: 'visit',
      visitAddress: '7 Mill Row',
    })
  })

  it('takes nothing from another client', () => {
    const other = practice.startSession(practice.addClient({ lastName: 'Other' }))
    practice.call('session:saveDetails', { id: other, details: { ...get(other).details, lengthMinutes: 30 } })
    expect(get(practice.startSession(client)).details.lengthMinutes).toBe(60)
  })

  it('needs a client', () => {
    expect(refusalOf(() => practice.startSession(nobody))).toEqual({ code: 'NOT_FOUND' })
  })
})

describe('details', () => {
  it('can be set back: the service date moves, the entry date stays', () => {
    const id = practice.startSession(client)
    const details = {
      serviceStart: '2026-10-01T08:00',
      lengthMinutes: 45,
      place: 'visit',
      visitAddress: 'Flat 3',
    } as const
    practice.surroundings.moveTime(5000)
    expect(practice.call('session:saveDetails', { id, details })).toEqual({ savedAt: '2026-11-23T14:00:05.000Z' })
    expect(get(id)).toMatchObject({
      details,
      enteredAt: '2026-11-23T14:00:00.000Z',
      updatedAt: '2026-11-23T14:00:05.000Z',
    })
  })

  it('have no visit address at the practice', () => {
    const id = practice.startSession(client)
    practice.call('session:saveDetails', {
      id,
      details: { ...get(id).details, place: 'practice', visitAddress: 'Flat 3' },
    })
    expect(get(id).details.visitAddress).toBe('')
  })

  it('do not take a length that an impossible end gives', () => {
    const id = practice.startSession(client, '2026-11-23T14:00')
    const length = lengthFromEnd('2026-11-23T14:00', '2026-11-23T13:00')
    const input = { id, details: { ...get(id).details, lengthMinutes: length } }
    expect(contract['session:saveDetails'].input.safeParse(input).success).toBe(false)
    const negative = { id, details: { ...get(id).details, lengthMinutes: -60 } }
    expect(refusalOf(() => practice.call('session:saveDetails', negative)).code).toBe('INTERNAL')
    expect(get(id).details.lengthMinutes).toBe(60)
  })
})

describe('pain', () => {
  it('is kept before and after, and can be taken back', () => {
    const id = practice.startSession(client)
    practice.call('session:savePain', { id, painBefore: 7, painAfter: 0 })
    expect(get(id)).toMatchObject({ painBefore: 7, painAfter: 0 })
    practice.call('session:savePain', { id, painBefore: null, painAfter: 3 })
    expect(get(id)).toMatchObject({ painBefore: null, painAfter: 3 })
  })
})

describe('a section', () => {
  it('comes back as it was written, with every character in its plain text', () => {
    const id = practice.startSession(client)
    fc.assert(
      fc.property(fc.constantFrom(...sectionIds), anyDocument, (name, document) => {
        practice.write(id, name, document)
        const stored = section(id, name)
        expect(stored?.document).toEqual(document)
        expect(stored?.plainText).toBe(plainText(document))
        expect(holdsInOrder(stored?.plainText ?? '', textsOf(document.content))).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  it('is kept under the oldest version that holds it, so that an older app reads on', () => {
    const id = practice.startSession(client)
    const sentence = 'Left jaw: pain, 4/10 before.'
    const link: Mark = { type: 'finding', attrs: { findingId: '01900000-0000-7000-8000-00000000000a', sentence } }
    const linked: NoteDocument = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: sentence, marks: [link] }] }],
    }
    practice.write(id, 'plan', 'Weekly.')
    practice.call('session:saveSection', { id, section: 'objective', document: linked })
    const stored = practice.database.sqlite
      .prepare('SELECT section, schema_version FROM note_section WHERE session_id = ? ORDER BY section')
      .all(id)
    expect(stored).toEqual([
      { section: 'objective', schema_version: 2 },
      { section: 'plan', schema_version: 1 },
    ])
    expect(section(id, 'objective')).toMatchObject({ document: linked, plainText: sentence })
  })

  it('is there after a restart', () => {
    const id = practice.startSession(client)
    practice.write(id, 'subjective', 'Sore since Sunday.')
    practice.reopen()
    expect(section(id, 'subjective')?.plainText).toBe('Sore since Sunday.')
  })

  it('holds 200,000 characters', () => {
    const id = practice.startSession(client)
    const text = Array.from({ length: 4000 }, (_, line) => `${line} ${'é界x '.repeat(12)}`.padEnd(49, '.')).join('\n')
    expect(text.length).toBeGreaterThanOrEqual(199_999)
    practice.write(id, 'objective', text)
    practice.reopen()
    expect(section(id, 'objective')).toMatchObject({ plainText: text, document: documentFromText(text) })
    practice.call('session:sign', { id })
  })

  it('refuses more than it can hold', () => {
    const id = practice.startSession(client)
    practice.write(id, 'plan', 'Weekly.')
    const write = () => practice.write(id, 'plan', 'x'.repeat(2_000_001))
    expect(refusalOf(write)).toEqual(fieldRefusal('document', 'too_long'))
    expect(section(id, 'plan')?.plainText).toBe('Weekly.')
  })

  it('says when it was saved', () => {
    const id = practice.startSession(client)
    practice.surroundings.moveTime(60_000)
    const document = documentFromText('a')
    expect(practice.call('session:saveSection', { id, section: 'plan', document })).toEqual({
      savedAt: '2026-11-23T14:01:00.000Z',
    })
    expect(section(id, 'plan')?.updatedAt).toBe('2026-11-23T14:01:00.000Z')
    expect(get(id).updatedAt).toBe('2026-11-23T14:01:00.000Z')
  })
})

describe('a section that this version cannot read', () => {
  const fromFuture: NoteDocument = { type: 'doc', content: [{ type: 'paragraph' }] }

  const store = (id: string, document: string, schemaVersion: number) =>
    practice.database.sqlite
      .prepare(`INSERT OR REPLACE INTO note_section VALUES (?, 'plan', ?, ?, 'Kept text', '2026-11-20T10:00:00.000Z')`)
      .run(id, document, schemaVersion)

  it.each([
    ['of a newer version', JSON.stringify(fromFuture), documentSchemaVersion + 1],
    ['with an unknown node', '{"type":"doc","content":[{"type":"table"}]}', 1],
    ['damaged', '{"type":"doc","content":[{"ty', 1],
    ['empty', '', 1],
  ])('because it is %s comes as its plain text and is never written over', (_, document, schemaVersion) => {
    const id = practice.startSession(client)
    store(id, document, schemaVersion)
    expect(section(id, 'plan')).toMatchObject({ document: null, plainText: 'Kept text' })
    expect(refusalOf(() => practice.write(id, 'plan', 'New'))).toEqual({ code: 'CONFLICT' })
    const kept = practice.database.sqlite.prepare('SELECT document FROM note_section WHERE session_id = ?').get(id)
    expect(kept).toEqual({ document })
    practice.write(id, 'subjective', 'The other sections are written as ever.')
  })

  it('keeps the note from being signed', () => {
    const id = practice.startSession(client)
    store(id, JSON.stringify(fromFuture), documentSchemaVersion + 1)
    expect(refusalOf(() => practice.call('session:sign', { id }))).toEqual(fieldRefusal('plan', 'unreadable'))
  })
})

describe('a finding', () => {
  it('is added, changed and taken off', () => {
    const id = practice.startSession(client)
    const finding = practice.someFinding(id)
    practice.call('finding:put', { finding })
    expect(get(id).findings).toEqual([finding])
    const changed = {
      ...finding,
      severity: 2,
      phase: 'after',
      point: null,
      depth: null,
      structureId: 'trapezius-descending',
    } as const
    practice.call('finding:put', { finding: changed })
    expect(get(id).findings).toEqual([changed])
    practice.call('finding:remove', { sessionId: id, id: finding.id })
    expect(get(id).findings).toEqual([])
  })

  it('stays in the order of making, even when the clock stands still or is set back', () => {
    const id = practice.startSession(client)
    const ids = ['c', 'a', 'b', 'd'].map((letter, step) => {
      if (step === 2) practice.surroundings.moveTime(-3_600_000)
      const finding = practice.someFinding(id, { id: `${letter.repeat(8)}-0000-4000-8000-000000000000` })
      practice.call('finding:put', { finding })
      return finding.id
    })
    practice.call('finding:put', { finding: practice.someFinding(id, { id: ids[0] ?? '', severity: 1 }) })
    expect(get(id).findings.map((finding) => finding.id)).toEqual(ids)
  })

  it('keeps its exact spot to the last digit', () => {
    const id = practice.startSession(client)
    const point = { x: 0.1 + 0.2, y: -1e-7 }
    practice.call('finding:put', { finding: practice.someFinding(id, { point }) })
    expect(get(id).findings[0]?.point).toEqual(point)
  })

  it('is refused at a region or in a structure that the catalogue does not have', () => {
    const id = practice.startSession(client)
    const put = (change: object) => () => practice.call('finding:put', { finding: practice.someFinding(id, change) })
    expect(refusalOf(put({ regionId: 'tail.tip' }))).toEqual(fieldRefusal('finding.regionId', 'unknown_region'))
    expect(refusalOf(put({ structureId: 'gizzard' }))).toEqual(fieldRefusal('finding.structureId', 'unknown_structure'))
    expect(refusalOf(put({ structureId: 'piriformis' }))).toEqual(
      fieldRefusal('finding.structureId', 'unknown_structure'),
    )
    expect(get(id).findings).toEqual([])
  })

  it('in a place that only another version knows / is kept and can be changed', () => {
    const id = practice.startSession(client)
    const finding = practice.someFinding(id)
    practice.call('finding:put', { finding })
    practice.database.sqlite.exec(`UPDATE finding SET region_id = 'tail.tip', structure_id = 'gizzard'`)
    const kept = { ...finding, regionId: 'tail.tip', structureId: 'gizzard', severity: 1 }
    practice.call('finding:put', { finding: kept })
    expect(get(id).findings).toEqual([kept])
    const moved = { ...kept, structureId: 'pouch' }
    expect(refusalOf(() => practice.call('finding:put', { finding: moved })).code).toBe('VALIDATION')
    practice.call('finding:put', { finding: { ...kept, structureId: null } })
    expect(get(id).findings[0]?.structureId).toBeNull()
  })

  it('cannot be taken over or removed by another session', () => {
    const id = practice.startSession(client)
    const finding = practice.someFinding(id)
    practice.call('finding:put', { finding })
    const other = practice.startSession(client)
    expect(refusalOf(() => practice.call('finding:put', { finding: { ...finding, sessionId: other } }))).toEqual({
      code: 'CONFLICT',
    })
    expect(refusalOf(() => practice.call('finding:remove', { sessionId: other, id: finding.id }))).toEqual({
      code: 'CONFLICT',
    })
    expect(get(id).findings).toEqual([finding])
  })
})

describe('a draft that is discarded', () => {
  it('leaves the lists and the count, and comes back whole', () => {
    const first = practice.startSession(client, '2026-11-01T10:00')
    const second = practice.startSession(client, '2026-11-08T10:00')
    practice.write(first, 'plan', 'Weekly.')
    practice.call('session:discard', { id: first })
    expect(get(second).number).toBe(1)
    expect(refusalOf(() => get(first))).toEqual({ code: 'NOT_FOUND' })
    expect(refusalOf(() => practice.call('session:sign', { id: first }))).toEqual({ code: 'NOT_FOUND' })
    expect(practice.call('today:overview', {}).drafts.map((draft) => draft.id)).toEqual([second])
    practice.call('session:restore', { id: first })
    expect(get(second).number).toBe(2)
    expect(section(first, 'plan')?.plainText).toBe('Weekly.')
  })

  it('still takes what was typed before the discarding and saved after it', () => {
    const id = practice.startSession(client)
    practice.call('session:discard', { id })
    practice.write(id, 'plan', 'Weekly.')
    practice.call('session:restore', { id })
    expect(section(id, 'plan')?.plainText).toBe('Weekly.')
  })
})

describe('a session that does not exist', () => {
  const details = { serviceStart: '2026-11-23T14:00', lengthMinutes: 60, place: 'practice', visitAddress: '' } as const

  it.each<[string, () => unknown]>([
    ['reading', () => get(nobody)],
    ['details', () => practice.call('session:saveDetails', { id: nobody, details })],
    ['pain', () => practice.call('session:savePain', { id: nobody, painBefore: 1, painAfter: 1 })],
    ['a section', () => practice.write(nobody, 'plan', 'x')],
    ['discarding', () => practice.call('session:discard', { id: nobody })],
    ['restoring', () => practice.call('session:restore', { id: nobody })],
    ['a finding', () => practice.call('finding:put', { finding: practice.someFinding(nobody) })],
    [
      'removing a finding',
      () => practice.call('finding:remove', { sessionId: practice.startSession(client), id: nobody }),
    ],
    ['signing', () => practice.call('session:sign', { id: nobody })],
    ['an addendum', () => practice.addendum(nobody, 'x')],
    ['discarding an addendum', () => practice.call('addendum:discardDraft', { sessionId: nobody, id: nobody })],
    ['signing an addendum', () => practice.call('addendum:sign', { sessionId: nobody, id: nobody })],
  ])('is not found by %s', (_, run) => {
    expect(refusalOf(run)).toEqual({ code: 'NOT_FOUND' })
  })
})

describe('Today', () => {
  it('shows all drafts oldest first and the twenty newest sessions, with names', () => {
    const days = Array.from({ length: 25 }, (_, day) => `2026-10-${String(day + 1).padStart(2, '0')}T10:00`)
    const ids = days.map((day) => practice.startSession(client, day))
    const signed = ids[3] ?? ''
    practice.write(signed, 'plan', 'Weekly.')
    practice.call('session:sign', { id: signed })
    const { drafts, recent } = practice.call('today:overview', {})
    expect(drafts.map((draft) => draft.id)).toEqual(ids.filter((id) => id !== signed))
    expect(recent.map((session) => session.id)).toEqual(ids.toReversed().slice(0, 20))
    expect(recent[0]).toMatchObject({ clientName: 'Mara Sample', number: 25 })
    const overview = { drafts, recent }
    expect(contract['today:overview'].output.parse(overview)).toEqual(overview)
  })
})

describe('a full disk', () => {
  it('refuses the save, writes no part of it, and saves again once there is room', () => {
    const id = practice.startSession(client)
    practice.write(id, 'plan', 'Weekly.')
    const before = get(id)
    const { sqlite } = practice.database
    sqlite.pragma(`max_page_count = ${(sqlite.pragma('page_count', { simple: true }) as number) + 8}`)
    practice.surroundings.moveTime(1000)
    const long = 'Sore since Sunday. '.repeat(40_000)
    expect(refusalOf(() => practice.write(id, 'plan', long))).toEqual({ code: 'DISK_FULL' })
    expect(refusalOf(() => practice.write(id, 'subjective', long))).toEqual({ code: 'DISK_FULL' })
    expect(get(id)).toEqual(before)
    expect(sqlite.inTransaction).toBe(false)
    sqlite.pragma('max_page_count = 1000000')
    practice.write(id, 'plan', long)
    expect(section(id, 'plan')?.plainText).toBe(long)
    expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(noteDocument.safeParse(section(id, 'plan')?.document).success).toBe(true)
  })
})
