// "Verify record": the whole chain in stretches, and the first thing that does not fit by its name.
import type Database from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createRepositories } from '#main/database/repositories/repositories.ts'
import { stretchLength } from '#main/services/signing/recordService.ts'
import { contract, type Output } from '#shared/contract/contract.ts'
import type { ChainProblem } from '#shared/domain/record/chain.ts'
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

/** Asks until everything is checked or something does not fit, as the screen does. */
function verified(on = practice): { calls: number; last: Output<'record:verify'> } {
  let from = 0
  for (let calls = 1; ; calls++) {
    const last = on.call('record:verify', { from })
    expect(contract['record:verify'].output.parse(last)).toEqual(last)
    if (last.isDone || last.misfit) return { calls, last }
    from = last.checkedTo
  }
}

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
    expect(practice.call('record:verify', { from: 0 })).toEqual({
      checkedTo: 3,
      total: 3,
      isDone: true,
      misfit: null,
      newestFingerprint: newest,
    })
  })

  it('says so of an empty record too', () => {
    practice = practiceUnderTest()
    expect(practice.call('record:verify', { from: 0 })).toEqual({
      checkedTo: 0,
      total: 0,
      isDone: true,
      misfit: null,
      newestFingerprint: null,
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
    const { misfit, isDone, checkedTo } = verified().last
    expect(misfit).toMatchObject({
      problem,
      kind,
      sequence,
      sessionId: note.sessionId,
      clientName: 'Mara Sample one',
      serviceStart: '2026-11-23T14:00',
    })
    expect(isDone).toBe(false)
    expect(checkedTo).toBeLessThan(Math.max(sequence, 1))
  })

  it('names the client of a note that is no longer there, as the signature does', () => {
    start()
    tamper('DELETE FROM session WHERE id = $session')
    expect(verified().last.misfit).toMatchObject({
      problem: 'missing',
      sessionId: null,
      serviceStart: null,
      clientName: 'Mara Sample one',
    })
  })

  it('does not lead to a note that was hidden as discarded', () => {
    start()
    tamper(`UPDATE session SET discarded_at = '2026' WHERE id = $session`)
    expect(verified().last.misfit).toMatchObject({ problem: 'missing', sessionId: null })
  })

  it('keeps to the sequence where the clock was set back between signatures', () => {
    start()
    practice.surroundings.setTime('2019-01-01T00:00:00.000Z')
    const { sessionId } = signNote(practice, 'two')
    expect(verified().last).toMatchObject({ isDone: true, checkedTo: 6, misfit: null })
    practice.surroundings.setTime('2026-12-01T00:00:00.000Z')
    practice.call('addendum:sign', { sessionId, id: practice.addendum(sessionId, 'Telephoned.') })
    expect(verified().last).toMatchObject({ isDone: true, checkedTo: 7, misfit: null })
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

  it('takes it in stretches, and others are served between them', () => {
    const { calls, last } = verified()
    expect(calls).toBe(size / stretchLength + 1)
    expect(last).toMatchObject({ isDone: true, total: size, checkedTo: size })
    const half = practice.call('record:verify', { from: size / 2 })
    expect(half).toMatchObject({ isDone: false, checkedTo: size / 2 + stretchLength })
    const id = practice.startSession(practice.addClient({ lastName: 'Meanwhile' }))
    practice.write(id, 'plan', 'Weekly.')
    practice.sign(id)
    expect(verified().last).toMatchObject({ isDone: true, total: size + 1, checkedTo: size + 1 })
  })

  it('finds one word changed in its midst', () => {
    const [changed] = practice.database.sqlite
      .prepare('SELECT session_id FROM signature WHERE sequence = 2001')
      .pluck()
      .all() as string[]
    note = { clientId: '', sessionId: changed ?? '', addendumId: '', amendmentId: '' }
    tamper(`UPDATE note_section SET document = replace(document, 'paragraph', 'heading') WHERE session_id = $session`)
    const { calls, last } = verified()
    expect(last.misfit).toMatchObject({ sequence: 2001, problem: 'fingerprint', sessionId: changed })
    expect(last.checkedTo).toBe(2000)
    expect(calls).toBe(2000 / stretchLength + 1)
  })
})
