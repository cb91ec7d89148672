// From version 3 of the schema to seals: what was signed stays as it was, and every signature has its trace.
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrations } from '#main/database/migrations/migrations.ts'
import { checkIntegrity } from '#main/database/check/checkIntegrity.ts'
import { createDatabase, openDatabase } from '#main/database/openDatabase.ts'
import { openServices } from '#main/services/createServices.ts'
import { callerOf } from '../fixtures/practiceUnderTest.ts'
import { practiceOfVersion, versionOf, type PracticeOfVersion } from '../fixtures/practiceOfVersion.ts'
import { stillSurroundings } from '../fixtures/stillSurroundings.ts'
import { temporaryFolder } from '../fixtures/vaultPlace.ts'
import { allFindings } from '../fixtures/allFindings.ts'

const version3 = migrations.slice(0, 3)

let practice: PracticeOfVersion
beforeEach(() => {
  practice = practiceOfVersion(3)
})
afterEach(() => practice.close())

describe('a practice of version 3', () => {
  it('keeps every signature, gets a trace of each, and verifies without a finding', () => {
    const links = 'SELECT sequence, fingerprint FROM signature ORDER BY sequence'
    const before = practice.opened(version3).sqlite.prepare(links).all()
    const { sqlite, call, verify } = practice.opened()
    expect(versionOf(sqlite)).toBe(migrations.length)
    expect(before.length).toBe(4)
    expect(sqlite.prepare(links).all()).toEqual(before)
    expect(sqlite.prepare('SELECT sequence, fingerprint FROM signature_trace ORDER BY id').all()).toEqual(before)
    expect(verify()).toEqual({ intact: true, signatures: before.length })
    expect(allFindings(call).filter(({ kind }) => kind !== 'dated before')).toEqual([])
    expect(checkIntegrity(sqlite, 'full')).toEqual([])
  })

  it('keeps what was written beside signed notes and in drafts', () => {
    const tables = ['note_section', 'private_remark', 'draft_version', 'sign_answer', 'session_item', 'addendum']
    const rows = (opened: ReturnType<PracticeOfVersion['opened']>) =>
      tables.map((table) => opened.sqlite.prepare(`SELECT * FROM ${table}`).all())
    const before = rows(practice.opened(version3))
    expect(before.every((found) => found.length > 0)).toBe(true)
    // Columns that came later are all that is new.
    expect(rows(practice.opened())).toMatchObject(before)
  })

  it('gives the next signature a trace too, and its first seal covers all of them', () => {
    const { sqlite, call, verify } = practice.opened()
    const draft = sqlite.prepare('SELECT session_id FROM addendum ORDER BY rowid DESC').pluck().get() as string
    const [addendum] = call('session:get', { id: draft }).addenda
    call('addendum:sign', { sessionId: draft, id: addendum?.id ?? '' })
    expect(verify()).toEqual({ intact: true, signatures: 5 })
    expect(sqlite.prepare('SELECT max(sequence) FROM signature_trace').pluck().get()).toBe(5)
    const { line } = call('record:makeSeal', { why: 'saved' })
    expect(call('record:checkSeal', { text: line })).toMatchObject({ outcome: 'contained' })
  })
})

describe('the vault’s key', () => {
  it('is made when a practice of version 3 is opened by the services', () => {
    const { sqlite } = practice.opened()
    expect(sqlite.prepare('SELECT count(*) FROM seal_key').pluck().get()).toBe(0)
    practice.close()
    const database = openDatabase(practice.location)
    openServices(database, stillSurroundings())
    expect(database.sqlite.prepare('SELECT length(public_key) FROM seal_key').pluck().all()).toEqual([32])
    database.sqlite.close()
  })

  it('is made at the first opening, and is the same at every later one', () => {
    const location = { file: join(temporaryFolder(), 'p.db'), key: randomBytes(32), vaultId: practice.location.vaultId }
    const database = createDatabase(location)
    const keys = () => database.sqlite.prepare('SELECT public_key, private_key FROM seal_key').all()
    openServices(database, stillSurroundings())
    const [key] = keys()
    expect(key).toBeDefined()
    const call = callerOf(openServices(database, stillSurroundings()))
    expect(keys()).toEqual([key])
    expect(call('record:stamps', {})).toEqual({ stamps: [] })
    database.sqlite.close()
  })
})
