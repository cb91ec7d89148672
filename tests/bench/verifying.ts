// Measures the longest wait of a save while the whole record is verified beside it.
import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { documentFromText } from '#shared/domain/note/plainText.ts'
import { ask } from '../e2e/bridge.ts'
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

/** The longest of the saves that are made one after the other while the record is verified, against as many without it. */
export async function measureSavesWhileVerifying(page: Page, clientId: string): Promise<Line> {
  const { id } = await ask(page, 'session:start', { clientId, serviceStart: '2026-11-23T13:00' })
  const { revision } = await ask(page, 'draft:revision', {})
  const documents = Array.from({ length: 20 }, (_, at) => documentFromText(`Weekly, ${at} times, then review.`))
  const plan = { sessionId: id, writer: randomUUID(), since: revision, documents }
  let count = 20
  const { checkedTo } = await ask(page, 'record:verify', {})
  return compare({
    what: `The longest save while ${checkedTo.toLocaleString('en')} signatures are verified`,
    against: 'the longest of as many saves alone',
    rounds: 7,
    ours: async () => {
      const saves = await page.evaluate(saveWhileVerifying, plan)
      count = saves.count
      return saves.longest
    },
    bare: async () => (await page.evaluate(saveAlone, { ...plan, count })).longest,
  })
}

interface InPage {
  readonly palpate: { invoke(channel: string, input: unknown): Promise<{ ok: boolean }> }
}

/** Runs in the page. */
async function saveWhileVerifying({ sessionId, writer, since, documents }: Omit<Plan, 'count'>): Promise<Saves> {
  const { palpate } = window as unknown as InPage
  const check = { isDone: false }
  const verifying = palpate.invoke('record:verify', {}).finally(() => (check.isDone = true))
  let longest = 0
  let count = 0
  while (!check.isDone) {
    const input = { id: sessionId, section: 'plan', document: documents[count % documents.length] }
    const began = performance.now()
    // oxlint-disable-next-line no-await-in-loop -- one save after the other, as the app itself saves
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
  if (!(await verifying).ok) throw new Error('record:verify')
  return { longest, count }
}

/** Runs in the page. */
async function saveAlone({ sessionId, writer, since, documents, count }: Plan): Promise<Saves> {
  const { palpate } = window as unknown as InPage
  let longest = 0
  for (let at = 0; at < count; at++) {
    const input = { id: sessionId, section: 'plan', document: documents[at % documents.length] }
    const began = performance.now()
    // oxlint-disable-next-line no-await-in-loop -- one save after the other, as the app itself saves
    const { ok } = await palpate.invoke('draft:save', {
      sessionId,
      writer,
      since,
      changes: [{ operation: 'session:saveSection', input }],
    })
    longest = Math.max(longest, performance.now() - began)
    if (!ok) throw new Error('draft:save')
  }
  return { longest, count }
}
