// Seals: made, kept, checked against a record that grows, is cut off, rewritten, exchanged.
import type Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { runAtOnce } from '#main/jobs/jobs.ts'
import { createServices } from '#main/services/createServices.ts'
import { contract, type Output } from '#shared/contract/contract.ts'
import type { JobProgress } from '#shared/contract/jobs.ts'
import { sealMark } from '#shared/domain/record/chainSeal.ts'
import type { RecordFindingKind } from '#shared/domain/record/recordFindings.ts'
import { practiceUnderTest, wholeFile, type PracticeUnderTest } from '../fixtures/practiceUnderTest.ts'
import { refusalOf } from '../fixtures/refusal.ts'
import { signNote, type SignedNote } from '../fixtures/signedNote.ts'
import { rawConnection, withoutTriggers } from '../fixtures/temporaryDatabase.ts'
import { allFindings } from '../fixtures/allFindings.ts'

let practice: PracticeUnderTest
let first: SignedNote
let stranger: Database.Database | null = null

beforeEach(() => {
  practice = practiceUnderTest()
  first = signNote(practice, 'one')
})
afterEach(() => {
  stranger?.close()
  stranger = null
  practice.remove()
})

const seal = () => practice.call('record:makeSeal', { why: 'saved' })
const check = (text: string) => {
  const found = practice.call('record:checkSeal', { text })
  expect(contract['record:checkSeal'].output.parse(found)).toEqual(found)
  return found
}
const findings = (): readonly [RecordFindingKind, readonly number[]][] => {
  return allFindings(practice.call).map(({ kind, sequences }) => [kind, sequences])
}
const kinds = () => findings().map(([kind]) => kind)

/** Changes rows as somebody with the key could; the refusals are put back afterwards as they were. */
function tamper(sql: string, refusals: 'put back' | 'left out' = 'put back') {
  stranger ??= rawConnection(practice.file)
  const triggers = stranger.prepare(`SELECT sql FROM sqlite_master WHERE type = 'trigger'`).pluck().all() as string[]
  withoutTriggers(stranger)
  stranger.pragma('foreign_keys = OFF')
  stranger.exec(sql)
  if (refusals === 'put back') for (const trigger of triggers) stranger.exec(trigger)
}

describe('a seal', () => {
  it('of a record that grew since / is confirmed, with the number of signatures after it', () => {
    const made = seal()
    expect(made.line).toMatch(/^PALPATE-SEAL-1\.[0-9A-HJKMNP-TV-Z]{228}$/u)
    expect(made).toMatchObject({ sequence: 3, madeAt: practice.surroundings.clock.now() })
    signNote(practice, 'two')
    expect(check(`some words\n${made.line.toLowerCase()}\nmore`)).toEqual({
      outcome: 'contained',
      sequence: 3,
      madeAt: made.madeAt,
      signedAt: made.signedAt,
      signedOffset: 0,
      key: made.key,
      since: 3,
      total: 6,
    })
  })

  it('broken over lines as on paper / is read', () => {
    const { line } = seal()
    expect(check(line.replace(/.{61}/gu, '$&\n   ')).outcome).toBe('contained')
  })

  it('where nothing is signed / is refused, and no printed file has one', () => {
    const empty = practiceUnderTest()
    expect(refusalOf(() => empty.call('record:makeSeal', { why: 'saved' }))).toMatchObject({
      code: 'VALIDATION',
      details: { issues: [{ path: '', code: 'nothing_signed' }] },
    })
    const clientId = empty.addClient()
    empty.startSession(clientId)
    expect(empty.call('patientFile:compose', { clientId, options: wholeFile }).seal).toBeNull()
    empty.remove()
  })

  it.each<[string, (line: string) => string, Output<'record:checkSeal'>['outcome']]>([
    ['no seal', () => 'Good morning', 'none'],
    ['a seal of a later form', (line) => line.replace('SEAL-1', 'SEAL-2'), 'newer'],
    ['a seal that breaks off', (line) => line.slice(0, -3), 'damaged'],
    [
      'a seal with one character mistyped',
      (line) => line.slice(0, 40) + (line[40] === '7' ? '8' : '7') + line.slice(41),
      'damaged',
    ],
  ])('in a text with %s / is reported', (_, change, outcome) => {
    expect(check(change(seal().line))).toMatchObject({ outcome, sequence: null, key: null })
  })

  it('of another vault / is reported', () => {
    const other = practiceUnderTest()
    other.surroundings.randomBytes(5)
    signNote(other, 'one')
    expect(check(other.call('record:makeSeal', { why: 'saved' }).line).outcome).toBe('other vault')
    other.remove()
  })

  it('when the newest signatures were taken out / is beyond the end', () => {
    const { line } = seal()
    tamper('DELETE FROM signature WHERE sequence > 1')
    expect(check(line)).toMatchObject({ outcome: 'cut off', sequence: 3, since: null, total: 1 })
  })

  it('when the chain was made anew / is reported as of another chain', () => {
    const { line } = seal()
    tamper('DELETE FROM signature WHERE sequence = 3')
    practice.call('addendum:sign', { sessionId: first.sessionId, id: first.amendmentId })
    expect(check(line).outcome).toBe('contained')
    tamper('DELETE FROM signature WHERE sequence = 3')
    practice.surroundings.moveTime(60_000)
    practice.call('addendum:sign', { sessionId: first.sessionId, id: first.amendmentId })
    expect(practice.verify()).toEqual({ intact: true, signatures: 3 })
    expect(check(line)).toMatchObject({ outcome: 'rewritten', sequence: 3 })
  })

  it('when a later signature does not follow / reports it', () => {
    const { line } = seal()
    signNote(practice, 'two')
    tamper(`UPDATE signature SET previous_fingerprint = '${'ab'.repeat(32)}' WHERE sequence = 5`)
    expect(check(line)).toMatchObject({ outcome: 'broken', since: 3 })
  })

  it('and the key that made it / are never changed, taken out or put in', () => {
    seal()
    const { sqlite } = practice.database
    for (const sql of [
      `UPDATE seal_key SET private_key = zeroblob(48)`,
      'DELETE FROM seal_key',
      `INSERT OR REPLACE INTO seal_key VALUES (1, zeroblob(32), zeroblob(48), 'x')`,
      `UPDATE seal SET why = 'patient file'`,
      'DELETE FROM seal',
      `INSERT INTO seal (sequence, fingerprint, made_at, why, line, digest)
         VALUES (9, '${'a'.repeat(64)}', 'x', 'saved', 'x', '${'a'.repeat(64)}')`,
      'DELETE FROM signature_trace',
      'UPDATE signature_trace SET sequence = 9',
    ]) {
      expect(() => sqlite.exec(sql), sql).toThrow(/SIGNED/u)
    }
  })

  it('is the same key’s after the app was started again', () => {
    const { key, line } = seal()
    practice.reopen()
    expect(seal().key).toBe(key)
    expect(check(line).outcome).toBe('contained')
  })

  it('in the preview of a patient file / is valid, has no word of a client, and is not kept', () => {
    seal()
    const file = practice.call('patientFile:compose', { clientId: first.clientId, options: wholeFile })
    expect(contract['patientFile:compose'].output.parse(file)).toEqual(file)
    expect(check(file.seal?.line ?? '').outcome).toBe('contained')
    expect(JSON.stringify(file.seal)).not.toMatch(/Mara|Sample/u)
    expect(file.seal?.line.startsWith(sealMark)).toBe(true)
    expect(practice.database.sqlite.prepare('SELECT count(*) FROM seal').pluck().get()).toBe(1)
  })
})

describe('what verifying finds beyond the chain', () => {
  it('in a record that nobody touched / is nothing', () => {
    seal()
    signNote(practice, 'two')
    expect(findings()).toEqual([])
  })

  it('when the clock was set back between signatures / is a remark with their numbers', () => {
    practice.surroundings.setTime('2019-01-01T00:00:00.000Z')
    signNote(practice, 'two')
    expect(findings()).toEqual([['dated before', [4]]])
  })

  it('when the newest signatures were taken out / is that they are gone, and the seals of them', () => {
    signNote(practice, 'two')
    seal()
    tamper('DELETE FROM signature WHERE sequence > 4')
    expect(practice.verify()).toEqual({ intact: true, signatures: 4 })
    expect(findings()).toEqual([
      ['signatures gone', [5, 6]],
      ['seals beyond the end', [6]],
    ])
  })

  it('when every signature was taken out / is that answers and additions have no signed note', () => {
    practice.surroundings.setTime('2026-11-20T08:00:00.000Z')
    const second = practice.startSession(first.clientId)
    practice.write(second, 'subjective', 'Better.')
    // The clock was set back, which is asked about: the answer is kept with the note.
    practice.sign(second)
    seal()
    tamper('DELETE FROM signature')
    expect(practice.verify()).toEqual({ intact: true, signatures: 0 })
    const unsigned: RecordFindingKind[] = ['answers without signature', 'additions without signature']
    expect(kinds()).toEqual(['signatures gone', 'seals beyond the end', ...unsigned])
    tamper('DELETE FROM signature_trace; DELETE FROM seal; DELETE FROM sqlite_sequence')
    expect(kinds()).toEqual(unsigned)
  })

  it('when part of the chain was made anew with the app’s own code / is which signatures were replaced', () => {
    seal()
    tamper('DELETE FROM signature WHERE sequence = 3')
    practice.surroundings.moveTime(60_000)
    practice.call('addendum:sign', { sessionId: first.sessionId, id: first.amendmentId })
    expect(practice.verify()).toEqual({ intact: true, signatures: 3 })
    expect(findings()).toEqual([
      ['signatures replaced', [3]],
      ['seals of another chain', [3]],
    ])
  })

  it('when the list of signatures was tidied up too / is that rows of it are missing', () => {
    tamper('DELETE FROM signature WHERE sequence = 3; DELETE FROM signature_trace WHERE sequence = 3')
    expect(kinds()).toContain('traces missing')
  })

  it('when a session was taken out and its text was left / is the text without its session', () => {
    tamper(`DELETE FROM session WHERE id = '${first.sessionId}'`)
    expect(kinds()).toEqual(['parts without session'])
  })

  it('when the database’s refusals were taken away / is that they are missing', () => {
    tamper('SELECT 1', 'left out')
    expect(kinds()).toEqual(['refusals missing'])
  })

  it('when a kept seal was changed, or another key put in / is that it is not valid', () => {
    seal()
    tamper(`UPDATE seal_key SET public_key = zeroblob(32)`)
    expect(kinds()).toEqual(['seals not valid'])
  })
})

test('the findings of a record with 500 seals of 167 signatures / come in steps, each signature once', () => {
  // Three of each, so that some stretches end in the middle of a signature.
  tamper(`WITH RECURSIVE made(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM made WHERE n < 499)
    INSERT INTO seal (sequence, fingerprint, made_at, why, line, digest)
    SELECT 1000 + n / 3, hex(zeroblob(32)), '2026-01-01T00:00:00.000Z', 'saved', 'none', hex(zeroblob(32)) FROM made`)
  const found = allFindings(practice.call).filter(({ kind }) => kind.startsWith('seals'))
  const sequences = Array.from({ length: 20 }, (_, at) => 1000 + at)
  expect(found).toEqual([
    { kind: 'seals beyond the end', count: 167, sequences },
    { kind: 'seals not valid', count: 167, sequences },
  ])
  const steps = [...createServices(practice.database, practice.surroundings)['record:verify']({})]
  // The seals come last, one in each step.
  const last = steps.filter(({ stage, done, total }) => stage === 'findings' && done === total - 1)
  expect(last).toHaveLength(500)
})

test('signed and sealed while the seals are checked / gives no finding', () => {
  for (let made = 0; made < 150; made += 1) practice.call('record:makeSeal', { why: 'saved' })
  const steps = createServices(practice.database, practice.surroundings)['record:verify']({})
  const isAtSeals = ({ stage, done, total }: JobProgress) => stage === 'findings' && done === total - 1
  for (let step = steps.next(); step.done !== true && !isAtSeals(step.value);) step = steps.next()
  signNote(practice, 'meanwhile')
  practice.call('record:makeSeal', { why: 'saved' })
  expect(runAtOnce(steps).findings).toEqual([])
})
