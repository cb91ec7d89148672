// Locking: what was written is there again afterwards, and until then nothing of it is in the page.
import type { Page } from '@playwright/test'
import { invoke } from './bridge.ts'
import { expect, test } from './fixtures.ts'
import { createClient, expectLocked, expectSaved, section, startSession, typeSection, unlock } from './journeys.ts'

/** A word that is nowhere but in the client's text. */
const secret = 'Quennevillea'

async function startNote(page: Page): Promise<void> {
  await createClient(page, { firstName: secret, lastName: 'Okafor', alert: `${secret} alert` })
  await startSession(page)
}

/** Where the caret is, as the text before it in its own editor. */
const textBeforeCaret = (page: Page) =>
  page.evaluate(() => {
    const selection = getSelection()
    const editor = document.activeElement
    if (!selection?.anchorNode || !editor) return null
    const range = document.createRange()
    range.selectNodeContents(editor)
    range.setEnd(selection.anchorNode, selection.anchorOffset)
    return `${editor.getAttribute('aria-label')}: ${range.toString()}`
  })

const noteScroll = (page: Page) =>
  section(page, 'Subjective').evaluate((editor) => {
    let pane: HTMLElement | null = editor as HTMLElement
    while (pane && pane.scrollHeight <= pane.clientHeight) pane = pane.parentElement
    return pane?.scrollTop ?? null
  })

test('Ctrl+L in the middle of a word keeps the word, the caret and the scroll', async ({ app: { page } }) => {
  await startNote(page)
  await typeSection(page, 'Subjective', 'First line.')
  for (let line = 0; line < 30; line += 1) {
    await page.keyboard.press('Enter')
    await page.keyboard.type(`Line ${line}`)
  }
  await typeSection(page, 'Plan', 'Weekly for three more weeks')
  for (let back = 0; back < 5; back += 1) await page.keyboard.press('ArrowLeft')
  await page.keyboard.type('half')
  const scrolled = await noteScroll(page)
  expect(scrolled).toBeGreaterThan(0)
  expect(await textBeforeCaret(page)).toBe('Plan: Weekly for three more half')

  await page.keyboard.press('ControlOrMeta+l')
  await expectLocked(page)
  await unlock(page)

  await expect(section(page, 'Plan')).toHaveText('Weekly for three more halfweeks')
  await expect(section(page, 'Subjective')).toContainText('Line 29')
  await expect.poll(() => textBeforeCaret(page)).toBe('Plan: Weekly for three more half')
  await expect.poll(() => noteScroll(page)).toBe(scrolled)
  await page.keyboard.type(' and ')
  await expect(section(page, 'Plan')).toHaveText('Weekly for three more half and weeks')
})

test('a locked page holds no text of a client: not in the document, not in storage, not in memory', async ({
  app: { page },
}) => {
  await startNote(page)
  await typeSection(page, 'Objective', `${secret} hypertonic, right upper trapezius`)
  await expectSaved(page)
  await page.keyboard.press('ControlOrMeta+l')
  await expectLocked(page)

  expect(await page.content()).not.toContain(secret)
  const stored = await page.evaluate(async () => ({
    local: JSON.stringify(localStorage),
    session: JSON.stringify(sessionStorage),
    databases: (await indexedDB.databases()).length,
    caches: 'caches' in window ? (await caches.keys().catch(() => [])).length : 0,
    title: document.title,
    history: location.href,
  }))
  expect(JSON.stringify(stored)).not.toContain(secret)
  expect(stored.databases + stored.caches).toBe(0)

  const client = await page.context().newCDPSession(page)
  let isInMemory = false
  let tail = ''
  client.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => {
    isInMemory ||= (tail + chunk).includes(secret)
    tail = chunk.slice(-secret.length)
  })
  await client.send('HeapProfiler.collectGarbage')
  await client.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  expect(isInMemory).toBe(false)
})

test('a locked app answers no question about clients', async ({ app: { page } }) => {
  await startNote(page)
  await page.keyboard.press('ControlOrMeta+l')
  await expectLocked(page)
  expect(await invoke(page, 'client:list', {})).toEqual({ ok: false, error: { code: 'LOCKED' } })
  expect(await invoke(page, 'practice:get', {})).toEqual({ ok: false, error: { code: 'LOCKED' } })
})

for (const event of ['suspend', 'lock-screen'] as const) {
  test(`the computer's own "${event}" locks the app, and the note is there afterwards`, async ({ app }) => {
    const { page } = app
    await startNote(page)
    await typeSection(page, 'Assessment', 'Responding well')
    await app.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event)
    await expectLocked(page)
    await unlock(page)
    await expect(section(page, 'Assessment')).toHaveText('Responding well')
  })
}

test('the app locks itself when nobody has touched it for as long as the practice chose', async ({ app: { page } }) => {
  test.setTimeout(150_000)
  await page.getByRole('link', { name: 'Settings' }).click()
  const { practice, settings } = await page.evaluate(async () => {
    const { palpate } = window as unknown as { palpate: { invoke(channel: string, input: object): Promise<any> } }
    return (await palpate.invoke('practice:get', {})).data
  })
  expect(practice.name).toBe('Harbour Massage')
  await invoke(page, 'practice:saveSettings', { settings: { ...settings, idleMinutes: 1 } })
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible({ timeout: 100_000 })
})
