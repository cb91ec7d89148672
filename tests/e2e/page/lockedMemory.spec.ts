// What a locked app still holds: the page's memory is searched for the client's words and for the passphrase.
import type { Page } from '@playwright/test'
import { expect, sharedTest, test } from '../fixtures.ts'
import { createClient, expectLocked, expectSaved, passphrase, startSession, typeSection, unlock } from '../journeys.ts'

const words = { client: 'Zymurgiana', note: 'quixotrophic', alert: 'Floccinauci' }

/** Everything that the page's JavaScript heap holds as text, after collecting garbage. */
async function heapOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page)
  const parts: string[] = []
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => parts.push(chunk))
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await session.detach()
  return parts.join('')
}

test('a locked page holds neither the client’s words nor the passphrase, in memory or on screen', async ({ app }) => {
  // Two pictures of a heap of 40 MB take most of a minute beside another run.
  test.slow()
  const { page } = app
  await createClient(page, { firstName: words.client, lastName: 'Moss', alert: words.alert })
  await startSession(page)
  await typeSection(page, 'Subjective', `${words.note} `.repeat(20))
  await expectSaved(page)
  const open = await heapOf(page)
  for (const word of Object.values(words)) expect(open).toContain(word)

  await page.keyboard.press('ControlOrMeta+l')
  await expectLocked(page)
  const locked = await heapOf(page)
  for (const word of [...Object.values(words), passphrase]) expect(locked.includes(word), word).toBe(false)
  const screen = await page.content()
  for (const word of Object.values(words)) expect(screen.includes(word), word).toBe(false)
  expect(await page.title()).toBe('Palpate')

  await unlock(page)
  await expect(page.getByRole('textbox', { name: 'Subjective' })).toContainText(words.note)
})

sharedTest('nothing of a client is in the page’s own storage', async ({ app }) => {
  const { page } = app
  await createClient(page, { firstName: words.client, lastName: 'Moss' })
  await startSession(page)
  await typeSection(page, 'Plan', words.note)
  await expectSaved(page)
  const stored = await page.evaluate(async () =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, await indexedDB.databases(), document.cookie]),
  )
  for (const word of Object.values(words)) expect(stored.includes(word), word).toBe(false)
})
