// Bad luck while a patient file is saved: nothing half-written is left, and the dialog says what happened.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tryToMount, tryToMountDisk, unmount } from '../fixtures/smallDisk.ts'
import { ask } from './bridge.ts'
import { expect, sharedTest as test } from './fixtures.ts'
import type { PalpateApp } from './palpateApp.ts'
import { openPatientFile, savePdf } from './patientFileJourney.ts'
import { addClient, addSession } from './records.ts'

async function dialogOfOneSession(app: PalpateApp) {
  const clientId = await addClient(app.page, { firstName: 'Mina', lastName: 'Okoye' })
  await addSession(app.page, clientId, { start: '2026-02-01T09:30', sections: { plan: 'One plan' } })
  return openPatientFile(app.page, clientId)
}

test('cancelling while the file is made leaves nothing behind and returns to the choices', async ({
  app,
  temporaryFolder,
}) => {
  const dialog = await dialogOfOneSession(app)
  const folder = join(temporaryFolder, 'target')
  mkdirSync(folder)
  // The place is asked for in the middle of the job; its answer waits until the job was cancelled.
  await app.evaluate(
    ({ dialog: native }, filePath) => {
      native.showSaveDialog = () =>
        new Promise((resolve) => {
          Object.assign(globalThis, { answerDialog: () => resolve({ canceled: false, filePath }) })
        })
    },
    join(folder, 'file.pdf'),
  )
  await dialog.getByRole('button', { name: 'Save PDF' }).click()
  await expect(dialog.getByRole('status')).toContainText('Collecting…')
  await expect
    .poll(() => app.evaluate(() => 'answerDialog' in globalThis), { message: 'the place is asked for' })
    .toBe(true)
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await app.evaluate(() => (globalThis as unknown as { answerDialog: () => void }).answerDialog())
  await expect(dialog.getByRole('button', { name: 'Save PDF' })).toBeFocused()
  await expect(dialog.getByRole('alert')).toHaveCount(0)
  expect(readdirSync(folder)).toEqual([])
})

test('cancelling the save dialog / returns to the choices without a message', async ({ app }) => {
  const dialog = await dialogOfOneSession(app)
  await app.nextSavePath(null)
  await dialog.getByRole('button', { name: 'Save PDF' }).click()
  await expect(dialog.getByRole('button', { name: 'Save PDF' })).toBeEnabled()
  await expect(dialog.getByRole('alert')).toHaveCount(0)
  await expect(dialog.getByRole('status')).toContainText('1 session')
})

test('a folder that cannot be written / is named as the reason, and the next try works', async ({
  app,
  temporaryFolder,
}) => {
  const dialog = await dialogOfOneSession(app)
  await app.nextSavePath(join(temporaryFolder, 'no', 'such', 'folder', 'file.pdf'))
  await dialog.getByRole('button', { name: 'Save PDF' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Palpate can’t write to this folder', { timeout: 40_000 })
  await savePdf(app, dialog, join(temporaryFolder, 'file.pdf'))
  expect(readFileSync(join(temporaryFolder, 'file.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
})

test('a full disk leaves nothing behind (where a test may mount a disk)', async ({ app, temporaryFolder }) => {
  const disk = join(temporaryFolder, 'disk')
  mkdirSync(disk)
  test.skip(!tryToMountDisk(disk, '16k'), 'this machine lets no test mount a disk')
  try {
    const dialog = await dialogOfOneSession(app)
    await app.nextSavePath(join(disk, 'file.pdf'))
    await dialog.getByRole('button', { name: 'Save PDF' }).click()
    await expect(dialog.getByRole('alert')).toContainText('The disk is full', { timeout: 40_000 })
    await expect(dialog.getByRole('alert')).toContainText('Your notes are safe')
    expect(readdirSync(disk)).toEqual([])
  } finally {
    unmount(disk)
  }
})

test('a target in use keeps its old content (where a test may mount a disk)', async ({ app, temporaryFolder }) => {
  const target = join(temporaryFolder, 'file.pdf')
  const holder = join(temporaryFolder, 'holder')
  writeFileSync(target, 'old')
  writeFileSync(holder, 'old')
  test.skip(!tryToMount('--bind', holder, target), 'this machine lets no test mount a disk')
  try {
    const dialog = await dialogOfOneSession(app)
    await app.nextSavePath(target)
    await dialog.getByRole('button', { name: 'Save PDF' }).click()
    await expect(dialog.getByRole('alert')).toContainText('The file is open in another program', { timeout: 40_000 })
    expect(readFileSync(target, 'utf8')).toBe('old')
    expect(readdirSync(temporaryFolder).filter((name) => name.includes('partial'))).toEqual([])
  } finally {
    unmount(target)
  }
})

test('the suggested name carries the client’s code, and no name unless the practice asks for it', async ({
  app,
  temporaryFolder,
}) => {
  const dialog = await dialogOfOneSession(app)
  const shown = await app.page.getByText(/^Client [0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/u).textContent()
  const code = shown?.slice('Client '.length) ?? ''
  const suggested = async () => {
    await app.evaluate(({ dialog: native }) => {
      native.showSaveDialog = (async (_window: unknown, options: { defaultPath?: string }) => {
        Object.assign(globalThis, { suggestedPath: options.defaultPath })
        return { canceled: true, filePath: '' }
      }) as typeof native.showSaveDialog
    })
    await dialog.getByRole('button', { name: 'Save PDF' }).click()
    await expect(dialog.getByRole('button', { name: 'Save PDF' })).toBeEnabled()
    return app.evaluate(() => (globalThis as unknown as { suggestedPath?: string }).suggestedPath ?? '')
  }
  expect(await suggested()).toMatch(new RegExp(`[/\\\\]Patient file ${code} \\d{4}-\\d\\d-\\d\\d\\.pdf$`, 'u'))
  const { settings } = await ask(app.page, 'practice:get', {})
  await ask(app.page, 'practice:saveSettings', { settings: { ...settings, clientNameInFileName: true } })
  expect(await suggested()).toMatch(
    new RegExp(`[/\\\\]Patient file Mina Okoye ${code} \\d{4}-\\d\\d-\\d\\d\\.pdf$`, 'u'),
  )
  await ask(app.page, 'practice:saveSettings', { settings })
  await savePdf(app, dialog, join(temporaryFolder, 'file.pdf'))
})
