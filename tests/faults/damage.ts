// Bits that flip in the database and in a crash's log, logs that are cut or gone: what of it is found and reported
// although nothing is lost: `node tests/faults/damage.ts [bits] [bytes] [cuts]`.
import { randomBytes, randomInt } from 'node:crypto'
import { readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkInSteps } from '#main/database/check/checkInSteps.ts'
import { checkpointAndClose, createDatabase, openReader, type DatabaseLocation } from '#main/database/openDatabase.ts'
import { createServices } from '#main/services/createServices.ts'
import { realSurroundings } from '#main/services/thread/surroundings.ts'
import { vaultFiles } from '#main/vault/vaultFolder.ts'
import { emptyClient } from '#shared/domain/client.ts'
import { documentFromText } from '#shared/domain/note/plainText.ts'
import { callerOf, samplePractice, signAsItStands } from '../fixtures/practiceUnderTest.ts'
import { copyOver, inTemporaryFolder, makeTrialVault, nextStart, signNewNote, writeIn } from '../fixtures/trialVault.ts'
import { firstFew, report } from './reporting.ts'

const [bits, bytes, cuts] = [2000, 300, 100].map((number, index) => Number(process.argv[index + 2] ?? number))
/** The salt, which stands in the clear before everything else: the vault's id. Opening looks at it. */
const saltBytes = 16

/** A practice with clients, signed notes and drafts. Where some is deleted again, pages are left that hold nothing. */
function practiceWith(location: DatabaseLocation, pages: 'all in use' | 'some free'): void {
  const database = createDatabase(location)
  const call = callerOf(createServices(database, realSurroundings()))
  call('practice:save', { practice: samplePractice })
  for (let client = 0; client < 8; client += 1) {
    const { id: clientId } = call('client:create', { fields: { ...emptyClient, lastName: `Sample ${client}` } })
    for (let session = 0; session < 4; session += 1) {
      const { id } = call('session:start', { clientId, serviceStart: '2026-11-23T14:00' })
      const document = documentFromText(`Text of ${session} of ${client} ${'x '.repeat(1500)}`)
      call('session:saveSection', { id, section: 'subjective', document })
      if (session < 2) signAsItStands(call, id)
    }
  }
  database.sqlite.exec('VACUUM')
  if (pages === 'some free') {
    database.sqlite.exec(`CREATE TABLE gone (text TEXT);
      WITH RECURSIVE row(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM row WHERE n < 60)
      INSERT INTO gone SELECT hex(randomblob(1800)) FROM row;
      DROP TABLE gone`)
  }
  checkpointAndClose(database)
}

/** Everything that a database holds, as text; null when it can't be read. */
function contentOf(location: DatabaseLocation): string | null {
  try {
    const sqlite = openReader(location)
    try {
      const tables = sqlite.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all() as string[]
      return JSON.stringify(tables.map((table) => sqlite.prepare(`SELECT * FROM "${table}"`).raw().all()))
    } finally {
      sqlite.close()
    }
  } catch {
    return null
  }
}

/** Flips one bit at a time all over the file behind the salt, and puts it back. */
function flipBits(location: DatabaseLocation, count: number) {
  const whole = readFileSync(location.file)
  const content = contentOf(location)
  let found = 0
  let harmless = 0
  const unseen: string[] = []
  for (let bit = 0; bit < count; bit += 1) {
    const at = randomInt(saltBytes, whole.length)
    const damaged = Buffer.from(whole)
    damaged[at] = (damaged[at] ?? 0) ^ (1 << randomInt(8))
    writeFileSync(location.file, damaged)
    if (checkInSteps(location, () => 'go on')?.length !== 0) found += 1
    else if (contentOf(location) === content) harmless += 1
    else unseen.push(`byte ${at}`)
  }
  writeFileSync(location.file, whole)
  return { found, harmless, unseen, pages: whole.length / 4096 }
}

function tryBits(place: string): void {
  const location = (name: string) => ({
    file: join(place, name),
    key: randomBytes(32),
    vaultId: '01900000-0000-7000-8000-0000000000dd',
  })
  const full = location('full.db')
  practiceWith(full, 'all in use')
  const inUse = flipBits(full, bits ?? 0)
  report({
    what: 'a flipped bit in a database without free pages',
    tried: bits ?? 0,
    asItShouldBe: inUse.found,
    detail: `found by the check of the whole file; ${inUse.pages} pages`,
  })
  const loose = location('loose.db')
  practiceWith(loose, 'some free')
  const reader = openReader(loose)
  const free = reader.pragma('freelist_count', { simple: true }) as number
  reader.close()
  const some = Math.ceil((bits ?? 0) / 4)
  const { found, harmless, unseen, pages } = flipBits(loose, some)
  report({
    what: 'a flipped bit in a database with free pages',
    tried: some,
    asItShouldBe: found + harmless,
    detail:
      `${found} found, ${harmless} in pages that hold nothing (${free} of ${pages} are free) ${firstFew(unseen)}`.trim(),
  })
}

/** A crashed vault, its log, and its head and the log's length at an earlier moment, when less was acknowledged. */
async function crashedVault(place: string) {
  const vault = await makeTrialVault(join(place, 'vault'))
  for (let save = 1; save <= 12; save += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as somebody works
    await writeIn(vault, vault.draftId, `Before ${save}`)
  }
  await signNewNote(vault, vault.clientId, 'Signed')
  const earlier = { head: readFileSync(vault.files.head), length: statSync(`${vault.files.database}-wal`).size }
  for (let save = 1; save <= 12; save += 1) {
    // oxlint-disable-next-line no-await-in-loop -- see above
    await writeIn(vault, vault.draftId, `After ${save}`)
  }
  const crashed = copyOver(vault.folder, join(place, 'crashed'))
  vault.dispatcher.close()
  return { crashed, log: readFileSync(`${vaultFiles(crashed).database}-wal`), earlier }
}

interface LogTrial {
  readonly damage: (logFile: string) => void
  /** Whether something that was acknowledged is gone. */
  readonly isLoss: boolean
  readonly head?: Buffer
  readonly about: string
}

async function tryLogs(what: string, place: string, crashed: string, trials: readonly LogTrial[]): Promise<void> {
  let fine = 0
  let losses = 0
  const problems: string[] = []
  for (const { damage, isLoss, head, about } of trials) {
    const copy = copyOver(crashed, join(place, 'copy'))
    const { database, head: headFile } = vaultFiles(copy)
    rmSync(`${database}-shm`, { force: true })
    damage(`${database}-wal`)
    if (head !== undefined) writeFileSync(headFile, head)
    // oxlint-disable-next-line no-await-in-loop -- one vault after the other
    const look = await nextStart(copy)
    const isReported = typeof look === 'string' || look.notices.length > 0
    if (isLoss) losses += 1
    if (isReported === isLoss && (typeof look === 'string' || look.integrity === 'ok')) fine += 1
    else
      problems.push(
        `${about}: ${isReported ? 'reported' : 'not reported'} ${typeof look === 'string' ? look : look.notices.join()}`,
      )
  }
  const detail = `${losses} with a loss, all reported; ${trials.length - losses} without, none reported`
  report({
    what,
    tried: trials.length,
    asItShouldBe: fine,
    detail: problems.length === 0 ? detail : firstFew(problems),
  })
}

async function tryAllLogs(place: string): Promise<void> {
  const { crashed, log, earlier } = await crashedVault(place)
  const flipped = Array.from({ length: bytes ?? 0 }, (): LogTrial => {
    const at = randomInt(log.length)
    const by = randomInt(1, 256)
    const damaged = Buffer.from(log)
    damaged[at] = (damaged[at] ?? 0) ^ by
    return { damage: (file) => writeFileSync(file, damaged), isLoss: true, about: `byte ${at}` }
  })
  await tryLogs('a flipped byte in a crash’s log', place, crashed, flipped)
  // Every other one with the head of an earlier moment: what came later was never acknowledged then.
  const cut = Array.from({ length: cuts ?? 0 }, (_, index): LogTrial => {
    const length = randomInt(log.length)
    const isEarlier = index % 2 === 1
    return {
      damage: (file) => truncateSync(file, length),
      isLoss: length < (isEarlier ? earlier.length : log.length),
      about: `${length} of ${log.length} bytes`,
      ...(isEarlier && { head: earlier.head }),
    }
  })
  await tryLogs('a crash’s log cut at any place', place, crashed, cut)
  const gone = (damage: LogTrial['damage']) =>
    Array.from({ length: 10 }, () => ({ damage, isLoss: true, about: 'gone' }))
  await tryLogs(
    'a crash’s log missing',
    place,
    crashed,
    gone((file) => rmSync(file)),
  )
  await tryLogs(
    'a crash’s log empty',
    place,
    crashed,
    gone((file) => truncateSync(file)),
  )
  const untouched = { damage: () => undefined, isLoss: false, about: 'untouched' }
  await tryLogs(
    'a crash’s log as it is',
    place,
    crashed,
    Array.from({ length: 10 }, () => untouched),
  )
}

await inTemporaryFolder((place) => Promise.resolve(tryBits(place)))
await inTemporaryFolder(tryAllLogs)
