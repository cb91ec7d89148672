// Measures the longest wait of a save while the whole record is verified, or the vault backed up, beside it.
import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { realSurroundings } from '#main/services/thread/surroundings.ts'
import { vaultIn } from '#main/vault/vault.ts'
import { documentFromText } from '#shared/domain/note/plainText.ts'
import { ask } from '../e2e/bridge.ts'
import { passphrase, practice, unlock } from '../e2e/journeys.ts'
import type { LaunchOptions, PalpateApp } from '../e2e/palpateApp.ts'
import { makeVaultOfSize } from '../fixtures/vaultOfSize.ts'
import { compare, type Line } from './measure.ts'

/** What the page is told: the draft, its writer, and how many saves to make where nothing says when to stop. */
interface Plan {
  readonly sessionId: string
  readonly writer: string
  readonly since: number
  readonly documents: readonly unknown[]
  readonly count: number
}

interface Saves {
  /** In milliseconds. */
  readonly longest: number
  readonly count: number
}

type Launch = (options: LaunchOptions) => Promise<PalpateApp>
type LongWork = 'record:verify' | 'backup:run'

interface Beside {
  readonly work: LongWork
  readonly what: string
  readonly rounds: number
}

/** The longest of the saves that are made one after the other while something long is done, against as many without it. */
async function longestSave(page: Page, clientId: string, { work, what, rounds }: Beside): Promise<Line> {
  const { id } = await ask(page, 'session:start', { clientId, serviceStart: '2026-11-23T13:00' })
  const { revision } = await ask(page, 'draft:revision', {})
  const documents = Array.from({ length: 20 }, (_, at) => documentFromText(`Weekly, ${at} times, then review.`))
  const plan = { sessionId: id, writer: randomUUID(), since: revision, documents }
  let count = 20
  return compare({
    what,
    against: 'the longest of as many saves alone',
    rounds,
    ours: async () => {
      const saves = await page.evaluate(savesInPage, { ...plan, count, work })
      count = saves.count
      return saves.longest
    },
    bare: async () => (await page.evaluate(savesInPage, { ...plan, count, work: null })).longest,
  })
}

export async function measureSavesWhileVerifying(page: Page, clientId: string): Promise<Line> {
  const { checkedTo } = await ask(page, 'record:verify', {})
  const what = `The longest save while ${checkedTo.toLocaleString('en')} signatures are verified`
  return longestSave(page, clientId, { work: 'record:verify', what, rounds: 7 })
}

const backedUpMegabytes = 2000

/** Makes a vault of 2 GB, and saves in it while it is backed up to a folder on the same disk: the worst place. */
export async function measureSavesWhileBackingUp(place: string, launch: Launch): Promise<Line> {
  const userData = join(place, 'data of 2 GB')
  const vault = join(userData, 'vault')
  const { clientIds } = await makeVaultOfSize({
    folder: vault,
    passphrase,
    practice: { ...practice, address: '', phone: '' },
    size: { clients: 1, sessions: 1, sessionsOfFirst: 1, signed: 1 },
  })
  const opened = await vaultIn({ folder: vault, surroundings: realSurroundings() }).unlock(passphrase)
  const { sqlite } = opened.database
  sqlite.exec('CREATE TABLE ballast (id INTEGER PRIMARY KEY, data BLOB NOT NULL) STRICT')
  const add = sqlite.prepare('INSERT INTO ballast (data) VALUES (randomblob(1000000))')
  for (let megabyte = 0; megabyte < backedUpMegabytes; megabyte += 1) add.run()
  opened.close()
  const app = await launch({ userData, args: ['--keep-passphrase-cost'] })
  try {
    await unlock(app.page)
    const stick = join(place, 'stick')
    mkdirSync(stick)
    await app.nextOpenPath(stick)
    await ask(app.page, 'backup:addPlace', {})
    const what = `The longest save while ${backedUpMegabytes.toLocaleString('en')} MB are backed up and verified`
    return await longestSave(app.page, clientIds[0] ?? '', { work: 'backup:run', what, rounds: 2 })
  } finally {
    await app.close()
  }
}

interface InPage {
  readonly palpate: { invoke(channel: string, input: unknown): Promise<{ ok: boolean }> }
}

/** Runs in the page: saves one after the other, as the app itself does, while the work goes on, or as often as is said. */
async function savesInPage({ work, count: wanted, ...plan }: Plan & { work: LongWork | null }): Promise<Saves> {
  const { palpate } = window as unknown as InPage
  const { sessionId, writer, since, documents } = plan
  const beside = { isDone: false }
  const working = work === null ? null : palpate.invoke(work, {}).finally(() => (beside.isDone = true))
  let longest = 0
  let count = 0
  while (work === null ? count < wanted : !beside.isDone) {
    const input = { id: sessionId, section: 'plan', document: documents[count % documents.length] }
    const began = performance.now()
    // oxlint-disable-next-line no-await-in-loop -- one save after the other
    const { ok } = await palpate.invoke('draft:save', {
      sessionId,
      writer,
      since,
      changes: [{ operation: 'session:saveSection', input }],
    })
    longest = Math.max(longest, performance.now() - began)
    if (!ok) throw new Error('draft:save')
    count += 1
  }
  if (working !== null && !(await working).ok) throw new Error(String(work))
  return { longest, count }
}
