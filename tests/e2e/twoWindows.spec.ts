// Two windows of one practice: each note has one writer, and nothing that was typed is lost on the way between them.
import type { Page } from '@playwright/test'
import { violations } from './axe.ts'
import { invoke } from './bridge.ts'
import { expect, test } from './fixtures.ts'
import {
  createClient,
  expectLocked,
  expectSaved,
  expectUnlocked,
  openId,
  section,
  signNote,
  startSession,
  startWithSomebody,
  typeSection,
  unlock,
} from './journeys.ts'
import type { PalpateApp } from './palpateApp.ts'

const banner = (page: Page) => page.getByRole('group', { name: 'Open in another window' })
const readOnly = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

async function openNoteTwice(app: PalpateApp): Promise<Page> {
  const { page } = app
  await page.getByRole('button', { name: 'More', exact: true }).click()
  const other = await app.nextWindow(() => page.getByRole('menuitem', { name: 'Open in a new window' }).click())
  await expect(banner(other)).toBeVisible()
  return other
}

const windowCount = (app: PalpateApp) => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)

test('a second window / reads the note, takes over the writing with every letter, and gives it back', async ({
  app,
}) => {
  const { page } = app
  await startWithSomebody(page)
  await typeSection(page, 'Subjective', 'Neck is stiff')
  await expectSaved(page)
  const other = await openNoteTwice(app)

  await test.step('it is read-only there, and keeps up with what is written here', async () => {
    await expect(banner(other)).toContainText('This note is open in another window. It is read-only here.')
    await expect(readOnly(other, 'Subjective')).toContainText('Neck is stiff')
    await expect(other.getByRole('textbox', { name: 'Subjective' })).toHaveCount(0)
    expect(await violations(other)).toEqual([])
    await typeSection(page, 'Plan', 'Weekly')
    await expect(readOnly(other, 'Plan')).toContainText('Weekly')
  })

  await test.step('main refuses what the second window writes all the same', async () => {
    const sessionId = openId(page)
    const refused = { ok: false, error: { code: 'CONFLICT' } }
    const saves = [
      invoke(other, 'session:savePain', { id: sessionId, painBefore: 9, painAfter: null }),
      invoke(other, 'session:discard', { id: sessionId }),
      invoke(other, 'session:sign', { id: sessionId }),
      invoke(other, 'timer:remove', { sessionId, id: sessionId }),
    ]
    for (const save of saves) expect(await save).toEqual(refused)
  })

  await test.step('“Edit here” comes in the middle of a word, and the word is there', async () => {
    await section(page, 'Plan').press('End')
    await page.keyboard.type(' for three mo')
    await other.getByRole('button', { name: 'Edit here' }).click()
    await expect(section(other, 'Plan')).toHaveText('Weekly for three mo')
    await expect(banner(page)).toBeVisible()
    await expect(section(page, 'Plan')).toHaveCount(0)
    await typeSection(other, 'Assessment', 'Eased')
    await expect(readOnly(page, 'Assessment')).toContainText('Eased')
  })

  await test.step('a window that is closed saves first, and the note is here again by itself', async () => {
    await section(other, 'Assessment').press('End')
    await other.keyboard.type(' by half')
    await app.evaluate(({ BrowserWindow }) => {
      const [newest] = BrowserWindow.getAllWindows().toSorted((a, b) => b.id - a.id)
      newest?.close()
    })
    await expect(banner(page)).toBeHidden()
    await expect(section(page, 'Assessment')).toHaveText('Eased by half')
    expect(await windowCount(app)).toBe(1)
  })

  await test.step('a note that was left is free for the other window; signed here, it is signed there', async () => {
    const next = await openNoteTwice(app)
    await page.goBack()
    await expect(section(next, 'Plan')).toHaveText('Weekly for three mo')
    await page.goForward()
    await expect(banner(page)).toBeVisible()
    await signNote(next)
    await expect(page.getByRole('region', { name: 'Signature' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Add addendum' })).toHaveCount(0)
  })
})

test('locking and quitting save what stands in both windows, and bring both notes back', async ({ app, launch }) => {
  const { page, userData } = app
  await startWithSomebody(page)
  await typeSection(page, 'Subjective', 'Slept badly')
  const other = await app.nextWindow(() => page.keyboard.press('ControlOrMeta+Shift+N'))
  await createClient(other, { firstName: 'Second' })
  await startSession(other)
  const sessions = [openId(page), openId(other)] as const
  await typeSection(other, 'Subjective', 'Trapezius hard')
  await section(page, 'Subjective').press('End')
  await page.keyboard.type(' ag')

  await other.keyboard.press('ControlOrMeta+l')
  await Promise.all([expectLocked(page), expectLocked(other)])
  await unlock(page)
  await expect(section(page, 'Subjective')).toHaveText('Slept badly ag')
  // The other window comes back to its own note by itself.
  await expectUnlocked(other)
  await expect(section(other, 'Subjective')).toHaveText('Trapezius hard')
  await expect(banner(other)).toBeHidden()

  await section(page, 'Subjective').press('End')
  await page.keyboard.type('ain')
  await section(other, 'Subjective').press('End')
  await other.keyboard.type(' as wood')
  await app.close()
  const next = await launch({ userData })
  await unlock(next.page)
  for (const [at, text] of ['Slept badly again', 'Trapezius hard as wood'].entries()) {
    await next.page.evaluate((id) => void (window.location.hash = `#/sessions/${id}`), sessions[at])
    await expect(section(next.page, 'Subjective')).toHaveText(text)
  }
})

test('a link / pressed with Ctrl or the middle button / opens in a window; nothing else opens one', async ({ app }) => {
  const { page } = app
  await startWithSomebody(page)
  const id = openId(page)
  await page.goBack()
  const row = page.getByRole('link', { name: /^Session 1/ })
  const byKey = await app.nextWindow(() => row.click({ modifiers: ['ControlOrMeta'] }))
  await expect(section(byKey, 'Subjective')).toBeVisible()
  expect(openId(byKey)).toBe(id)
  const byButton = await app.nextWindow(() => row.click({ button: 'middle' }))
  await expect(banner(byButton)).toBeVisible()
  await expect(row).toBeVisible()

  for (const path of ['https://example.org', '/sessions/../../etc', '//example.org', '/sessions/1', 'javascript:0']) {
    expect(await invoke(page, 'window:open', { path })).toMatchObject({ ok: false, error: { code: 'VALIDATION' } })
  }
  await page.evaluate(() => void window.open('index.html'))
  expect(await windowCount(app)).toBe(3)
  expect(await byButton.title()).toBe('Note – Palpate')
})
