// Any kind of record can be signed: a memo of the practice, which the app does not have, of no session and no client.
import canonicalize from 'canonicalize'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrations, type Migration } from '#main/database/migrations/migrations.ts'
import { byId, lockWithRecord, signsStored } from '#main/database/migrations/signedLock.ts'
import { checkpointAndClose, createDatabase, openDatabase, type OpenDatabase } from '#main/database/openDatabase.ts'
import { createRepositories } from '#main/database/repositories/repositories.ts'
import { createServices } from '#main/services/createServices.ts'
import type { SignedKind } from '#main/services/signing/kinds/signedKind.ts'
import { signedKinds, type SignedKinds } from '#main/services/signing/kinds/signedKinds.ts'
import { runAtOnce } from '#main/jobs/jobs.ts'
import { createRecordService } from '#main/services/signing/recordService.ts'
import { createSealer, fingerprintOf } from '#main/services/signing/sealing.ts'
import { contract, type Output } from '#shared/contract/contract.ts'
import { emptyClient } from '#shared/domain/client.ts'
import { documentFromText } from '#shared/domain/note/plainText.ts'
import { allFindings } from '../fixtures/allFindings.ts'
import {
  callerOf,
  practiceUnderTest,
  samplePractice,
  signAsItStands,
  wholeFile,
  type Call,
  type PracticeUnderTest,
} from '../fixtures/practiceUnderTest.ts'
import { signNote } from '../fixtures/signedNote.ts'
import { stillSurroundings } from '../fixtures/stillSurroundings.ts'
import { withoutTriggers } from '../fixtures/temporaryDatabase.ts'
import { temporaryFolder } from '../fixtures/vaultPlace.ts'

const memoStep: Migration = {
  version: migrations.length + 1,
  sql: `
CREATE TABLE memo (id TEXT PRIMARY KEY, text TEXT NOT NULL, lines INTEGER) STRICT;
${lockWithRecord('memo', byId, 'id')}
${signsStored('memo', 'SELECT 1 FROM memo WHERE id = NEW.subject_id AND NEW.session_id IS NULL AND NEW.client_id IS NULL')}`,
}

/** All that a kind is: its name, its form, and how its rows are read. The second version of the form has the lines too. */
const memoKind = ({ sqlite }: OpenDatabase): SignedKind => ({
  name: 'memo of the practice',
  versions: [1, 2],
  version: 2,
  read(_, id) {
    const row = sqlite
      .prepare<[string], { id: string; text: string; lines: number | null }>('SELECT * FROM memo WHERE id = ?')
      .get(id)
    return (
      row && {
        sessionId: null,
        clientId: null,
        canonical(version, seal) {
          if (version === 1 && row.lines !== null) return null
          const form = canonicalize({
            canonicalVersion: version,
            kind: 'memo',
            sequence: seal.sequence,
            previousFingerprint: seal.previousFingerprint,
            signedAt: seal.signedAt,
            signedOffset: seal.signedOffset,
            signer: {
              name: seal.signerName,
              credentials: seal.credentials,
              licenceNumber: seal.licenceNumber,
              practiceName: seal.practiceName,
            },
            client: seal.client,
            memo: version === 1 ? { id: row.id, text: row.text } : { id: row.id, text: row.text, lines: row.lines },
          })
          return form ?? null
        },
        hasOwnTexts: () => true,
      }
    )
  },
  scans: [],
})

const surroundings = stillSurroundings()
const steps = [...migrations, memoStep]
const location = () => ({
  file: join(temporaryFolder(), 'practice.db'),
  key: randomBytes(32),
  vaultId: '01900000-0000-7000-8000-0000000000aa',
})

let place: ReturnType<typeof location>
let database: OpenDatabase
let call: Call
let kinds: SignedKinds<'memo'>
let client: string
/** The order of the chain: a note, a memo, another note. */
let signed: { first: string; memo: string; second: string }

/** The services as the app makes them, but with one kind more. */
function serve() {
  const repositories = createRepositories(database)
  kinds = { ...signedKinds, memo: memoKind(database) }
  const record = createRecordService(repositories, surroundings, kinds)
  call = callerOf({ ...createServices(database, surroundings), ...record })
}

function restart() {
  checkpointAndClose(database)
  database = openDatabase(place, steps)
  serve()
}

function writeMemo(text: string): string {
  const id = surroundings.newId()
  database.sqlite.prepare('INSERT INTO memo VALUES (?, ?, 1)').run(id, text)
  return id
}

const signMemo = (id: string) => createSealer(createRepositories(database), surroundings, kinds)('memo', id)

function signedSession(): string {
  const { id } = call('session:start', { clientId: client, serviceStart: surroundings.clock.wallNow() })
  call('session:saveSection', { id, section: 'plan', document: documentFromText('Weekly.') })
  signAsItStands(call, id)
  return id
}

beforeEach(() => {
  place = location()
  database = createDatabase(place, steps)
  serve()
  call('practice:save', { practice: samplePractice })
  client = call('client:create', { fields: { ...emptyClient, lastName: 'Sample' } }).id
  const first = signedSession()
  const memo = writeMemo('Fire drill on Monday.')
  signMemo(memo)
  signed = { first, memo, second: signedSession() }
})
afterEach(() => void database.sqlite.close())

function verified(): Output<'record:verify'> {
  const answer = call('record:verify', {})
  expect(contract['record:verify'].output.parse(answer)).toEqual(answer)
  return answer
}

/** Changes rows as somebody with the key could. */
function tamper(sql: string) {
  withoutTriggers(database.sqlite)
  database.sqlite.pragma('foreign_keys = OFF')
  database.sqlite.exec(sql.replaceAll('$memo', `'${signed.memo}'`).replaceAll('$client', `'${client}'`))
}

describe('the registry', () => {
  it('has the kinds that the database has a rule for, and no other', () => {
    const fresh = createDatabase(location())
    const rules = fresh.sqlite
      .prepare(`SELECT substr(name, 14) FROM sqlite_schema WHERE type = 'trigger' AND name GLOB 'signature_of_*'`)
      .pluck()
      .all() as string[]
    fresh.sqlite.close()
    expect(rules.toSorted()).toEqual(Object.keys(signedKinds).toSorted())
    for (const id of rules) expect(id).toMatch(/^[a-z]+$/u)
  })

  it('knows for each kind the version that new signatures use', () => {
    for (const { versions, version } of Object.values(signedKinds)) expect(versions.at(-1)).toBe(version)
  })
})

describe('what a signature of a note or an addition says that it signs', () => {
  let practice: PracticeUnderTest
  beforeEach(() => {
    practice = practiceUnderTest()
    // Signatures 1 to 3 are of a note, an addendum and an amendment; 4 to 6 of another client's.
    signNote(practice, 'one')
    signNote(practice, 'two')
  })
  afterEach(() => practice.remove())

  const ofNobody = 'client_id = NULL, client_first_name = NULL, client_last_name = NULL, client_date_of_birth = NULL'
  it.each([
    ['an addendum said to be an amendment', `kind = 'amendment'`, 2, 'fingerprint'],
    ['an amendment said to be an addendum', `kind = 'addendum'`, 3, 'fingerprint'],
    ['an addendum said to be a note', `kind = 'note'`, 2, 'missing'],
    ['a note said to be an addendum', `kind = 'addendum'`, 4, 'missing'],
    ['an addendum in the place of a note', 'subject_id = (SELECT min(id) FROM addendum)', 4, 'missing'],
    ['nothing', `subject_id = 'nothing'`, 3, 'missing'],
    ['another session', 'session_id = (SELECT max(id) FROM session)', 2, 'fingerprint'],
    ['no session', 'session_id = NULL', 1, 'fingerprint'],
    ['another client', 'client_id = (SELECT max(id) FROM client)', 1, 'fingerprint'],
    ['no client', ofNobody, 3, 'fingerprint'],
  ])('shows %s', (_, change, sequence, problem) => {
    const { sqlite } = practice.database
    withoutTriggers(sqlite)
    sqlite.pragma('foreign_keys = OFF')
    sqlite.exec(`DROP INDEX signature_subject; UPDATE signature SET ${change} WHERE sequence = ${sequence}`)
    expect(practice.verify()).toMatchObject({ intact: false, sequence, problem })
  })
})

describe('a kind that the app does not have', () => {
  it('is not in its registry', () => {
    expect(Object.keys(signedKinds)).toEqual([
      'note',
      'addendum',
      'amendment',
      'erasure',
      'health',
      'consent',
      'withdrawal',
      'lack',
    ])
  })

  it('is signed between two notes, and is a link of their chain', () => {
    const { signatures } = createRepositories(database)
    const [note, memo, second] = signatures.after(0, 10)
    expect(memo).toMatchObject({
      sequence: 2,
      kind: 'memo',
      subjectId: signed.memo,
      sessionId: null,
      clientId: null,
      clientFirstName: null,
      clientLastName: null,
      signerName: 'Ada Moreno',
      canonicalVersion: 2,
      previousFingerprint: note?.fingerprint,
    })
    expect(second).toMatchObject({ kind: 'note', subjectId: signed.second, previousFingerprint: memo?.fingerprint })
    const form = `{"canonicalVersion":2,"client":null,"kind":"memo","memo":{"id":"${signed.memo}","lines":1,"text":"Fire drill on Monday."},"previousFingerprint":"${note?.fingerprint}","sequence":2,"signedAt":"2026-11-23T14:00:00.000Z","signedOffset":0,"signer":{"credentials":"LMT","licenceNumber":"MA-4711","name":"Ada Moreno","practiceName":"Quiet Hands"}}`
    expect(memo?.fingerprint).toBe(fingerprintOf(form))
  })

  it('verifies with the notes, without a finding, also after a restart', () => {
    for (const act of [() => undefined, restart]) {
      act()
      expect(verified()).toMatchObject({ checkedTo: 3, mismatch: null })
      expect(allFindings(call)).toEqual([])
    }
    signMemo(writeMemo('Another one.'))
    signedSession()
    expect(verified()).toMatchObject({ checkedTo: 5, mismatch: null })
  })

  it('that was signed under an earlier form / verifies under that form', () => {
    tamper(`UPDATE memo SET lines = NULL; DELETE FROM signature WHERE sequence > 1; DELETE FROM signature_trace`)
    const repositories = createRepositories(database)
    const earlier = { memo: { ...memoKind(database), version: 1 } }
    createSealer(repositories, surroundings, earlier)('memo', signed.memo)
    expect(repositories.signatures.last()?.canonicalVersion).toBe(1)
    expect(verified()).toMatchObject({ checkedTo: 2, mismatch: null })
    tamper('UPDATE memo SET lines = 1')
    expect(verified().mismatch).toMatchObject({ sequence: 2, problem: 'fingerprint' })
  })

  it.each([
    ['a word of it', `UPDATE memo SET text = 'Fire drill on Tuesday.'`, 'fingerprint'],
    ['who signed it', `UPDATE signature SET signer_name = 'Other' WHERE sequence = 2`, 'fingerprint'],
    ['when it was signed', `UPDATE signature SET signed_offset = 60 WHERE sequence = 2`, 'fingerprint'],
    [
      'a client put beside it',
      `UPDATE signature SET client_id = $client, client_first_name = 'Mara', client_last_name = 'x' WHERE sequence = 2`,
      'fingerprint',
    ],
    [
      'a session put beside it',
      `UPDATE signature SET session_id = (SELECT id FROM session) WHERE sequence = 2`,
      'fingerprint',
    ],
    ['a later form in its place', `UPDATE signature SET canonical_version = 3 WHERE sequence = 2`, 'version'],
    ['an earlier form in its place', `UPDATE signature SET canonical_version = 1 WHERE sequence = 2`, 'fingerprint'],
    ['another kind in its place', `UPDATE signature SET kind = 'note' WHERE sequence = 2`, 'missing'],
    ['a kind that nobody knows', `UPDATE signature SET kind = 'constructor' WHERE sequence = 2`, 'version'],
    ['the memo taken out', `DELETE FROM memo`, 'missing'],
  ])('shows %s', (_, sql, problem) => {
    tamper(sql)
    expect(verified().mismatch).toMatchObject({ sequence: 2, problem })
  })

  it('that does not fit / is reported by its own name, without a client or a note to open', () => {
    tamper(`UPDATE memo SET text = 'Fire drill on Tuesday.'`)
    expect(verified().mismatch).toEqual({
      sequence: 2,
      problem: 'fingerprint',
      kind: 'memo',
      kindName: 'memo of the practice',
      sessionId: null,
      clientName: null,
      serviceStart: null,
      signedAt: '2026-11-23T14:00:00.000Z',
    })
  })

  it('is missed when its signature is removed, in the middle or at the end', () => {
    signMemo(writeMemo('The last one.'))
    tamper('DELETE FROM signature WHERE sequence = 4')
    expect(verified()).toMatchObject({ checkedTo: 3, mismatch: null })
    expect(allFindings(call)).toContainEqual({ kind: 'signatures gone', count: 1, sequences: [4] })
    tamper('DELETE FROM signature WHERE sequence = 2')
    expect(verified().mismatch).toMatchObject({ sequence: 3, problem: 'sequence' })
  })

  it('is reported as of an unknown form by an app that does not know it', () => {
    const { 'record:verify': verify } = createRecordService(createRepositories(database), surroundings)
    expect(runAtOnce(verify({}))).toMatchObject({
      checkedTo: 1,
      mismatch: { sequence: 2, problem: 'version', kind: 'memo', kindName: 'record' },
    })
  })

  it('is covered by seals, and they report it when it was cut off', () => {
    signMemo(writeMemo('The last one.'))
    const { line, sequence } = call('record:makeSeal', { why: 'saved' })
    expect(sequence).toBe(4)
    signedSession()
    expect(call('record:checkSeal', { text: line })).toMatchObject({ outcome: 'contained', sequence: 4, since: 1 })
    const file = call('patientFile:compose', { clientId: client, options: wholeFile })
    expect(file.seal?.sequence).toBe(5)
    expect(file.sessions.every(({ signature }) => signature?.sequence !== 4)).toBe(true)
    tamper('DELETE FROM signature WHERE sequence > 3')
    expect(call('record:checkSeal', { text: line })).toMatchObject({ outcome: 'cut off', total: 3 })
  })

  it('is locked in the database once it is signed, and not before', () => {
    const draft = writeMemo('A draft.')
    const { sqlite } = database
    sqlite.prepare('UPDATE memo SET text = ? WHERE id = ?').run('Still a draft.', draft)
    for (const sql of [
      `UPDATE memo SET text = 'x' WHERE id = '${signed.memo}'`,
      `DELETE FROM memo WHERE id = '${signed.memo}'`,
      `REPLACE INTO memo VALUES ('${signed.memo}', 'x', 1)`,
      `UPDATE OR REPLACE memo SET id = '${signed.memo}' WHERE id = '${draft}'`,
      'DELETE FROM memo',
    ]) {
      expect(() => sqlite.exec(sql), sql).toThrow('SIGNED')
    }
    sqlite.prepare('DELETE FROM memo WHERE id = ?').run(draft)
    expect(() => signMemo(draft)).toThrow('NOT_FOUND')
    expect(verified()).toMatchObject({ checkedTo: 3, mismatch: null })
  })
})
