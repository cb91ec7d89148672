// Tries on real encrypted databases what somebody with the vault's key could do to the chain, and reports what was
// noticed by which means. Run: node tests/faults/chain.ts [times], 5 times without a number.
// Exit code 1 when a means did not notice what it has to, or something was noticed in a record that nobody touched.
import { copyFileSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { practiceUnderTest, type PracticeUnderTest } from '../fixtures/practiceUnderTest.ts'
import { signNote } from '../fixtures/signedNote.ts'
import { missingOpenssl, stampingAuthority, type StampingAuthority } from '../fixtures/stampingAuthority.ts'
import { rawConnection, withoutTriggers } from '../fixtures/temporaryDatabase.ts'
import { allFindings } from '../fixtures/allFindings.ts'

/** Notes before the manipulation; each has three signatures. */
const notes = 8
/** The last signatures that are rebuilt. */
const rebuilt = 14

/** By what something can be noticed. */
const allMeans = ['links', 'findings', 'printed seal', 'time stamp'] as const
type Means = (typeof allMeans)[number]

interface Place {
  readonly practice: PracticeUnderTest
  /** The seal as it was printed at the end of the day, outside of the vault. */
  seal: string
}

interface Manipulation {
  readonly name: string
  /** Means that have to notice it, whatever else does. Without any: nothing may be noticed. */
  readonly must: readonly Means[]
  /** Done before the notes are sealed. */
  readonly before?: (place: Place) => void
  readonly run: (place: Place) => void
}

/** Does something with every refusal of the database taken away, and puts the refusals back. */
function asStranger({ practice }: Place, act: (sqlite: Database.Database) => void): void {
  const sqlite = rawConnection(practice.file)
  const triggers = sqlite.prepare(`SELECT sql FROM sqlite_master WHERE type = 'trigger'`).pluck().all() as string[]
  withoutTriggers(sqlite)
  sqlite.pragma('foreign_keys = OFF')
  act(sqlite)
  for (const trigger of triggers) sqlite.exec(trigger)
  sqlite.close()
}

/** Takes the newest signatures out, with the notes, additions and everything that belongs to them. */
const deleteLast = (count: number) => (place: Place) =>
  asStranger(place, (sqlite) => {
    const from = Number(sqlite.prepare('SELECT max(sequence) FROM signature').pluck().get()) - count
    sqlite.exec(`
      CREATE TEMP TABLE gone AS SELECT session_id FROM signature WHERE sequence > ${from} AND kind = 'note';
      DELETE FROM addendum WHERE id IN (SELECT subject_id FROM signature WHERE sequence > ${from})
        OR session_id IN (SELECT session_id FROM gone);
      DELETE FROM signature WHERE sequence > ${from};
      DELETE FROM sign_answer WHERE session_id IN (SELECT session_id FROM gone);
      DELETE FROM session WHERE id IN (SELECT session_id FROM gone);`)
  })

/** Everything in the vault that remembers, with the numbers that were used. */
const forget = (sqlite: Database.Database) =>
  sqlite.exec(`
    DELETE FROM note_section WHERE session_id NOT IN (SELECT id FROM session);
    DELETE FROM time_stamp; DELETE FROM stamp_request; DELETE FROM seal; DELETE FROM signature_trace;
    DELETE FROM sqlite_sequence WHERE name = 'signature_trace';
    INSERT INTO signature_trace (sequence, fingerprint) SELECT sequence, fingerprint FROM signature ORDER BY sequence`)

/** Changes a word of the oldest of the last signed notes, and signs all of them again with the app's own code. */
function rebuild(place: Place): void {
  const { practice } = place
  let again: { kind: string; subject_id: string; session_id: string }[] = []
  asStranger(place, (sqlite) => {
    const from = Number(sqlite.prepare('SELECT max(sequence) FROM signature').pluck().get()) - rebuilt
    again = sqlite
      .prepare('SELECT kind, subject_id, session_id FROM signature WHERE sequence > ? ORDER BY sequence')
      .all(from) as typeof again
    const note = again.find(({ kind }) => kind === 'note')?.session_id ?? ''
    sqlite.exec(`DELETE FROM signature WHERE sequence > ${from}`)
    sqlite
      .prepare(`UPDATE note_section SET document = replace(document, 'Sunday', 'Monday'),
        plain_text = replace(plain_text, 'Sunday', 'Monday') WHERE session_id = ?`)
      .run(note)
  })
  for (const { kind, subject_id: id, session_id: sessionId } of again) {
    if (kind === 'note') practice.sign(sessionId)
    else practice.call('addendum:sign', { sessionId, id, acceptedClock: 'set back' })
  }
}

const nobody = () => undefined
const manipulations: readonly Manipulation[] = [
  { name: 'nobody touched it', must: [], run: nobody },
  {
    name: 'a word of a signed note changed',
    must: ['links'],
    run: (place) =>
      asStranger(place, (sqlite) => {
        sqlite.exec(`UPDATE note_section SET document = replace(document, 'Sunday', 'Monday'),
      plain_text = replace(plain_text, 'Sunday', 'Monday')`)
      }),
  },
  { name: 'the last notes deleted', must: ['findings', 'printed seal', 'time stamp'], run: deleteLast(6) },
  {
    name: 'the last notes deleted, and every trace in the vault',
    must: ['printed seal'],
    run: (place) => {
      deleteLast(6)(place)
      asStranger(place, forget)
    },
  },
  {
    name: 'all signatures deleted',
    must: ['findings', 'printed seal', 'time stamp'],
    run: (place) => asStranger(place, (sqlite) => sqlite.exec('DELETE FROM signature')),
  },
  {
    name: 'all signatures deleted, and every trace in the vault',
    must: ['findings', 'printed seal'],
    run: (place) =>
      asStranger(place, (sqlite) => {
        sqlite.exec('DELETE FROM signature')
        forget(sqlite)
      }),
  },
  {
    name: `the last ${rebuilt} rebuilt with the app's own code`,
    must: ['findings', 'printed seal', 'time stamp'],
    run: rebuild,
  },
  {
    name: `the last ${rebuilt} rebuilt, and every trace in the vault`,
    must: ['printed seal'],
    run: (place) => {
      rebuild(place)
      asStranger(place, forget)
    },
  },
  {
    name: 'yesterday’s file put back',
    must: ['printed seal'],
    before: ({ practice }) => {
      practice.reopen()
      copyFileSync(practice.file, `${practice.file}.yesterday`)
      signNote(practice, 'today')
    },
    run: ({ practice }) => {
      practice.replaceFile(`${practice.file}.yesterday`)
    },
  },
  {
    name: 'times that go backwards',
    must: ['findings'],
    before: ({ practice }) => {
      practice.surroundings.moveTime(-86_400_000)
      signNote(practice, 'earlier')
    },
    run: nobody,
  },
]

/** The time stamp is read back where the record still knows the seal that it is of. */
function noticed(place: Place): ReadonlySet<Means> {
  const { practice, seal } = place
  const findings = allFindings(practice.call)
  const stamps: readonly string[] = ['stamps of another chain']
  return new Set<Means>([
    ...(practice.verify().intact ? [] : (['links'] as const)),
    ...(findings.some(({ kind }) => !stamps.includes(kind)) ? (['findings'] as const) : []),
    ...(practice.call('record:checkSeal', { text: seal }).outcome === 'contained' ? [] : (['printed seal'] as const)),
    ...(findings.some(({ kind }) => stamps.includes(kind)) ? (['time stamp'] as const) : []),
  ])
}

function tryOnce({ run, before }: Manipulation, authority: StampingAuthority | null): ReadonlySet<Means> {
  const practice = practiceUnderTest()
  try {
    practice.surroundings.setTime(new Date().toISOString())
    for (let note = 0; note < notes; note++) signNote(practice, `number ${note}`)
    const place: Place = { practice, seal: '' }
    before?.(place)
    place.seal = practice.call('record:makeSeal', { why: 'patient file' }).line
    if (authority) {
      const request = practice.call('record:requestStamp', { kind: 'rfc3161' }).file
      const answer = authority.answer(Buffer.from(request, 'base64')).toString('base64')
      practice.call('record:keepStamp', { file: answer })
    }
    practice.surroundings.moveTime(60_000)
    run(place)
    return noticed(place)
  } finally {
    practice.remove()
  }
}

const times = Number(process.argv[2] ?? 5)
const missing = missingOpenssl()
const authority = missing === null ? stampingAuthority() : null
if (missing !== null) console.log(`without time stamps: ${missing}`)
let isAsItMustBe = true
for (const manipulation of manipulations) {
  const counts = new Map<Means, number>(allMeans.map((means) => [means, 0]))
  for (let time = 0; time < times; time++) {
    for (const means of tryOnce(manipulation, authority)) counts.set(means, (counts.get(means) ?? 0) + 1)
  }
  const must = manipulation.must.filter((means) => means !== 'time stamp' || authority !== null)
  const isMissed = must.some((means) => counts.get(means) !== times)
  const isFalseAlarm = manipulation.must.length === 0 && [...counts.values()].some((count) => count > 0)
  if (isMissed || isFalseAlarm) isAsItMustBe = false
  const summary = [...counts].map(([means, count]) => `${means} ${count}/${times}`).join(', ')
  console.log(`${isMissed || isFalseAlarm ? 'NOT AS IT MUST BE' : 'ok'}  ${manipulation.name}: ${summary}`)
}
authority?.remove()
process.exitCode = isAsItMustBe ? 0 : 1
