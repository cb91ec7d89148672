// Nobody can feign or change an erasure: the check of the record finds it, and the database refuses it.
import type Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { erasurePractice, type ErasurePractice } from '../fixtures/erasurePractice.ts'
import { rawConnection, withoutTriggers } from '../fixtures/temporaryDatabase.ts'

let stranger: Database.Database | null = null
afterEach(() => {
  stranger?.close()
  stranger = null
})

let practice: ErasurePractice
let erased: ErasurePractice['erased']
let other: ErasurePractice['other']

beforeEach(() => {
  practice = erasurePractice()
  ;({ erased, other } = practice)
})
afterEach(() => practice.remove())

const archive = (id?: string) => practice.archive(id)
const erase: ErasurePractice['erase'] = (change) => practice.erase(change)

describe('verifying, after somebody with the key', () => {
  function tamper(sql: string) {
    stranger = rawConnection(practice.file)
    withoutTriggers(stranger)
    stranger.pragma('foreign_keys = OFF')
    stranger.exec(sql.replaceAll('$other', `'${other.sessionId}'`))
  }
  const blankOther = `UPDATE signature SET session_id = NULL, client_id = NULL, client_first_name = NULL,
    client_last_name = NULL, client_date_of_birth = NULL WHERE sequence BETWEEN 4 AND 6`
  const removeOther = `DELETE FROM note_section WHERE session_id = $other; DELETE FROM addendum WHERE session_id = $other;
    DELETE FROM session WHERE id = $other; ${blankOther};`
  const listOther = `INSERT INTO erased_signature SELECT sequence, (SELECT id FROM erasure), fingerprint FROM signature
    WHERE sequence BETWEEN 4 AND 6`

  it('took a note out without an erasure / says that it is missing', () => {
    tamper(removeOther)
    expect(practice.verify()).toMatchObject({ intact: false, sequence: 4, problem: 'missing' })
  })

  it('took a note out and put an erasure there that nobody signed / says that it is missing', () => {
    tamper(`${removeOther} INSERT INTO erasure VALUES ('made-up', 'nobody', 'own decision', 'So.', NULL, NULL, NULL);
      ${listOther}`)
    expect(practice.verify()).toMatchObject({ intact: false, sequence: 4, problem: 'missing' })
  })

  describe('changed a true erasure', () => {
    beforeEach(() => {
      archive()
      erase()
      expect(practice.verify()).toEqual({ intact: true, signatures: 7 })
    })

    it.each([
      ['added a note that was taken out to its list', `${removeOther} ${listOther}`, 7, 'fingerprint'],
      ['took the list away', 'DELETE FROM erased_signature', 1, 'missing'],
      ['took one signature off its list', 'DELETE FROM erased_signature WHERE sequence = 2', 2, 'missing'],
      ['took the erasure away', 'DELETE FROM erasure', 7, 'missing'],
      ['changed its reason', `UPDATE erasure SET reason = 'Another.'`, 7, 'fingerprint'],
      ['changed on what it rests', `UPDATE erasure SET basis = 'retention over', reason = ''`, 7, 'fingerprint'],
      ['changed the rule in it', 'UPDATE erasure SET years_after_last = 1', 7, 'fingerprint'],
      ['changed whose it was', `UPDATE erasure SET client_id = 'another'`, 7, 'fingerprint'],
      [
        'changed when an erased note was signed',
        `UPDATE signature SET signed_at = 'x' WHERE sequence = 1`,
        7,
        'fingerprint',
      ],
      ['changed who signed it', `UPDATE signature SET signer_name = 'x' WHERE sequence = 3`, 7, 'fingerprint'],
      ['changed its kind', `UPDATE signature SET kind = 'addendum' WHERE sequence = 1`, 7, 'fingerprint'],
      ['put a name into it', `UPDATE signature SET client_last_name = 'x' WHERE sequence = 1`, 1, 'missing'],
      [
        'changed its fingerprint',
        `UPDATE signature SET fingerprint = '${'a'.repeat(64)}' WHERE sequence = 3`,
        3,
        'missing',
      ],
      ['took the erasure’s own signature away', 'DELETE FROM signature WHERE sequence = 7', 1, 'missing'],
    ])('and %s / finds it', (_, sql, sequence, problem) => {
      tamper(sql)
      expect(practice.verify()).toMatchObject({ intact: false, sequence, problem })
    })

    it('and put the erased note back without its signature’s client / finds it', () => {
      tamper(`INSERT INTO session SELECT (SELECT subject_id FROM signature WHERE sequence = 1), client_id, service_start,
        length_minutes, place, visit_address, pain_before, pain_after, entered_at, updated_at, discarded_at,
        late_entry_reason, template_id, entered_offset FROM session WHERE id = $other`)
      expect(practice.verify()).toMatchObject({ intact: false, sequence: 1, problem: 'fingerprint' })
    })
  })
})

describe('the database', () => {
  const refused = (sql: string) => {
    try {
      practice.database.sqlite.transaction(() => practice.database.sqlite.exec(sql))()
      return 'done'
    } catch (error) {
      return String(error).includes('SIGNED') ? 'SIGNED' : String(error)
    }
  }
  const unsigned = (clientId: string) =>
    `INSERT INTO erasure VALUES ('unsigned', '${clientId}', 'own decision', 'So.', NULL, NULL, NULL);`

  it('with an erasure that is not signed / lets nothing go', () => {
    const begin = `${unsigned(erased.clientId)} INSERT INTO erased_signature
      SELECT sequence, 'unsigned', fingerprint FROM signature WHERE client_id = '${erased.clientId}';`
    for (const act of [
      `DELETE FROM note_section WHERE session_id = '${erased.sessionId}'`,
      `DELETE FROM finding WHERE session_id = '${erased.sessionId}'`,
      `DELETE FROM addendum WHERE id = '${erased.amendmentId}'`,
      `UPDATE signature SET client_first_name = NULL, client_last_name = NULL, client_id = NULL WHERE sequence = 1`,
    ]) {
      expect(refused(begin + act), act).toBe('SIGNED')
    }
  })

  it('refuses an erasure that lists another client’s signature, and a signature of one that does not list all', () => {
    const listing = (where: string) =>
      `${unsigned(erased.clientId)} INSERT INTO erased_signature SELECT sequence, 'unsigned', fingerprint FROM signature
       WHERE ${where};`
    expect(refused(listing('sequence = 4'))).toBe('SIGNED')
    const sign = `INSERT INTO signature (sequence, kind, subject_id, practice_name, signer_name, credentials, licence_number,
      signed_at, canonical_version, previous_fingerprint, fingerprint) SELECT 7, 'erasure', 'unsigned', '', '', '', '', '', 1,
      fingerprint, '${createHash('sha256').digest('hex')}' FROM signature WHERE sequence = 6`
    expect(refused(listing('sequence = 1') + sign)).toBe('SIGNED')
  })

  it('after an erasure / refuses every change of it, and still every change of what is signed', () => {
    archive()
    erase()
    for (const act of [
      `UPDATE erasure SET reason = 'Another.'`,
      'DELETE FROM erasure',
      `INSERT OR REPLACE INTO erasure SELECT id, client_id, basis, 'Another.', NULL, NULL, NULL FROM erasure`,
      'DELETE FROM erased_signature',
      `INSERT INTO erased_signature SELECT 4, (SELECT id FROM erasure), fingerprint FROM signature WHERE sequence = 4`,
      `UPDATE signature SET signed_at = 'x' WHERE sequence = 1`,
      `UPDATE signature SET client_id = '${other.clientId}', client_first_name = '', client_last_name = '' WHERE sequence = 1`,
      'DELETE FROM signature WHERE sequence = 1',
      `UPDATE signature SET client_id = NULL, client_first_name = NULL, client_last_name = NULL WHERE sequence = 4`,
      `DELETE FROM note_section WHERE session_id = '${other.sessionId}'`,
      `DELETE FROM addendum WHERE session_id = '${other.sessionId}'`,
    ]) {
      expect(refused(act), act).toBe('SIGNED')
    }
  })
})
