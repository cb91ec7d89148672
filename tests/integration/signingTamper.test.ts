// A stranger with the key: triggers dropped, rows changed, and the check that finds it.
import type Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { practiceUnderTest, type PracticeUnderTest } from '../fixtures/practiceUnderTest.ts'
import { signNote, type SignedNote } from '../fixtures/signedNote.ts'
import { rawConnection, withoutTriggers } from '../fixtures/temporaryDatabase.ts'

let practice: PracticeUnderTest
let stranger: Database.Database
let notes: readonly [SignedNote, SignedNote]

beforeEach(() => {
  practice = practiceUnderTest()
  notes = [signNote(practice, 'one'), signNote(practice, 'two')]
  stranger = rawConnection(practice.file)
  withoutTriggers(stranger)
  stranger.pragma('foreign_keys = OFF')
})
afterEach(() => {
  stranger.close()
  practice.remove()
})

/** Runs SQL in which `$1`, `$2` stand for the two sessions. */
const tamper = (sql: string) =>
  stranger.exec(sql.replaceAll('$1', `'${notes[0].sessionId}'`).replaceAll('$2', `'${notes[1].sessionId}'`))

describe('the chain', () => {
  it('is intact while nobody changes it', () => {
    expect(practice.verify()).toEqual({ intact: true, signatures: 6 })
  })

  it('is intact when it is empty', () => {
    const empty = practiceUnderTest()
    expect(empty.verify()).toEqual({ intact: true, signatures: 0 })
    empty.remove()
  })

  it('stays intact when client, practice and other drafts change', () => {
    stranger.exec(`UPDATE client SET last_name = 'Married', revision = 2`)
    stranger.exec(`UPDATE practice SET name = 'New name', licence_number = 'X'`)
    practice.write(practice.startSession(notes[0].clientId), 'plan', 'A draft')
    expect(practice.verify()).toEqual({ intact: true, signatures: 6 })
  })

  // Sequence: 1 and 4 are the notes, 2 and 5 their addenda, 3 and 6 amendments of them.
  it.each([
    [
      'a word of a section',
      `UPDATE note_section SET document = replace(document, 'Sunday', 'Monday') WHERE session_id = $1`,
      1,
      'fingerprint',
    ],
    [
      'a section’s text for lists',
      `UPDATE note_section SET plain_text = 'Well.' WHERE session_id = $2`,
      4,
      'plain text',
    ],
    ['a section’s version', `UPDATE note_section SET schema_version = 0 WHERE session_id = $2`, 4, 'fingerprint'],
    [
      'a section that is no longer JSON',
      `UPDATE note_section SET document = '{' WHERE session_id = $2`,
      4,
      'fingerprint',
    ],
    ['a section taken out', `DELETE FROM note_section WHERE session_id = $2 AND section = 'plan'`, 4, 'fingerprint'],
    [
      'a section put in',
      `INSERT INTO note_section VALUES ($2, 'objective', '{"type":"doc","content":[]}', 1, '', 'x')`,
      4,
      'fingerprint',
    ],
    ['the service date', `UPDATE session SET service_start = '2026-11-22T14:00' WHERE id = $2`, 4, 'fingerprint'],
    ['the entry date', `UPDATE session SET entered_at = '2026-11-22T14:00:00.000Z' WHERE id = $2`, 4, 'fingerprint'],
    ['the length', `UPDATE session SET length_minutes = 90 WHERE id = $2`, 4, 'fingerprint'],
    ['the place', `UPDATE session SET place = 'visit' WHERE id = $2`, 4, 'fingerprint'],
    ['the visit address', `UPDATE session SET visit_address = 'x' WHERE id = $2`, 4, 'fingerprint'],
    ['the pain before', `UPDATE session SET pain_before = 8 WHERE id = $2`, 4, 'fingerprint'],
    ['the pain after', `UPDATE session SET pain_after = NULL WHERE id = $2`, 4, 'fingerprint'],
    [
      'whose session it is',
      `UPDATE session SET client_id = (SELECT client_id FROM session WHERE id = $1) WHERE id = $2`,
      4,
      'fingerprint',
    ],
    ['a session hidden as discarded', `UPDATE session SET discarded_at = 'x' WHERE id = $2`, 4, 'missing'],
    ['a session taken out', `DELETE FROM session WHERE id = $2`, 4, 'missing'],
    ['a severity', `UPDATE finding SET severity = 6 WHERE session_id = $2 AND kind = 'scar'`, 4, 'fingerprint'],
    ['an exact spot', `UPDATE finding SET x = x + 0.25 WHERE session_id = $2 AND x IS NOT NULL`, 4, 'fingerprint'],
    ['a finding taken out', `DELETE FROM finding WHERE session_id = $2 AND kind = 'scar'`, 4, 'fingerprint'],
    [
      'a finding moved to another note',
      `UPDATE finding SET session_id = $2 WHERE session_id = $1 AND kind = 'scar'`,
      1,
      'fingerprint',
    ],
    [
      'the order of findings',
      `UPDATE finding SET created_at = '2000' WHERE session_id = $2 AND kind = 'scar'`,
      4,
      'fingerprint',
    ],
    ['a stroke', `UPDATE stroke SET points = zeroblob(24) WHERE session_id = $2`, 4, 'fingerprint'],
    ['a treated area', `UPDATE treated_area SET minutes = 30 WHERE session_id = $2`, 4, 'fingerprint'],
    [
      'the region that a finding refers to',
      `UPDATE finding SET refers_to_region_id = NULL WHERE session_id = $2 AND refers_to_region_id IS NOT NULL`,
      4,
      'fingerprint',
    ],
    [
      'what a finding continues',
      `UPDATE finding SET continues_id = NULL WHERE session_id = $2 AND continues_id IS NOT NULL`,
      4,
      'fingerprint',
    ],
    [
      'what a finding was taken over from',
      `UPDATE finding SET carried_from_id = NULL WHERE session_id = $2 AND carried_from_id IS NOT NULL`,
      4,
      'fingerprint',
    ],
    [
      'a finding confirmed later',
      `UPDATE finding SET is_confirmed = 1 WHERE session_id = $2 AND is_confirmed = 0`,
      4,
      'fingerprint',
    ],
    [
      'a region of a treated area',
      `UPDATE treated_area_region SET region_id = 'head.crown' WHERE position = 1
        AND treated_area_id = (SELECT id FROM treated_area WHERE session_id = $2)`,
      4,
      'fingerprint',
    ],
    [
      'a region put to a treated area',
      `INSERT INTO treated_area_region SELECT id, 2, 'head.crown' FROM treated_area WHERE session_id = $2`,
      4,
      'fingerprint',
    ],
    [
      'the order of a treated area’s regions',
      `UPDATE treated_area_region SET position = 5 WHERE position = 0
        AND treated_area_id = (SELECT id FROM treated_area WHERE session_id = $2)`,
      4,
      'fingerprint',
    ],
    [
      'a decision about a no-go area',
      `UPDATE no_go_answer SET decision = 'marked' WHERE session_id = $2`,
      4,
      'fingerprint',
    ],
    [
      'the time of a decision',
      `UPDATE no_go_answer SET answered_at = '2026-11-01T00:00:00.000Z' WHERE session_id = $2`,
      4,
      'fingerprint',
    ],
    ['a decision taken out', `DELETE FROM no_go_answer WHERE session_id = $2`, 4, 'fingerprint'],
    ['a reason for being late', `UPDATE session SET late_entry_reason = 'On paper' WHERE id = $2`, 4, 'fingerprint'],
    ['a score', `UPDATE session_score SET after = 2 WHERE session_id = $2`, 4, 'fingerprint'],
    ['a score taken out', `DELETE FROM session_score WHERE session_id = $2`, 4, 'fingerprint'],
    ['a score put in', `INSERT INTO session_score VALUES ($2, 'sleep', 6.5, NULL, NULL)`, 4, 'fingerprint'],
    ['a movement', `UPDATE range_of_motion SET degrees_after = 61 WHERE session_id = $2`, 4, 'fingerprint'],
    ['the side of a movement', `UPDATE range_of_motion SET side = 'left' WHERE session_id = $2`, 4, 'fingerprint'],
    ['an activity', `UPDATE function_activity SET score = 5 WHERE session_id = $2`, 4, 'fingerprint'],
    [
      'a technique',
      `UPDATE session_item SET text = 'Cupping' WHERE session_id = $2 AND list = 'technique'`,
      4,
      'fingerprint',
    ],
    [
      'homework put among the techniques',
      `UPDATE session_item SET list = 'technique', position = 1 WHERE session_id = $2 AND list = 'homework'`,
      4,
      'fingerprint',
    ],
    [
      'homework confirmed later',
      `UPDATE session_item SET carried_from = NULL WHERE session_id = $2 AND list = 'homework'`,
      4,
      'fingerprint',
    ],
    ['homework taken out', `DELETE FROM session_item WHERE session_id = $2 AND list = 'homework'`, 4, 'fingerprint'],
    [
      'the time of a span',
      `UPDATE timed_span SET ended_at = '2026-11-23T20:00:00.000Z' WHERE session_id = $2`,
      4,
      'fingerprint',
    ],
    ['the area of a span', `UPDATE timed_span SET treated_area_id = 'x' WHERE session_id = $2`, 4, 'fingerprint'],
    [
      'what was answered before signing',
      `UPDATE sign_answer SET decision = 'confirmed' WHERE session_id = $2`,
      4,
      'fingerprint',
    ],
    ['how much was asked', `UPDATE sign_answer SET amount = 7 WHERE session_id = $2`, 4, 'fingerprint'],
    [
      'the time of an answer',
      `UPDATE sign_answer SET answered_at = '2026-11-01T00:00:00.000Z' WHERE session_id = $2`,
      4,
      'fingerprint',
    ],
    ['an answer taken out', `DELETE FROM sign_answer WHERE session_id = $2`, 4, 'fingerprint'],
    [
      'an addendum made an amendment',
      `UPDATE addendum SET kind = 'amendment', corrects_part = 'plan' WHERE session_id = $2`,
      5,
      'fingerprint',
    ],
    [
      'an addendum',
      `UPDATE addendum SET document = replace(document, 'held', 'ended') WHERE session_id = $2`,
      5,
      'fingerprint',
    ],
    [
      'an addendum’s date',
      `UPDATE addendum SET created_at = '2026-11-01T00:00:00.000Z' WHERE session_id = $1`,
      2,
      'fingerprint',
    ],
    ['an addendum’s text for lists', `UPDATE addendum SET plain_text = 'x' WHERE session_id = $1`, 2, 'plain text'],
    ['an addendum taken out', `DELETE FROM addendum WHERE session_id = $2`, 5, 'missing'],
    [
      'what an amendment corrects',
      `UPDATE addendum SET corrects_part = 'objective' WHERE session_id = $2 AND kind = 'amendment'`,
      6,
      'fingerprint',
    ],
    [
      'why it does',
      `UPDATE addendum SET reason = 'None' WHERE session_id = $2 AND kind = 'amendment'`,
      6,
      'fingerprint',
    ],
    [
      'the words that it corrects',
      `UPDATE addendum SET old_text = 'Daily.' WHERE session_id = $2 AND kind = 'amendment'`,
      6,
      'fingerprint',
    ],
    [
      'the words that take their place',
      `UPDATE addendum SET document = replace(document, 'fortnight', 'month') WHERE session_id = $2 AND kind = 'amendment'`,
      6,
      'fingerprint',
    ],
    [
      'the addendum that it corrects',
      `UPDATE addendum SET corrects_addendum_id = 'x' WHERE session_id = $2 AND kind = 'amendment'`,
      6,
      'fingerprint',
    ],
    [
      'an amendment made an addendum',
      `UPDATE addendum SET kind = 'addendum' WHERE session_id = $2 AND kind = 'amendment'`,
      6,
      'fingerprint',
    ],
    ['the signer', `UPDATE signature SET signer_name = 'Other' WHERE sequence = 4`, 4, 'fingerprint'],
    ['the licence', `UPDATE signature SET licence_number = 'X' WHERE sequence = 5`, 5, 'fingerprint'],
    [
      'the time of signing',
      `UPDATE signature SET signed_at = '2020-01-01T00:00:00.000Z' WHERE sequence = 2`,
      2,
      'fingerprint',
    ],
    [
      'the client’s name at the signing',
      `UPDATE signature SET client_first_name = 'X' WHERE sequence = 4`,
      4,
      'fingerprint',
    ],
    [
      'the client’s birth date at the signing',
      `UPDATE signature SET client_date_of_birth = NULL WHERE sequence = 4`,
      4,
      'fingerprint',
    ],
    [
      'a fingerprint',
      `UPDATE signature SET fingerprint = replace(hex(zeroblob(32)), '0', 'a') WHERE sequence = 1`,
      1,
      'fingerprint',
    ],
    [
      'a link',
      `UPDATE signature SET previous_fingerprint = replace(hex(zeroblob(32)), '0', 'a') WHERE sequence = 4`,
      4,
      'previous',
    ],
    ['a form of another version', `UPDATE signature SET canonical_version = 99 WHERE sequence = 4`, 4, 'version'],
    [
      'a form of an earlier version in its place',
      `UPDATE signature SET canonical_version = 1 WHERE sequence = 5`,
      5,
      'fingerprint',
    ],
    ['a signature in the middle taken out', `DELETE FROM signature WHERE sequence = 2`, 3, 'sequence'],
    ['the first signature taken out', `DELETE FROM signature WHERE sequence = 1`, 2, 'sequence'],
    [
      'signatures renumbered over a gap',
      `DELETE FROM signature WHERE sequence = 2; UPDATE signature SET sequence = sequence - 1 WHERE sequence > 2`,
      2,
      'previous',
    ],
  ] as const)('shows %s', (_, sql, sequence, problem) => {
    tamper(sql)
    expect(practice.verify()).toMatchObject({ intact: false, sequence, problem })
  })

  it('names the note, and the addendum, that does not fit', () => {
    tamper(`UPDATE addendum SET document = replace(document, 'held', 'ended') WHERE session_id = $2`)
    expect(practice.verify()).toMatchObject({ sessionId: notes[1].sessionId, addendumId: notes[1].addendumId })
  })
})
