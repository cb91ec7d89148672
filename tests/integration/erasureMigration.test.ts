// From version 9 of the schema to erasures: all that is stored stays, every refusal holds, and a client from before can be erased.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '#main/appError.ts'
import { migrations } from '#main/database/migrations/migrations.ts'
import { checkIntegrity } from '#main/database/check/checkIntegrity.ts'
import { allFindings } from '../fixtures/allFindings.ts'
import {
  practiceOfVersion,
  versionOf,
  type PracticeOfVersion,
  columnsIn,
  rowsIn,
} from '../fixtures/practiceOfVersion.ts'

const version9 = migrations.slice(0, 9)
const mara = '01900000-0000-7000-8000-000000000001'
const signedNote = '01900000-0000-7000-8000-000000000002'

let practice: PracticeOfVersion
beforeEach(() => {
  practice = practiceOfVersion(7)
  practice.opened(version9)
})
afterEach(() => practice.close())

describe('a practice of version 9', () => {
  it('keeps every row as it was', () => {
    const old = practice.opened(version9).sqlite
    const columns = columnsIn(old)
    const before = rowsIn(old, columns)
    const { sqlite, call, verify } = practice.opened()
    expect(versionOf(sqlite)).toBe(migrations.length)
    expect(rowsIn(sqlite, columns)).toEqual(before)
    expect(verify()).toEqual({ intact: true, signatures: 5 })
    expect(allFindings(call)).toEqual([])
    expect(checkIntegrity(sqlite, 'full')).toEqual([])
  })

  it('still refuses every change to what is signed', () => {
    const { sqlite } = practice.opened()
    for (const act of [
      `DELETE FROM note_section WHERE session_id = '${signedNote}'`,
      `DELETE FROM session WHERE id = '${signedNote}'`,
      'DELETE FROM addendum WHERE id IN (SELECT subject_id FROM signature)',
      `UPDATE signature SET client_first_name = 'x' WHERE sequence = 1`,
      'DELETE FROM signature WHERE sequence = 1',
    ]) {
      expect(() => sqlite.exec(act), act).toThrow('SIGNED')
    }
  })

  it('can have a client erased who was signed for before the step', () => {
    const { sqlite, call, verify } = practice.opened()
    const { lastName } = call('client:get', { id: mara }).client.fields
    call('client:archive', { id: mara })
    call('retention:erase', { id: mara, typedName: lastName, reason: 'Asked for it.' })
    expect(verify()).toEqual({ intact: true, signatures: 6 })
    expect(allFindings(call)).toEqual([])
    expect(() => call('client:get', { id: mara })).toThrow(AppError)
    expect(checkIntegrity(sqlite, 'full')).toEqual([])
  })
})
