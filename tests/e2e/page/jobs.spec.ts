// Long work on screen: its bar, what it is called, and its ways out, however long it takes.
import type { Page } from '@playwright/test'
import type { Channel, Result } from '#shared/contract/contract.ts'
import type { JobUpdate } from '#shared/contract/jobs.ts'
import { violations } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { passphrase } from '../journeys.ts'
import type { PalpateApp } from '../palpateApp.ts'

/** Has an operation not end before {@link endHeld}, and keeps what is left by this window, and what is cancelled for all. */
async function hold(app: PalpateApp, channel: Channel): Promise<void> {
  await app.evaluate(({ ipcMain }, held) => {
    ipcMain.removeHandler(held)
    ipcMain.handle(held, () => new Promise((resolve) => void Object.assign(globalThis, { endHeld: resolve })))
    const waysOut: string[] = []
    for (const way of ['job:leave', 'job:cancel']) {
      ipcMain.removeHandler(way)
      ipcMain.handle(way, (_, input: string) => {
        waysOut.push(`${way} ${(JSON.parse(input) as { kind: string }).kind}`)
        return { ok: true, data: {} }
      })
    }
    Object.assign(globalThis, { waysOut })
  }, channel)
}

/** Ends the held operation, which may be on its way from the page still. */
async function endHeld(app: PalpateApp, result: Result<unknown>): Promise<void> {
  await expect.poll(() => app.evaluate(() => 'endHeld' in globalThis)).toBe(true)
  await app.evaluate((_, answer) => {
    const { endHeld: end } = globalThis as unknown as { endHeld: (answer: unknown) => void }
    end(answer)
  }, result)
}

const waysOut = (app: PalpateApp) => app.evaluate(() => (globalThis as unknown as { waysOut: string[] }).waysOut)

const notify = (app: PalpateApp, update: JobUpdate) =>
  app.evaluate(({ BrowserWindow }, job) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send('job', job)
  }, update)

const bar = (page: Page, name: string) => page.getByRole('progressbar', { name })
const openSettings = (page: Page) => page.getByRole('link', { name: 'Settings' }).click()

test('verifying the record / says how far it is, and is left with its dialog', async ({ app }) => {
  const { page } = app
  await openSettings(page)
  await hold(app, 'record:verify')
  await page.getByRole('button', { name: 'Verify record' }).click()
  const dialog = page.getByRole('dialog', { name: 'Verify record' })
  await expect(dialog).toContainText('Beginning …')
  await notify(app, { kind: 'record check', progress: { stage: 'signatures', done: 225, total: 450 } })
  await expect(dialog).toContainText('225 of 450 signatures checked')
  await expect(bar(page, 'Checked')).toHaveAttribute('aria-valuenow', '45')
  expect(await violations(page)).toEqual([])
  expect(await waysOut(app)).toEqual([])
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toHaveCount(0)
  await expect.poll(() => waysOut(app)).toEqual(['job:leave record check'])
})

test('verifying the record / that fails in the middle says so without a bar, and can be tried again', async ({
  app,
}) => {
  const { page } = app
  await openSettings(page)
  await hold(app, 'record:verify')
  await page.getByRole('button', { name: 'Verify record' }).click()
  const dialog = page.getByRole('dialog', { name: 'Verify record' })
  await notify(app, { kind: 'record check', progress: { stage: 'signatures', done: 225, total: 450 } })
  await expect(dialog).toContainText('225 of 450 signatures checked')
  await notify(app, { kind: 'record check', progress: null })
  await endHeld(app, { ok: false, error: { code: 'IO_ERROR' } })
  await expect(dialog.getByRole('alert')).toContainText('The check did not get to its end: the disk can’t be read')
  await expect(dialog.getByRole('alert')).toContainText('Nothing was changed.')
  await expect(page.getByRole('progressbar')).toHaveCount(0)
  expect(await violations(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Try again' }).click()
  await expect(dialog).toContainText('Beginning …')
  await expect(dialog.getByRole('alert')).toHaveCount(0)
  expect(await waysOut(app)).toEqual([])
})

test('new keys that another window makes already / are named as the reason', async ({ app }) => {
  const { page } = app
  await openSettings(page)
  await hold(app, 'vault:makeNewKeys')
  await page.getByRole('button', { name: 'Make new keys' }).click()
  await page.getByRole('textbox', { name: 'Your passphrase' }).fill(passphrase)
  await page.getByRole('dialog').getByRole('button', { name: 'Make new keys' }).click()
  await expect(page.getByRole('dialog', { name: 'Making new keys' })).toBeVisible()
  await endHeld(app, { ok: false, error: { code: 'BUSY' } })
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('New keys are being made already')
})

test('a check of the file that began by itself / is shown, can be stopped, and its end is shown', async ({ app }) => {
  const { page } = app
  await openSettings(page)
  await hold(app, 'vault:startCheck')
  await expect(page.getByRole('button', { name: 'Check the file now' })).toBeVisible()
  await notify(app, { kind: 'file check', progress: { stage: 'tables', done: 6, total: 24 } })
  await expect(bar(page, 'File check')).toHaveAttribute('aria-valuenow', '25')
  await expect(page.getByText('Checking the whole file…')).toBeVisible()
  expect(await violations(page)).toEqual([])
  // The check that really began by itself has ended by now.
  await notify(app, { kind: 'file check', progress: { stage: 'tables', done: 6, total: 24 } })
  await page.getByRole('button', { name: 'Stop the check' }).click()
  await expect.poll(() => waysOut(app)).toEqual(['job:cancel file check'])
  await notify(app, { kind: 'file check', progress: null })
  await expect(page.getByRole('button', { name: 'Check the file now' })).toBeVisible()
  await expect(bar(page, 'File check')).toHaveCount(0)
})

test('making new keys / names its steps, and can be cancelled until the last one', async ({ app }) => {
  const { page } = app
  await openSettings(page)
  await hold(app, 'vault:makeNewKeys')
  await page.getByRole('button', { name: 'Make new keys' }).click()
  await page.getByRole('textbox', { name: 'Your passphrase' }).fill(passphrase)
  await page.getByRole('dialog').getByRole('button', { name: 'Make new keys' }).click()
  const dialog = page.getByRole('dialog', { name: 'Making new keys' })
  const cancel = dialog.getByRole('button', { name: 'Cancel' })
  await expect(cancel).toBeFocused()
  await notify(app, { kind: 'new keys', progress: { stage: 'encrypting', done: 0, total: 0 } })
  await expect(dialog.getByRole('listitem').and(page.locator('[aria-current=step]'))).toHaveText(
    'Encrypting the copy with the new key',
  )
  await expect(dialog.getByRole('status')).toHaveText('Step 2 of 4')
  await expect(bar(page, 'New keys')).toHaveAttribute('aria-valuenow', '25')
  await notify(app, { kind: 'new keys', progress: { stage: 'swapping', done: 0, total: 0 } })
  await expect(cancel).toBeDisabled()
  await notify(app, { kind: 'new keys', progress: { stage: 'checking', done: 0, total: 0 } })
  await cancel.click()
  await expect(dialog.getByRole('status')).toHaveText('Cancelling after this step.')
  await expect(cancel).toBeDisabled()
  await expect.poll(() => waysOut(app)).toEqual(['job:leave new keys'])
})
