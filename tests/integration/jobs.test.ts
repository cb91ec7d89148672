// Long work in an open vault: saves go first, a cancel, a lock and new keys in the middle, and one end for each.
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { OpenDatabase } from '#main/database/openDatabase.ts'
import { createServices } from '#main/services/createServices.ts'
import { createDispatcher } from '#main/services/thread/dispatcher.ts'
import { realSurroundings } from '#main/services/thread/surroundings.ts'
import type { Input, Output, ServiceChannel } from '#shared/contract/contract.ts'
import type { JobUpdate } from '#shared/contract/jobs.ts'
import { documentFromText } from '#shared/domain/note/plainText.ts'
import { fillPracticeOfSize } from '../fixtures/practiceOfSize.ts'
import { samplePractice, wholeFile } from '../fixtures/practiceUnderTest.ts'
import { cheapCost, expectCode, passphrase, temporaryFolder } from '../fixtures/vaultPlace.ts'

const signed = 1500
/** Two windows. */
const ours = 1
const another = 2
const size = { clients: 10, sessions: signed, sessionsOfFirst: 300, signed: 1 }
let filled: string
let client: string

/** The vault in a folder, open. */
async function vaultIn(folder: string, first: 'vault:create' | 'vault:unlock' = 'vault:unlock') {
  const updates: JobUpdate[] = []
  let database: OpenDatabase | null = null
  const disk = { isFailing: false }
  let milliseconds = 0
  const dispatcher = createDispatcher({
    folder,
    surroundings: realSurroundings(),
    cost: cheapCost,
    onJob: (job) => void updates.push(job),
    // A few steps make a chunk, however fast the machine is.
    jobClock: () => (milliseconds += 3),
    makeServices(opened, surroundings) {
      database = opened
      const services = createServices(opened, surroundings)
      return {
        ...services,
        *'record:verify'(input) {
          const steps = services['record:verify'](input)
          for (;;) {
            if (disk.isFailing) throw new Database.SqliteError('disk I/O error', 'SQLITE_IOERR_READ')
            const step = steps.next()
            if (step.done === true) return step.value
            yield step.value
          }
        },
      }
    },
  })
  const ask = <C extends ServiceChannel>(channel: C, input: Input<C>, page?: number) =>
    dispatcher.dispatch(channel, input, page) as Promise<Output<C>>
  if (first === 'vault:create') await ask(first, { practice: samplePractice, passphrase })
  else await ask(first, { passphrase })
  if (database === null) throw new Error('it is not open')
  const ends = () => updates.filter(({ progress }) => progress === null).map(({ kind }) => kind)
  return { dispatcher, ask, updates, ends, disk, database: database as OpenDatabase }
}

beforeAll(async () => {
  filled = mkdtempSync(join(tmpdir(), 'palpate-test-'))
  const { dispatcher, ask, database } = await vaultIn(join(filled, 'vault'), 'vault:create')
  client = fillPracticeOfSize(database, realSurroundings(), size).clientIds[0] ?? ''
  // Otherwise it begins by itself in a test that takes longer than usual.
  await ask('vault:startCheck', {})
  dispatcher.close()
}, 60_000)

afterAll(() => rmSync(filled, { recursive: true, force: true }))

/** A copy of the practice with 1,500 signatures, open; with a draft to write in. */
async function largeVault() {
  const folder = join(temporaryFolder(), 'vault')
  cpSync(join(filled, 'vault'), folder, { recursive: true })
  const vault = await vaultIn(folder)
  onTestFinished(() => vault.dispatcher.close())
  const { id } = await vault.ask('session:start', { clientId: client, serviceStart: '2026-11-23T14:00' })
  const save = (text: string) =>
    vault.ask('session:saveSection', { id, section: 'plan', document: documentFromText(text) })
  /** Resolves when the first chunk of a job has been done. */
  const begun = async (): Promise<void> => {
    while (vault.updates.length === 0) await new Promise((resolve) => void setImmediate(resolve))
  }
  return { ...vault, save, begun }
}

describe('while the record is verified', () => {
  test('saves go first; its progress and its end are reported', async () => {
    const { ask, save, updates, ends } = await largeVault()
    const verifying = ask('record:verify', {})
    let saves = 0
    while (ends().length === 0) {
      // What is typed comes as a message, for which the process has to have a turn.
      await new Promise((resolve) => void setTimeout(resolve, 1))
      await save(`Every ${saves} weeks.`)
      saves += 1
    }
    expect(await verifying).toMatchObject({ checkedTo: signed, mismatch: null, findings: [] })
    expect(saves).toBeGreaterThan(4)
    const done = updates.map(({ progress }) => progress?.done)
    expect(done.length).toBeGreaterThan(2)
    expect(updates[0]).toMatchObject({ kind: 'record check', progress: { stage: 'signatures', total: signed } })
    expect(ends()).toEqual(['record check'])
  })

  test('a cancel ends it within a chunk, and another one can begin', async () => {
    const { dispatcher, ask, begun, updates, ends } = await largeVault()
    const verifying = ask('record:verify', {})
    await begun()
    const begunWith = updates.length
    dispatcher.cancelJob('record check')
    await expectCode(verifying, 'CANCELLED')
    // The end, and nothing that was done meanwhile.
    expect(updates.slice(begunWith)).toEqual([{ kind: 'record check', progress: null }])
    expect(await ask('record:verify', {})).toMatchObject({ checkedTo: signed })
    expect(ends()).toEqual(['record check', 'record check'])
  })

  test('whoever asks for it too gets the same result', async () => {
    const { ask, ends } = await largeVault()
    const [one, other] = await Promise.all([ask('record:verify', {}), ask('record:verify', {})])
    expect(one).toBe(other)
    expect(ends()).toHaveLength(1)
  })

  test('one of two windows leaves it: the other one gets its result, and it is done once', async () => {
    const { dispatcher, ask, begun, ends } = await largeVault()
    const left = ask('record:verify', {}, ours)
    const kept = ask('record:verify', {}, another)
    await begun()
    dispatcher.leaveJob(ours, 'record check')
    await expectCode(left, 'CANCELLED')
    expect(ends()).toEqual([])
    expect(await kept).toMatchObject({ checkedTo: signed, mismatch: null })
    expect(ends()).toEqual(['record check'])
  })

  test('a window that asks for it again after it has left / gets its result', async () => {
    const { dispatcher, ask, begun } = await largeVault()
    const left = ask('record:verify', {}, ours)
    await begun()
    dispatcher.leaveJob(ours, 'record check')
    const again = ask('record:verify', {}, ours)
    await expectCode(left, 'CANCELLED')
    expect(await again).toMatchObject({ checkedTo: signed })
  })

  test('every window that wants it is gone: it ends within a chunk, and so does a preview', async () => {
    const { dispatcher, ask, begun, ends, updates } = await largeVault()
    const windows = Promise.allSettled([ours, another].map((page) => ask('record:verify', {}, page)))
    const preview = ask('patientFile:compose', { clientId: client, options: wholeFile }, ours)
    await begun()
    dispatcher.leaveJobs(ours)
    await expectCode(preview, 'CANCELLED')
    expect(ends()).toEqual([])
    dispatcher.leaveJobs(another)
    expect(await windows).toMatchObject([{ reason: { code: 'CANCELLED' } }, { reason: { code: 'CANCELLED' } }])
    expect(ends()).toEqual(['record check'])
    expect(updates.at(-1)?.progress).toBe(null)
  })

  test('a check of the file that a window began / goes on when the window is gone', async () => {
    const { dispatcher, ask, begun } = await largeVault()
    const check = ask('vault:startCheck', {}, ours)
    await begun()
    dispatcher.leaveJob(ours, 'file check')
    dispatcher.leaveJobs(ours)
    expect((await check).soundAt).not.toBe(null)
  })

  test('the disk fails in the middle: it ends with IO_ERROR, once, and the next one is whole', async () => {
    const { ask, begun, ends, disk } = await largeVault()
    const verifying = ask('record:verify', {})
    await begun()
    disk.isFailing = true
    await expectCode(verifying, 'IO_ERROR')
    disk.isFailing = false
    expect(ends()).toEqual(['record check'])
    expect(await ask('record:verify', {})).toMatchObject({ checkedTo: signed })
  })

  test('a lock ends it with LOCKED, and nothing reads the closed database', async () => {
    const { dispatcher, ask, begun, ends } = await largeVault()
    const verifying = ask('record:verify', {})
    const preview = ask('patientFile:compose', { clientId: client, options: wholeFile })
    await begun()
    dispatcher.lock()
    await expectCode(verifying, 'LOCKED')
    await expectCode(preview, 'LOCKED')
    expect(ends()).toEqual(['record check'])
    await ask('vault:unlock', { passphrase })
    expect(await ask('record:verify', {})).toMatchObject({ checkedTo: signed })
  })

  test('new keys are made: it begins anew on the new database, and reports on that', async () => {
    const { ask, begun, updates, ends } = await largeVault()
    const verifying = ask('record:verify', {})
    const check = ask('vault:startCheck', {})
    await begun()
    await ask('vault:makeNewKeys', { passphrase })
    expect(await verifying).toMatchObject({ checkedTo: signed, mismatch: null })
    expect((await check).soundAt).not.toBe(null)
    expect(ends().toSorted()).toEqual(['file check', 'file check', 'new keys', 'record check', 'record check'])
    expect(updates.at(-1)?.progress).toBe(null)
  })
})

describe('new keys', () => {
  test('asked for in two windows / are made once: the second one is BUSY, and the first one’s code is the vault’s', async () => {
    const { dispatcher, ask, ends } = await largeVault()
    const first = ask('vault:makeNewKeys', { passphrase }, ours)
    await expectCode(ask('vault:makeNewKeys', { passphrase }, another), 'BUSY')
    const { recoveryCode } = await first
    expect(ends()).toEqual(['new keys'])
    dispatcher.lock()
    await ask('vault:recover', { recoveryCode, newPassphrase: 'another long passphrase', weakAccepted: true })
    expect(await ask('record:verify', {})).toMatchObject({ checkedTo: signed })
  })

  test('whose window leaves before they begin / are not made', async () => {
    const { dispatcher, ask, updates } = await largeVault()
    const changing = ask('vault:changePassphrase', {
      current: passphrase,
      next: 'another long passphrase',
      weakAccepted: true,
    })
    const making = ask('vault:makeNewKeys', { passphrase: 'another long passphrase' }, ours)
    dispatcher.leaveJob(ours, 'new keys')
    await changing
    await expectCode(making, 'CANCELLED')
    expect(updates).toEqual([])
  })

  test('whose window is gone in the middle / leave everything as it was', async () => {
    const { dispatcher, ask, begun, ends } = await largeVault()
    const making = ask('vault:makeNewKeys', { passphrase }, ours)
    await begun()
    dispatcher.leaveJobs(ours)
    await expectCode(making, 'CANCELLED')
    expect(ends()).toEqual(['new keys'])
    expect(await ask('vault:status', {})).toMatchObject({ state: 'unlocked', recoveryUnconfirmed: true })
  })
})

describe('while a patient file is composed', () => {
  test('saves go first; it reports the sessions done, as part of the printing job', async () => {
    const { ask, save, updates, ends } = await largeVault()
    const order: string[] = []
    const composing = ask('print:compose', { clientId: client, options: wholeFile }).finally(() => order.push('file'))
    await Promise.all([composing, save('Every two weeks.').then(() => order.push('saved'))])
    expect(order).toEqual(['saved', 'file'])
    const file = await composing
    expect(file.sessions).toHaveLength(301)
    expect(updates[0]).toMatchObject({ kind: 'patient file', progress: { stage: 'composing', total: 301 } })
    expect(ends()).toEqual(['patient file'])
  })

  test('a preview is composed as well, and no progress is shown', async () => {
    const { ask, updates } = await largeVault()
    const given = { clientId: client, options: wholeFile }
    const [file, preview] = await Promise.all([ask('print:compose', given), ask('patientFile:compose', given)])
    expect({ ...preview, composedAt: '', seal: null }).toEqual({ ...file, composedAt: '', seal: null })
    expect(updates.filter(({ progress }) => progress === null)).toHaveLength(1)
  })

  test('a cancel ends it', async () => {
    const { dispatcher, ask, begun } = await largeVault()
    const composing = ask('print:compose', { clientId: client, options: wholeFile })
    await begun()
    dispatcher.cancelJob('patient file')
    await expectCode(composing, 'CANCELLED')
  })
})
