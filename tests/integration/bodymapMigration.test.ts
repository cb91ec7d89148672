// From version 1 of the schema to the whole body map: what was stored and signed means the same afterwards.
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrations, type Migration } from '#main/database/migrations/migrations.ts'
import {
  checkIntegrity,
  checkpointAndClose,
  createDatabase,
  openDatabase,
  type Sqlite,
} from '#main/database/openDatabase.ts'
import { contract } from '#shared/contract/contract.ts'
import { practiceOfVersion, schemaOf, versionOf, type PracticeOfVersion } from '../fixtures/practiceOfVersion.ts'
import { refusalOf } from '../fixtures/refusal.ts'
import { temporaryFolder } from '../fixtures/vaultPlace.ts'

const version1 = migrations.slice(0, 1)
const client = '01900000-0000-7000-8000-000000000001'
const [first, second, draft] = [
  '01900000-0000-7000-8000-000000000002',
  '01900000-0000-7000-8000-000000000006',
  '01900000-0000-7000-8000-00000000000a',
] as const

let practice: PracticeOfVersion
beforeEach(() => {
  practice = practiceOfVersion(1)
})
afterEach(() => practice.close())

/** Opens the database as the app of a version does. */
const opened = (steps?: readonly Migration[]) => practice.opened(steps)

/** Everything that version 1 stored, as it stored it. */
const storedOf = (sqlite: Sqlite) =>
  ['session', 'note_section', 'finding', 'stroke', 'treated_area', 'addendum', 'signature'].map((table) =>
    sqlite.prepare(`SELECT * FROM ${table} ORDER BY rowid`).raw().all(),
  )

describe('a practice of version 1', () => {
  it('keeps every note, and every signature fits as before', () => {
    const { sqlite, call, verify } = opened()
    expect(versionOf(sqlite)).toBe(migrations.length)
    expect(checkIntegrity(sqlite, 'full')).toEqual([])
    expect(verify()).toEqual({ intact: true, signatures: 3 })
    const record = call('session:get', { id: second })
    expect(contract['session:get'].output.parse(record)).toEqual(record)
    expect(record).toMatchObject({
      signature: { sequence: 3 },
      findings: [
        { regionId: 'hip.gluteus-medius.left', phase: 'before', severity: 6, isConfirmed: true, continuesId: null },
        { regionId: 'hip.gluteus-medius.left', phase: 'after', severity: 2, carriedFromId: null, remark: 'softer' },
        { kind: 'bruise', phase: 'after', refersTo: 'the temple', refersToRegionId: null },
      ],
      strokes: [{ kind: 'pain', view: 'posterior', points: [1, 2, 0.5, 3, 4.25, 1] }],
      treatedAreas: [{ regionIds: ['back.lumbar-erectors.left'], technique: 'Swedish', minutes: 12, pressure: 2 }],
      unknownMarks: [],
      noGoAreas: [],
      noGoAnswers: [],
    })
    expect(call('session:get', { id: first }).addenda[0]?.signature?.sequence).toBe(2)
  })

  it('joins after-findings that name nothing to the before-findings that they are like', () => {
    const { visits } = opened().call('bodymap:visits', { clientId: client, phase: 'after' })
    expect(visits.map(({ findings }) => findings.map(({ kind, severity }) => `${kind} ${severity}`))).toEqual([
      ['trigger-point 7', 'scar 7'],
      ['hypertonicity 2', 'bruise 1'],
      ['trigger-point 7'],
    ])
  })

  it('goes on: the draft is signed with the new form, and the chain holds both', () => {
    const { sqlite, call, verify } = opened()
    const [area] = call('session:get', { id: draft }).treatedAreas
    if (!area) throw new Error('the treated area is gone')
    call('treatedArea:put', { area: { ...area, regionIds: [...area.regionIds, 'back.lumbar-erectors.right'] } })
    call('session:sign', { id: draft })
    expect(sqlite.prepare('SELECT canonical_version FROM signature ORDER BY sequence').pluck().all()).toEqual([
      1, 1, 1, 3,
    ])
    expect(verify()).toEqual({ intact: true, signatures: 4 })
  })

  it('keeps its signed marks locked, those in the new tables too', () => {
    const { sqlite, call } = opened()
    const area = call('session:get', { id: first }).treatedAreas[0]?.id ?? ''
    for (const sql of [
      `UPDATE treated_area_region SET region_id = 'head.crown' WHERE treated_area_id = '${area}'`,
      `INSERT INTO treated_area_region VALUES ('${area}', 1, 'head.crown')`,
      `DELETE FROM treated_area_region WHERE treated_area_id = '${area}'`,
      `DELETE FROM treated_area WHERE id = '${area}'`,
      `UPDATE finding SET is_confirmed = 0 WHERE session_id = '${first}'`,
      `INSERT INTO no_go_answer VALUES ('a', '${first}', 'head.crown', 'limited', 'x', 'marked', '', '2026')`,
    ]) {
      expect(() => sqlite.exec(sql), sql).toThrow('SIGNED')
    }
    expect(refusalOf(() => call('treatedArea:remove', { sessionId: first, id: area }))).toEqual({ code: 'SIGNED' })
  })

  it.each([
    [
      'a region more',
      `INSERT INTO treated_area_region SELECT id, 1, 'head.crown' FROM treated_area WHERE session_id = '${first}'`,
    ],
    [
      'no region any more',
      `DELETE FROM treated_area_region
        WHERE treated_area_id IN (SELECT id FROM treated_area WHERE session_id = '${first}')`,
    ],
    ['an answer', `INSERT INTO no_go_answer VALUES ('a', '${first}', 'x', 'limited', 'x', 'marked', '', '2026')`],
    ['a referral', `UPDATE finding SET refers_to_region_id = 'head.crown' WHERE session_id = '${first}'`],
    ['a link', `UPDATE finding SET continues_id = 'x' WHERE session_id = '${first}'`],
    ['an origin', `UPDATE finding SET carried_from_id = 'x' WHERE session_id = '${first}'`],
    ['a doubt', `UPDATE finding SET is_confirmed = 0 WHERE session_id = '${first}'`],
  ])('shows when a stranger gives an old signed note %s, which its form does not cover', (_, sql) => {
    const { sqlite, verify } = opened()
    const triggers = sqlite.prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger'`).pluck().all()
    for (const name of triggers) sqlite.exec(`DROP TRIGGER ${String(name)}`)
    sqlite.exec(sql)
    expect(verify()).toMatchObject({ intact: false, sequence: 1, problem: 'fingerprint' })
  })

  it('has the same schema afterwards as a fresh database', () => {
    const fresh = createDatabase({ ...practice.location, file: join(temporaryFolder(), 'fresh.db') })
    const expected = schemaOf(fresh.sqlite)
    checkpointAndClose(fresh)
    const migrated = schemaOf(opened().sqlite)
    expect(migrated).toEqual(expected)
  })

  it.each([
    ['in its beginning', 1],
    ['in its middle', 6],
    ['at its end', Infinity],
  ])('stays as it was when the step is interrupted %s, and is migrated the next time', (_, statements) => {
    const before = storedOf(opened(version1).sqlite)
    const step = migrations[1]
    if (!step) throw new Error('no second step')
    const parts = step.sql.split(/;\n(?=[A-Z\n])/)
    const interrupted = {
      version: 2,
      sql: `${parts.slice(0, statements).join(';\n')};\nINSERT INTO nowhere VALUES (1)`,
    }
    practice.close()
    expect(() => openDatabase(practice.location, [...version1, interrupted])).toThrow(
      expect.objectContaining({ code: 'INTERNAL' }),
    )
    const old = opened(version1)
    expect(versionOf(old.sqlite)).toBe(1)
    expect(storedOf(old.sqlite)).toEqual(before)
    expect(checkIntegrity(old.sqlite, 'full')).toEqual([])
    expect(opened().verify()).toEqual({ intact: true, signatures: 3 })
  })
})
