// Locking: what was written is there again afterwards, and until then nothing of it is in the page.
import type { Page } from '@playwright/test'
import { ask, invoke } from './bridge.ts'
import { expect, sharedTest, test } from './fixtures.ts'
import { expectLocked, section, startWithSomebody, typeSection, unlock } from './journeys.ts'

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

// Those that unlock again share an app; the one that changes how time passes has its own.
sharedTest('Ctrl+L in the middle of a word keeps the word, the caret and the scroll', async ({ app: { page } }) => {
  await startWithSomebody(page)
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

sharedTest('a locked app answers no question about clients', async ({ app: { page } }) => {
  await startWithSomebody(page)
  await page.keyboard.press('ControlOrMeta+l')
  await expectLocked(page)
  expect(await invoke(page, 'client:list', {})).toEqual({ ok: false, error: { code: 'LOCKED' } })
  expect(await invoke(page, 'practice:get', {})).toEqual({ ok: false, error: { code: 'LOCKED' } })
  await unlock(page)
})

for (const event of ['suspend', 'lock-screen'] as const) {
  sharedTest(`the computer's own "${event}" locks the app, and the note is there afterwards`, async ({ app }) => {
    const { page } = app
    await startWithSomebody(page)
    await typeSection(page, 'Assessment', 'Responding well')
    await app.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event)
    await expectLocked(page)
    await unlock(page)
    await expect(section(page, 'Assessment')).toHaveText('Responding well')
  })
}

test('the app locks itself when nobody has touched it for as long as the practice chose', async ({ app }) => {
  const { page } = app
  const { settings } = await ask(page, 'practice:get', {})
  // Main's minutes become seconds.
  await app.evaluate(() => {
    const wait = globalThis.setTimeout
    Object.assign(globalThis, {
      setTimeout: (run: () => void, milliseconds: number) =>
        wait(run, milliseconds >= 60_000 ? milliseconds / 60 : milliseconds),
    })
  })
  await ask(page, 'practice:saveSettings', { settings: { ...settings, idleMinutes: 2 } })
  await expectLocked(page)
})
