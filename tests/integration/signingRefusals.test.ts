// Whatever was edited before: once signed, no service and no statement changes the note, and its fingerprint still fits.
import type Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noMeasures } from '#shared/domain/measures.ts'
import { documentFromText } from '#shared/domain/note/plainText.ts'
import { sectionIds } from '#shared/domain/note/sections.ts'
import { anyDocument } from '../fixtures/arbitraryDocuments.ts'
import { practiceUnderTest, type PracticeUnderTest } from '../fixtures/practiceUnderTest.ts'
import { refusalOf } from '../fixtures/refusal.ts'
import { markEverything, rowsOf, signNote, type SignedNote } from '../fixtures/signedNote.ts'
import { rawConnection } from '../fixtures/temporaryDatabase.ts'

let practice: PracticeUnderTest
let raw: Database.Database
let signed: SignedNote
/** A draft with a row in every table, whose rows statements try to put in place of the signed ones. */
let draft: string
let draftAddendum: string

beforeAll(() => {
  practice = practiceUnderTest()
  signed = signNote(practice)
  draft = practice.startSession(signed.clientId)
  practice.write(draft, 'subjective', 'A draft.')
  markEverything(practice, draft)
  draftAddendum = practice.addendum(signed.sessionId, 'Draft of an addendum.')
  raw = rawConnection(practice.file)
  raw.exec(`INSERT INTO sign_answer VALUES ('draft', '${draft}', 0, 'open blanks', NULL, 1, 'left', '2026')`)
})
afterAll(() => {
  raw.close()
  practice.remove()
})

const point = fc.record({ x: fc.double({ noNaN: true, noDefaultInfinity: true }), y: fc.integer() })
const edit = fc.oneof(
  fc.record({ kind: fc.constant('write' as const), section: fc.constantFrom(...sectionIds), document: anyDocument }),
  fc.record({
    kind: fc.constant('mark' as const),
    change: fc.record({
      severity: fc.integer({ min: 0, max: 10 }),
      point: fc.option(point),
      remark: fc.string({ unit: 'grapheme' }),
    }),
  }),
  fc.record({ kind: fc.constant('unmark' as const), which: fc.nat(9) }),
  fc.record({
    kind: fc.constant('pain' as const),
    painBefore: fc.option(fc.integer({ min: 0, max: 10 })),
    painAfter: fc.option(fc.integer({ min: 0, max: 10 })),
  }),
)

/** Plays the edits on a new session and signs it. */
function signedAfter(edits: readonly (typeof edit extends fc.Arbitrary<infer E> ? E : never)[]): string {
  const id = practice.startSession(signed.clientId)
  const marks: string[] = []
  for (const step of edits) {
    if (step.kind === 'write') practice.write(id, step.section, step.document)
    else if (step.kind === 'pain')
      practice.call('session:savePain', { id, painBefore: step.painBefore, painAfter: step.painAfter })
    else if (step.kind === 'mark') {
      const finding = practice.someFinding(id, step.change)
      practice.call('finding:put', { finding })
      marks.push(finding.id)
    } else {
      const [gone] = marks.splice(step.which, 1)
      if (gone) practice.call('finding:remove', { sessionId: id, id: gone })
    }
  }
  markEverything(practice, id)
  practice.sign(id)
  return id
}

describe('after any edits and a signature', () => {
  it('every service refuses to change the note, and the chain fits', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), anyDocument, (edits, document) => {
        const id = signedAfter(edits)
        const before = rowsOf(raw, id)
        const record = practice.call('session:get', { id })
        const [finding = practice.someFinding(id)] = record.findings
        const [stroke] = record.strokes
        const [area] = record.treatedAreas
        const [answer] = record.noGoAnswers
        const [span] = record.timedSpans
        if (!stroke || !area || !answer || !span) throw new Error('not everything is marked')
        const fresh = { id: practice.surroundings.newId() }
        const attempts: (() => unknown)[] = [
          ...sectionIds.map((section) => () => practice.write(id, section, document)),
          () => practice.call('session:saveDetails', { id, details: { ...record.details, lengthMinutes: 5 } }),
          () => practice.call('session:savePain', { id, painBefore: 1, painAfter: 1 }),
          () => practice.call('session:discard', { id }),
          () => practice.call('session:restore', { id }),
          () => practice.call('session:sign', { id }),
          () => practice.call('finding:put', { finding: practice.someFinding(id) }),
          () => practice.call('finding:put', { finding: { ...finding, severity: 1 } }),
          () => practice.call('finding:remove', { sessionId: id, id: finding.id }),
          () => practice.call('stroke:put', { stroke: { ...stroke, ...fresh } }),
          () => practice.call('stroke:put', { stroke: { ...stroke, points: [0, 0, 1] } }),
          () => practice.call('stroke:remove', { sessionId: id, id: stroke.id }),
          () => practice.call('treatedArea:put', { area: { ...area, ...fresh } }),
          () => practice.call('treatedArea:put', { area: { ...area, minutes: 1 } }),
          () => practice.call('treatedArea:remove', { sessionId: id, id: area.id }),
          () => practice.call('noGo:answer', { answer: { ...answer, ...fresh } }),
          () => practice.call('noGo:answer', { answer: { ...answer, decision: 'marked' } }),
          () => practice.call('session:saveMeasures', { id, measures: noMeasures }),
          () => practice.call('session:saveItems', { id, list: 'technique', items: [] }),
          () => practice.call('session:saveItems', { id, list: 'homework', items: record.homework }),
          () => practice.call('timer:put', { sessionId: id, span: { ...span, endedAt: null } }),
          () => practice.call('timer:remove', { sessionId: id, id: span.id }),
        ]
        for (const attempt of attempts) expect(refusalOf(attempt)).toEqual({ code: 'SIGNED' })
        expect(rowsOf(raw, id)).toEqual(before)
        expect(practice.call('session:get', { id })).toEqual(record)
        expect(practice.verify().intact).toBe(true)
      }),
      { numRuns: 40 },
    )
  })
})

/** Columns of a table, and its rows of a session as they can be written back. */
const columnsOf = (table: string) =>
  (raw.pragma(`table_info(${table})`) as { name: string }[]).map((column) => column.name)

/** Their key holds the session, so that a draft may have a row of the same key. */
const keyedWithSession = new Set(['note_section', 'session_score', 'session_item'])

/** Every statement that could change, remove, add or replace a row of the signed note in one table. */
function statements(table: string, owner: string, key: string): string[] {
  const columns = columnsOf(table)
  const its = `${owner} = '${signed.sessionId}'`
  const drafts = `${owner} = '${draft}'`
  const others = columns.filter((column) => column !== key && column !== owner)
  const copy = (verb: string, values: string) =>
    `${verb} INTO ${table} (${columns.join(', ')}) SELECT ${values} FROM ${table} WHERE ${its}`
  const same = columns.join(', ')
  const newKey = columns.map((column) => (column === key ? `'new-' || ${column}` : column)).join(', ')
  const withRowid = `rowid, ${columns.join(', ')}`
  return [
    ...columns.map((column) => `UPDATE ${table} SET ${column} = ${column} WHERE ${its}`),
    ...others.map((column) => `UPDATE OR IGNORE ${table} SET ${column} = ${column} WHERE ${its}`),
    `UPDATE ${table} SET rowid = rowid + 1000 WHERE ${its}`,
    `DELETE FROM ${table} WHERE ${its}`,
    `DELETE FROM ${table}`,
    copy('REPLACE', same),
    copy('INSERT OR REPLACE', same),
    `${copy('INSERT', same)} ON CONFLICT DO UPDATE SET ${others[0]} = excluded.${others[0]}`,
    ...(key === owner ? [] : [copy('INSERT', newKey), copy('INSERT OR IGNORE', newKey)]),
    // A draft's row in the place of a signed one: by its key, by its owner, by its number.
    ...(keyedWithSession.has(table)
      ? []
      : [`UPDATE OR REPLACE ${table} SET ${key} = (SELECT ${key} FROM ${table} WHERE ${its} LIMIT 1) WHERE ${drafts}`]),
    `UPDATE OR REPLACE ${table} SET ${owner} = '${signed.sessionId}' WHERE ${drafts}`,
    `UPDATE OR REPLACE ${table} SET rowid = (SELECT MIN(rowid) FROM ${table} WHERE ${its}) WHERE ${drafts}`,
    `INSERT OR REPLACE INTO ${table} (${withRowid})
      SELECT (SELECT MIN(rowid) FROM ${table} WHERE ${its}), ${newKey} FROM ${table} WHERE ${drafts}`,
  ]
}

/** The statements as they make sense for one table. */
const attempts = () => [
  ...statements('session', 'id', 'id'),
  ...statements('note_section', 'session_id', 'section').filter(
    (sql) => !sql.includes(`'new-'`) || sql.startsWith('INSERT OR REPLACE'),
  ),
  ...statements('finding', 'session_id', 'id'),
  ...statements('stroke', 'session_id', 'id'),
  ...statements('treated_area', 'session_id', 'id'),
  ...statements('no_go_answer', 'session_id', 'id'),
  ...statements('session_score', 'session_id', 'measure'),
  ...statements('range_of_motion', 'session_id', 'id'),
  ...statements('function_activity', 'session_id', 'id'),
  ...statements('session_item', 'session_id', 'text'),
  ...statements('timed_span', 'session_id', 'id'),
  ...statements('sign_answer', 'session_id', 'id'),
  ...regionStatements(),
]

/** The same for the regions of treated areas, which know their session through the area. */
function regionStatements(): string[] {
  const areaOf = (session: string) => `(SELECT id FROM treated_area WHERE session_id = '${session}')`
  const table = 'treated_area_region'
  const columns = columnsOf(table)
  const its = `treated_area_id = ${areaOf(signed.sessionId)}`
  const drafts = `treated_area_id = ${areaOf(draft)}`
  const signedRow = `(SELECT MIN(rowid) FROM ${table} WHERE ${its})`
  const copy = (verb: string) => `${verb} INTO ${table} SELECT * FROM ${table} WHERE ${its}`
  const add = (verb: string) => `${verb} INTO ${table} VALUES (${areaOf(signed.sessionId)}, 9, 'head.crown')`
  return [
    ...columns.map((column) => `UPDATE ${table} SET ${column} = ${column} WHERE ${its}`),
    ...columns.map((column) => `UPDATE OR IGNORE ${table} SET ${column} = ${column} WHERE ${its}`),
    `UPDATE ${table} SET position = position + 10 WHERE ${its}`,
    `UPDATE ${table} SET rowid = rowid + 1000 WHERE ${its}`,
    `UPDATE ${table} SET treated_area_id = ${areaOf(draft)}, position = 9 WHERE ${its}`,
    `DELETE FROM ${table} WHERE ${its}`,
    `DELETE FROM ${table}`,
    copy('REPLACE'),
    copy('INSERT OR REPLACE'),
    `${copy('INSERT')} ON CONFLICT DO UPDATE SET region_id = excluded.region_id`,
    ...['INSERT', 'INSERT OR IGNORE', 'INSERT OR REPLACE'].map(add),
    `UPDATE OR REPLACE ${table} SET treated_area_id = ${areaOf(signed.sessionId)} WHERE ${drafts}`,
    `UPDATE OR REPLACE ${table} SET rowid = ${signedRow} WHERE ${drafts} AND position = 0`,
    `INSERT OR REPLACE INTO ${table} (rowid, ${columns.join(', ')})
      VALUES (${signedRow}, ${areaOf(draft)}, 9, 'head.crown')`,
  ]
}

const addendumAttempts = () => {
  const its = `id = '${signed.addendumId}'`
  const drafts = `id = '${draftAddendum}'`
  const columns = columnsOf('addendum').join(', ')
  return [
    ...columnsOf('addendum').map((column) => `UPDATE addendum SET ${column} = ${column} WHERE ${its}`),
    `DELETE FROM addendum WHERE ${its}`,
    `REPLACE INTO addendum SELECT * FROM addendum WHERE ${its}`,
    `UPDATE OR REPLACE addendum SET id = '${signed.addendumId}' WHERE ${drafts}`,
    `UPDATE OR REPLACE addendum SET rowid = (SELECT rowid FROM addendum WHERE ${its}) WHERE ${drafts}`,
    `INSERT OR REPLACE INTO addendum (rowid, ${columns})
      SELECT (SELECT rowid FROM addendum WHERE ${its}), ${columns.replace('id,', `'new',`)} FROM addendum WHERE ${drafts}`,
    `UPDATE addendum SET session_id = '${draft}' WHERE ${drafts}`,
    `INSERT INTO addendum (${columns}) SELECT ${columns.replace('id, session_id', `'new', '${draft}'`)} FROM addendum WHERE ${its}`,
  ]
}

const signatureAttempts = () => {
  const columns = columnsOf('signature')
  const copyWith = (verb: string, change: Record<string, string>) =>
    `${verb} INTO signature SELECT ${columns.map((column) => change[column] ?? column).join(', ')} FROM signature WHERE sequence = 1`
  const ofNobody = {
    client_id: 'NULL',
    client_first_name: 'NULL',
    client_last_name: 'NULL',
    client_date_of_birth: 'NULL',
  }
  const next = {
    sequence: '(SELECT MAX(sequence) + 1 FROM signature)',
    previous_fingerprint: '(SELECT fingerprint FROM signature ORDER BY sequence DESC)',
  }
  return [
    ...columns.map((column) => `UPDATE signature SET ${column} = ${column}`),
    `UPDATE OR REPLACE signature SET sequence = 1 WHERE sequence = 2`,
    `DELETE FROM signature`,
    `DELETE FROM signature WHERE sequence = (SELECT MAX(sequence) FROM signature)`,
    copyWith('REPLACE', {}),
    copyWith('INSERT OR REPLACE', { ...next }),
    copyWith('INSERT OR REPLACE', { ...next, fingerprint: `replace(hex(zeroblob(32)), '0', 'b')` }),
    copyWith('INSERT', {
      ...next,
      fingerprint: `replace(hex(zeroblob(32)), '0', 'b')`,
      kind: `'addendum'`,
      subject_id: `'${signed.addendumId}'`,
    }),
    // A signature that names nothing, or something else than what is there: another kind, session or client, or an
    // unknown kind.
    ...[
      { kind: `'memo'`, subject_id: `'nothing'` },
      { subject_id: `'nothing'` },
      { subject_id: `'nothing'`, session_id: 'NULL', ...ofNobody },
      { subject_id: `'${draft}'` },
      { subject_id: `'${draft}'`, session_id: 'NULL' },
      { subject_id: `'${draft}'`, session_id: `'${draft}'`, ...ofNobody },
      { subject_id: `'${draft}'`, session_id: `'${draft}'`, kind: `'addendum'` },
      { subject_id: `'${draftAddendum}'` },
      { subject_id: `'${draftAddendum}'`, kind: `'amendment'` },
      { subject_id: `'${draftAddendum}'`, kind: `'addendum'`, session_id: `'${draft}'` },
      { subject_id: `'${draftAddendum}'`, kind: `'addendum'`, ...ofNobody },
      { subject_id: `'${signed.amendmentId}'`, kind: `'addendum'` },
    ].map((change) => copyWith('INSERT', { ...next, fingerprint: `replace(hex(zeroblob(32)), '0', 'b')`, ...change })),
    copyWith('INSERT', {
      ...next,
      sequence: '99',
      subject_id: `'${draft}'`,
      session_id: `'${draft}'`,
      fingerprint: `replace(hex(zeroblob(32)), '0', 'b')`,
    }),
    copyWith('INSERT', {
      ...next,
      sequence: 'NULL',
      subject_id: `'${draft}'`,
      session_id: `'${draft}'`,
      fingerprint: `replace(hex(zeroblob(32)), '0', 'b')`,
    }),
    copyWith('INSERT', {
      ...next,
      previous_fingerprint: 'fingerprint',
      subject_id: `'${draft}'`,
      session_id: `'${draft}'`,
      fingerprint: `replace(hex(zeroblob(32)), '0', 'b')`,
    }),
  ]
}

describe.each([
  ['as another program leaves it', false],
  ['with recursive triggers', true],
] as const)('on a second connection %s', (_, isRecursive) => {
  it.each([
    ['the note', attempts],
    ['a signed addendum', addendumAttempts],
    ['the signatures', signatureAttempts],
  ] as const)('the database refuses every statement against %s', (__, list) => {
    raw.pragma(`recursive_triggers = ${isRecursive ? 'ON' : 'OFF'}`)
    const before = rowsOf(raw, signed.sessionId)
    const untouched = list().filter((sql) => {
      try {
        raw.exec(sql)
        return true
      } catch (error) {
        expect((error as Error).message, sql).toMatch(/SIGNED/)
        return false
      }
    })
    expect(untouched).toEqual([])
    expect(rowsOf(raw, signed.sessionId)).toEqual(before)
    expect(practice.verify().intact).toBe(true)
  })

  it('a client with sessions cannot be deleted', () => {
    expect(() => raw.prepare('DELETE FROM client WHERE id = ?').run(signed.clientId)).toThrow('FOREIGN KEY')
  })
})

it('another draft can still be changed', () => {
  practice.write(draft, 'plan', documentFromText('Still open.'))
  practice.call('addendum:saveDraft', {
    sessionId: signed.sessionId,
    id: draftAddendum,
    document: documentFromText('Open too.'),
    correction: null,
  })
  raw.prepare(`UPDATE finding SET severity = 2 WHERE session_id = ?`).run(draft)
  raw.prepare(`DELETE FROM stroke WHERE session_id = ?`).run(draft)
  expect(practice.call('session:get', { id: draft }).sections[3]?.plainText).toBe('Still open.')
})
