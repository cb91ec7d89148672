// "Verify record": the whole chain step by step, and the first thing that does not fit by its name.
import type Database from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createRepositories } from '#main/database/repositories/repositories.ts'
import { runAtOnce } from '#main/jobs/jobs.ts'
import { createServices } from '#main/services/createServices.ts'
import { contract } from '#shared/contract/contract.ts'
import type { RecordCheck } from '#shared/contract/record.ts'
import type { ChainProblem } from '#shared/domain/record/recordFindings.ts'
import { practiceUnderTest, type PracticeUnderTest } from '../fixtures/practiceUnderTest.ts'
import { signNote, type SignedNote } from '../fixtures/signedNote.ts'
import { rawConnection, withoutTriggers } from '../fixtures/temporaryDatabase.ts'

let practice: PracticeUnderTest
let stranger: Database.Database | null = null
let note: SignedNote

afterEach(() => {
  stranger?.close()
  stranger = null
})

/** Verifies the record from its beginning to its end. */
function verified(on = practice): RecordCheck {
  const check = on.call('record:verify', {})
  expect(contract['record:verify'].output.parse(check)).toEqual(check)
  return check
}

/** A verification that is done a step at a time. */
const verifying = () => createServices(practice.database, practice.surroundings)['record:verify']({})

/** Changes rows as somebody with the key could, with every refusal of the database taken away. */
function tamper(sql: string) {
  stranger = rawConnection(practice.file)
  withoutTriggers(stranger)
  stranger.pragma('foreign_keys = OFF')
  stranger.exec(sql.replaceAll('$session', `'${note.sessionId}'`).replaceAll('$addendum', `'${note.addendumId}'`))
}

describe('verifying a small record', () => {
  const start = () => {
    practice = practiceUnderTest()
    note = signNote(practice, 'one')
  }
  afterEach(() => practice.remove())

  it('says that everything fits, and the newest fingerprint', () => {
    start()
    const newest = createRepositories(practice.database).signatures.last()?.fingerprint
    expect(verified()).toEqual({
      checkedTo: 3,
      mismatch: null,
      newestFingerprint: newest,
      erasures: [],
      findings: [],
    })
  })

  it('says so of an empty record too', () => {
    practice = practiceUnderTest()
    expect(verified()).toEqual({
      checkedTo: 0,
      mismatch: null,
      newestFingerprint: null,
      erasures: [],
      findings: [],
    })
  })

  it.each<[ChainProblem, string, string, number]>([
    ['sequence', 'UPDATE signature SET sequence = 9 WHERE sequence = 3', 'amendment', 9],
    ['sequence', 'UPDATE signature SET sequence = -1 WHERE sequence = 1', 'note', -1],
    ['previous', `UPDATE signature SET previous_fingerprint = '${'ab'.repeat(32)}' WHERE sequence = 2`, 'addendum', 2],
    ['version', 'UPDATE signature SET canonical_version = 99 WHERE sequence = 1', 'note', 1],
    ['missing', 'DELETE FROM addendum WHERE id = $addendum', 'addendum', 2],
    ['fingerprint', `UPDATE session_score SET after = 1 WHERE session_id = $session`, 'note', 1],
    ['fingerprint', `UPDATE addendum SET old_text = 'Daily.' WHERE kind = 'amendment'`, 'amendment', 3],
    ['plain text', `UPDATE note_section SET plain_text = 'Well.' WHERE section = 'plan'`, 'note', 1],
  ])('names what does not fit: %s (%s)', (problem, sql, kind, sequence) => {
    start()
    tamper(sql)
    const { mismatch, checkedTo } = verified()
    expect(mismatch).toMatchObject({
      problem,
      kind,
      sequence,
      sessionId: note.sessionId,
      clientName: 'Mara Sample one',
      serviceStart: '2026-11-23T14:00',
    })
    expect(checkedTo).toBeLessThan(Math.max(sequence, 1))
  })

  it('names the client of a note that is gone, by its signature', () => {
    start()
    tamper('DELETE FROM session WHERE id = $session')
    expect(verified().mismatch).toMatchObject({
      problem: 'missing',
      sessionId: null,
      serviceStart: null,
      clientName: 'Mara Sample one',
    })
  })

  it('does not lead to a note that was hidden as discarded', () => {
    start()
    tamper(`UPDATE session SET discarded_at = '2026' WHERE id = $session`)
    expect(verified().mismatch).toMatchObject({ problem: 'missing', sessionId: null })
  })

  it('follows the sequence where the clock was set back between signatures', () => {
    start()
    practice.surroundings.setTime('2019-01-01T00:00:00.000Z')
    const { sessionId } = signNote(practice, 'two')
    expect(verified()).toMatchObject({ checkedTo: 6, mismatch: null })
    practice.surroundings.setTime('2026-12-01T00:00:00.000Z')
    practice.call('addendum:sign', { sessionId, id: practice.addendum(sessionId, 'Telephoned.') })
    expect(verified()).toMatchObject({ checkedTo: 7, mismatch: null })
  })
})

describe('verifying a record of 3,000 signatures', () => {
  const size = 3000
  const notes = 60

  // Most of them are addenda, which are made the quickest; the note of each client is the first of its fifty.
  beforeAll(() => {
    practice = practiceUnderTest()
    const fill = practice.database.sqlite.transaction(() => {
      for (let client = 0; client < notes; client++) {
        const id = practice.startSession(practice.addClient({ lastName: `Sample ${client}` }))
        practice.write(id, 'plan', 'Weekly.')
        practice.sign(id)
        for (let added = 1; added < size / notes; added++) {
          practice.call('addendum:sign', { sessionId: id, id: practice.addendum(id, `Telephoned ${added} times.`) })
        }
      }
    })
    fill.immediate()
  }, 60_000)
  afterAll(() => practice.remove())

  it('goes signature by signature and shows its progress; what is signed meanwhile is checked too', () => {
    const steps = verifying()
    for (let done = 1; done <= size / 2; done++) {
      expect(steps.next()).toEqual({ done: false, value: { stage: 'signatures', done, total: size } })
    }
    const id = practice.startSession(practice.addClient({ lastName: 'Meanwhile' }))
    practice.write(id, 'plan', 'Weekly.')
    practice.sign(id)
    expect(runAtOnce(steps)).toMatchObject({ mismatch: null, checkedTo: size + 1, findings: [] })
  })

  it('stops at a changed word, and reports it with what is found beyond the chain', () => {
    const [changed] = practice.database.sqlite
      .prepare('SELECT session_id FROM signature WHERE sequence = 2001')
      .pluck()
      .all() as string[]
    note = { clientId: '', sessionId: changed ?? '', addendumId: '', amendmentId: '' }
    tamper(`UPDATE note_section SET document = replace(document, 'paragraph', 'heading') WHERE session_id = $session;
      UPDATE signature_trace SET fingerprint = '${'ab'.repeat(32)}' WHERE sequence = 2002`)
    const check = verified()
    expect(check.mismatch).toMatchObject({ sequence: 2001, problem: 'fingerprint', sessionId: changed })
    expect(check.checkedTo).toBe(2000)
    expect(check.findings).toContainEqual({ kind: 'signatures replaced', count: 1, sequences: [2002] })
    expect([...verifying()].filter(({ stage }) => stage === 'signatures')).toHaveLength(2000)
  })
})
