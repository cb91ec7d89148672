// From version 2 of the schema to the fast and honest note: what was stored and signed means the same afterwards.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrations } from '#main/database/migrations/migrations.ts'
import { checkIntegrity } from '#main/database/check/checkIntegrity.ts'
import type { Sqlite } from '#main/database/openDatabase.ts'
import { contract } from '#shared/contract/contract.ts'
import { practiceOfVersion, versionOf, type PracticeOfVersion } from '../fixtures/practiceOfVersion.ts'
import { refusalOf } from '../fixtures/refusal.ts'
import { withoutTriggers } from '../fixtures/temporaryDatabase.ts'

const version2 = migrations.slice(0, 2)
const [first, second, draft, discarded] = [
  '01900000-0000-7000-8000-000000000002',
  '01900000-0000-7000-8000-00000000000d',
  '01900000-0000-7000-8000-000000000010',
  '01900000-0000-7000-8000-000000000017',
] as const
const openAddendum = '01900000-0000-7000-8000-000000000018'

let practice: PracticeOfVersion
beforeEach(() => {
  practice = practiceOfVersion(2)
})
afterEach(() => practice.close())

/** The columns that version 2 had, in its order. */
const columnsOf = (sqlite: Sqlite, table: string) =>
  (sqlite.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name).join(', ')

/** Everything that version 2 stored about clients and sessions, as it stored it. */
const stored = [
  'practice',
  'client',
  'session',
  'note_section',
  'finding',
  'stroke',
  'treated_area',
  'treated_area_region',
  'no_go_area',
  'no_go_answer',
  'addendum',
  'signature',
]
function storedOf(sqlite: Sqlite, columns: Readonly<Record<string, string>>): unknown {
  // Step 8 names an addendum by the kind and the id of what is signed.
  const isOfKinds = columnsOf(sqlite, 'signature').includes('subject_id')
  const addendum = `CASE kind WHEN 'note' THEN NULL ELSE subject_id END AS addendum_id`
  const columnsNow = (table: string) =>
    table === 'signature' && isOfKinds ? columns[table]?.replace('addendum_id', addendum) : columns[table]
  return stored.map((table) =>
    sqlite
      .prepare(`SELECT ${columnsNow(table)} FROM ${table} ORDER BY rowid`)
      .raw()
      .all(),
  )
}

describe('a practice of version 2', () => {
  it('keeps every stored value, every note and every signature as they were', () => {
    const old = practice.opened(version2).sqlite
    const columns = Object.fromEntries(stored.map((table) => [table, columnsOf(old, table)]))
    const before = storedOf(old, columns)
    const { sqlite, call, verify } = practice.opened()
    expect(versionOf(sqlite)).toBe(migrations.length)
    expect(checkIntegrity(sqlite, 'full')).toEqual([])
    expect(storedOf(sqlite, columns)).toEqual(before)
    expect(verify()).toEqual({ intact: true, signatures: 3 })
    const record = call('session:get', { id: second })
    expect(contract['session:get'].output.parse(record)).toEqual(record)
    expect(record).toMatchObject({
      signature: { sequence: 3 },
      painBefore: 5,
      findings: [{ severity: 4, isConfirmed: false }],
      treatedAreas: [{ regionIds: ['back.lumbar-erectors.left', 'back.lumbar-erectors.right'] }],
      lateEntryReason: null,
      measuresAsked: ['pain'],
      measures: { scores: [], ranges: [], activities: [] },
      techniques: [],
      homework: [],
      timedSpans: [],
      privateRemark: '',
      signAnswers: [],
      addenda: [{ id: openAddendum, kind: 'addendum', correction: null, signature: null }],
    })
    expect(record.sections[1]?.document?.content[0]).toMatchObject({ content: [{ marks: [{ type: 'finding' }] }, {}] })
    expect(call('session:get', { id: first }).addenda).toMatchObject([
      { kind: 'addendum', correction: null, signature: { sequence: 2 } },
    ])
  })

  it('asks for pain as before, and calls a draft overdue after a day', () => {
    expect(practice.opened().call('practice:get', {}).settings).toMatchObject({
      measures: ['pain'],
      draftLimitHours: 24,
      showsTimedUnits: false,
    })
  })

  it('signs the next note with the new form, and the chain has both', () => {
    const { sqlite, call, verify } = practice.opened()
    call('session:saveMeasures', {
      id: draft,
      measures: { scores: [{ measure: 'sleep', before: 6.5, after: null }], ranges: [], activities: [] },
    })
    call('session:saveItems', { id: draft, list: 'homework', items: [{ text: 'Chin tucks', carriedFrom: null }] })
    const { findings } = call('session:get', { id: draft })
    for (const finding of findings) call('finding:put', { finding: { ...finding, isConfirmed: true } })
    call('session:sign', { id: draft })
    call('addendum:sign', { sessionId: second, id: openAddendum })
    expect(sqlite.prepare('SELECT canonical_version FROM signature ORDER BY sequence').pluck().all()).toEqual([
      2, 2, 2, 5, 5,
    ])
    expect(verify()).toEqual({ intact: true, signatures: 5 })
  })

  it('brings a discarded draft back', () => {
    const { call } = practice.opened()
    call('session:restore', { id: discarded })
    expect(call('session:get', { id: discarded }).sections[3]?.plainText).toBe('By mistake.')
  })

  it('keeps its signed notes locked, against the new tables and columns too', () => {
    const { sqlite, call } = practice.opened()
    const area = call('session:get', { id: first }).treatedAreas[0]?.id ?? ''
    for (const sql of [
      `UPDATE session SET late_entry_reason = 'x' WHERE id = '${first}'`,
      `INSERT INTO session_score VALUES ('${first}', 'tension', 5, 3, NULL)`,
      `INSERT INTO range_of_motion VALUES ('r', '${first}', 0, 'Neck', NULL, 'Rotation', 1, 2, NULL, NULL, NULL, NULL)`,
      `INSERT INTO function_activity VALUES ('f', '${first}', 0, 'Driving', 4)`,
      `INSERT INTO session_item VALUES ('${first}', 'technique', 0, 'Swedish', NULL)`,
      `INSERT INTO timed_span VALUES ('t', '${first}', '${area}', '2026-11-20T14:00:00.000Z', NULL)`,
      `INSERT INTO sign_answer VALUES ('s', '${first}', 0, 'open blanks', NULL, 1, 'left', '2026')`,
      `UPDATE addendum SET kind = 'amendment', corrects_part = 'plan' WHERE session_id = '${first}'`,
      `UPDATE addendum SET reason = 'x' WHERE session_id = '${first}'`,
    ]) {
      expect(() => sqlite.exec(sql), sql).toThrow('SIGNED')
    }
    const items = { id: first, list: 'homework' as const, items: [{ text: 'x', carriedFrom: null }] }
    expect(refusalOf(() => call('session:saveItems', items))).toEqual({ code: 'SIGNED' })
  })

  it.each([
    ['a reason for being late', `UPDATE session SET late_entry_reason = 'x' WHERE id = '${first}'`, 1],
    ['a score', `INSERT INTO session_score VALUES ('${first}', 'tension', 5, 3, NULL)`, 1],
    [
      'a movement',
      `INSERT INTO range_of_motion VALUES ('r', '${first}', 0, 'Neck', NULL, 'Rotation', 1, 2, NULL, NULL, NULL, NULL)`,
      1,
    ],
    ['an activity', `INSERT INTO function_activity VALUES ('f', '${first}', 0, 'Driving', 4)`, 1],
    ['a technique', `INSERT INTO session_item VALUES ('${first}', 'technique', 0, 'Swedish', NULL)`, 1],
    ['homework', `INSERT INTO session_item VALUES ('${first}', 'homework', 0, 'Rest', NULL)`, 1],
    ['a timed span', `INSERT INTO timed_span VALUES ('t', '${first}', NULL, '2026', NULL)`, 1],
    ['an answer', `INSERT INTO sign_answer VALUES ('s', '${first}', 0, 'open blanks', NULL, 1, 'left', '2026')`, 1],
    [
      'an amendment in the place of its addendum',
      `UPDATE addendum SET kind = 'amendment', corrects_part = 'plan' WHERE session_id = '${first}'`,
      2,
    ],
  ])('shows when a stranger gives an old signed note %s, which its form does not cover', (_, sql, sequence) => {
    const { sqlite, verify } = practice.opened()
    withoutTriggers(sqlite)
    sqlite.exec(sql)
    expect(verify()).toMatchObject({ intact: false, sequence, problem: 'fingerprint' })
  })
})
