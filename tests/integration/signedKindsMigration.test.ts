// From version 7 of the schema to signatures of any kind: every signature, its order and its fingerprint stay, and so does
// every refusal to change what is signed.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrations } from '#main/database/migrations/migrations.ts'
import { checkIntegrity } from '#main/database/check/checkIntegrity.ts'
import type { Sqlite } from '#main/database/openDatabase.ts'
import { allFindings } from '../fixtures/allFindings.ts'
import {
  practiceOfVersion,
  versionOf,
  type PracticeOfVersion,
  columnsIn,
  rowsIn,
} from '../fixtures/practiceOfVersion.ts'
import { withoutTriggers } from '../fixtures/temporaryDatabase.ts'

const version7 = migrations.slice(0, 7)
const [mara, first, addendum, amendmentOfAddendum, other, second, amendment] = [
  '01900000-0000-7000-8000-000000000001',
  '01900000-0000-7000-8000-000000000002',
  '01900000-0000-7000-8000-00000000000e',
  '01900000-0000-7000-8000-00000000000f',
  '01900000-0000-7000-8000-000000000010',
  '01900000-0000-7000-8000-000000000011',
  '01900000-0000-7000-8000-000000000012',
] as const

let practice: PracticeOfVersion
beforeEach(() => {
  practice = practiceOfVersion(7)
})
afterEach(() => practice.close())

/** What version 7 stored with each signature, but for the name of what it signs. */
const signaturesSql = `
  SELECT sequence, session_id, practice_name, signer_name, credentials, licence_number, client_first_name, client_last_name,
    client_date_of_birth, signed_at, signed_offset, canonical_version, previous_fingerprint, fingerprint
  FROM signature ORDER BY rowid`

/** The other tables of a database, with their columns. */
const othersIn = (sqlite: Sqlite) => new Map([...columnsIn(sqlite)].filter(([table]) => table !== 'signature'))

describe('a practice of version 7', () => {
  it('keeps every signature and all else as it was', () => {
    const old = practice.opened(version7).sqlite
    const others = othersIn(old)
    const before = { signatures: old.prepare(signaturesSql).raw().all(), others: rowsIn(old, others) }
    expect(before.signatures).toHaveLength(5)
    const { sqlite, call, verify } = practice.opened()
    expect(versionOf(sqlite)).toBe(migrations.length)
    expect({ signatures: sqlite.prepare(signaturesSql).raw().all(), others: rowsIn(sqlite, others) }).toEqual(before)
    expect(verify()).toEqual({ intact: true, signatures: 5 })
    expect(allFindings(call)).toEqual([])
    expect(checkIntegrity(sqlite, 'full')).toEqual([])
  })

  it('has signatures that name what they sign, with the session and the client', () => {
    const named = practice
      .opened()
      .sqlite.prepare('SELECT kind, subject_id, session_id, client_id FROM signature ORDER BY sequence')
      .raw()
      .all()
    expect(named).toEqual([
      ['note', first, first, mara],
      ['addendum', addendum, first, mara],
      ['amendment', amendmentOfAddendum, first, mara],
      ['note', second, second, other],
      ['amendment', amendment, second, other],
    ])
  })

  it('contains the seals that were made before', () => {
    const { sqlite, call } = practice.opened()
    const lines = sqlite.prepare('SELECT line FROM seal').pluck().all() as string[]
    expect(lines).toHaveLength(2)
    for (const text of lines) expect(call('record:checkSeal', { text }).outcome).toBe('contained')
  })

  it('signs its drafts; the chain has old and new signatures, with one trace of each', () => {
    const { sqlite, call, verify } = practice.opened()
    for (const session of [first, second]) {
      const draft = call('session:get', { id: session }).addenda.find(({ signature }) => signature === null)
      call('addendum:sign', { sessionId: session, id: draft?.id ?? '' })
    }
    expect(verify()).toEqual({ intact: true, signatures: 7 })
    expect(sqlite.prepare('SELECT sequence FROM signature_trace ORDER BY id').pluck().all()).toEqual([
      1, 2, 3, 4, 5, 6, 7,
    ])
    expect(allFindings(call)).toEqual([])
  })

  it('keeps everything locked that is signed', () => {
    const { sqlite } = practice.opened()
    const areas = `SELECT id FROM treated_area WHERE session_id = '${first}'`
    const ofSession = [
      'note_section',
      'finding',
      'stroke',
      'treated_area',
      'no_go_answer',
      'session_score',
      'range_of_motion',
      'function_activity',
      'session_item',
      'timed_span',
    ]
    const statements = [
      ...ofSession.flatMap((table) => [
        `DELETE FROM ${table} WHERE session_id = '${first}'`,
        `UPDATE ${table} SET session_id = session_id WHERE session_id = '${first}'`,
      ]),
      `UPDATE session SET length_minutes = 90 WHERE id = '${first}'`,
      `INSERT INTO sign_answer VALUES ('x', '${first}', 0, 'open blanks', NULL, 1, 'left', '2026')`,
      `DELETE FROM treated_area_region WHERE treated_area_id IN (${areas})`,
      `UPDATE addendum SET reason = 'x' WHERE id = '${addendum}'`,
      `DELETE FROM addendum WHERE id = '${amendment}'`,
      'UPDATE signature SET signer_name = signer_name',
      'DELETE FROM signature',
      'DELETE FROM seal',
    ]
    for (const sql of statements) expect(() => sqlite.exec(sql), sql).toThrow('SIGNED')
  })

  it('whose refusals and an addendum a stranger removed / gets the refusals anew, and verifying reports the addendum', () => {
    const old = practice.opened(version7).sqlite
    withoutTriggers(old)
    old.pragma('foreign_keys = OFF')
    old.exec(`UPDATE addendum SET corrects_addendum_id = NULL, corrects_part = 'plan' WHERE id = '${amendmentOfAddendum}';
      DELETE FROM addendum WHERE id = '${addendum}'`)
    const { sqlite, verify } = practice.opened()
    expect(verify()).toMatchObject({ intact: false, sequence: 2, problem: 'missing', kind: 'addendum' })
    expect(() => sqlite.exec(`UPDATE session SET length_minutes = 90 WHERE id = '${first}'`)).toThrow('SIGNED')
  })

  it('of which a stranger took out the client of a signed session / is opened all the same, and verifying reports it', () => {
    const old = practice.opened(version7).sqlite
    withoutTriggers(old)
    old.pragma('foreign_keys = OFF')
    old.exec(`DELETE FROM client WHERE id = '${mara}'`)
    const { sqlite, verify } = practice.opened()
    expect(versionOf(sqlite)).toBe(migrations.length)
    expect(verify()).toMatchObject({ intact: false, sequence: 1, kind: 'note' })
  })

  it('from which a stranger removed a signed session / opens all the same, and verifying reports it', () => {
    const old = practice.opened(version7).sqlite
    withoutTriggers(old)
    old.pragma('foreign_keys = OFF')
    old.exec(`DELETE FROM session WHERE id = '${first}'`)
    const { sqlite, verify } = practice.opened()
    expect(versionOf(sqlite)).toBe(migrations.length)
    expect(verify()).toMatchObject({ intact: false, sequence: 1, kind: 'note' })
    expect(sqlite.prepare(`SELECT client_id, client_first_name FROM signature WHERE sequence = 1`).raw().get()).toEqual(
      [null, expect.any(String)],
    )
  })
})
