// Backups on screen: the sign in the rail, the places in Settings, the question for a place, and the last one before the end.
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { displayName } from '#shared/domain/client.ts'
import { tamperWithVault } from '../../fixtures/tamperedVault.ts'
import { makeVaultOfSize } from '../../fixtures/vaultOfSize.ts'
import { violations } from '../axe.ts'
import { ask } from '../bridge.ts'
import { expect, test } from '../fixtures.ts'
import {
  createSomebody,
  expectSaved,
  fillSetUp,
  keepRecoveryCode,
  passphrase,
  practice,
  startSession,
  typeSection,
  unlock,
} from '../journeys.ts'
import type { PalpateApp } from '../palpateApp.ts'

// Each backup starts a thread.
test.describe.configure({ timeout: 120_000 })

const sign = (page: Page) => page.getByRole('status', { name: 'Backup', exact: true })
const settings = (page: Page) => page.getByRole('region', { name: 'Backups' })
const places = (page: Page) => settings(page).getByRole('list', { name: 'Backup places' }).getByRole('listitem')
const isGood = (page: Page) =>
  expect(sign(page)).toHaveText(/^Backed up and verified today \d\d:\d\d$/, { timeout: 30_000 })

function makeStick(folder: string, name = 'stick'): string {
  const stick = join(folder, name)
  mkdirSync(stick)
  return stick
}

/** The backups in a place, by their names. */
function backupsOn(stick: string): string[] {
  const top = join(stick, 'Palpate backups')
  return readdirSync(top).flatMap((vault) => readdirSync(join(top, vault)).filter((name) => name !== 'place.json'))
}

/** Presses the sign in the rail, which leads to the settings. */
async function openBackups(page: Page): Promise<void> {
  await sign(page).getByRole('button').first().click()
  await expect(settings(page)).toBeInViewport()
}

async function addPlace({ page, nextOpenPath }: PalpateApp, stick: string): Promise<void> {
  await nextOpenPath(stick)
  await settings(page).getByRole('button', { name: 'Add backup place' }).click()
  await expect(places(page).filter({ hasText: stick })).toBeVisible()
}

/** A practice with a backup on a stick, Settings open. */
async function backedUp(app: PalpateApp, folder: string): Promise<string> {
  const stick = makeStick(folder)
  await openBackups(app.page)
  await addPlace(app, stick)
  await isGood(app.page)
  return stick
}

test('a practice without a place / says so in the rail, and a place that is added is backed up to at once', async ({
  app,
  temporaryFolder,
}) => {
  const { page } = app
  const stick = makeStick(temporaryFolder)
  await expect(sign(page)).toContainText('Not backed up yet')
  await openBackups(page)
  await expect(settings(page).getByRole('heading')).toBeFocused()
  await expect(settings(page).getByText('Your records are on this computer only.')).toBeVisible()
  await addPlace(app, stick)
  // It was disabled while a folder was chosen.
  await expect(settings(page).getByRole('button', { name: 'Add backup place' })).toBeFocused()
  await isGood(page)
  await expect(settings(page).getByText(/^Last verified \d+ \w{3} \d{4}, \d\d:\d\d$/)).toBeVisible()
  await expect(places(page)).toContainText(/Last backup here \d+ \w{3} \d{4}, \d\d:\d\d/)
  expect(backupsOn(stick)).toHaveLength(1)
  expect(await violations(page)).toEqual([])

  await settings(page).getByRole('button', { name: 'Back up now' }).click()
  await expect.poll(() => backupsOn(stick)[0]).toMatch(/^\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d/)
  await isGood(page)
})

test('the button in the rail / asks for a place and backs up to it', async ({ app, temporaryFolder }) => {
  const { page } = app
  await app.nextOpenPath(null)
  await sign(page).getByRole('button', { name: 'Choose a place' }).click()
  await expect(sign(page)).toContainText('Not backed up yet')
  const stick = makeStick(temporaryFolder)
  await app.nextOpenPath(stick)
  await sign(page).getByRole('button', { name: 'Choose a place' }).click()
  await isGood(page)
  expect(backupsOn(stick)).toHaveLength(1)
})

test('a folder that is not there / is not made a place, and the words say why', async ({ app, temporaryFolder }) => {
  const { page } = app
  await app.nextOpenPath(join(temporaryFolder, 'never plugged in'))
  await sign(page).getByRole('button', { name: 'Choose a place' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'The folder is not there' })).toContainText(
    'Plug the disk in, or choose another folder.',
  )
  await expect(sign(page)).toContainText('Not backed up yet')
})

test('a place that is missing / is an alarm in rail and settings, and is used again when it is back', async ({
  app,
  temporaryFolder,
}) => {
  const { page } = app
  const stick = await backedUp(app, temporaryFolder)
  renameSync(stick, `${stick} away`)
  await settings(page).getByRole('button', { name: 'Back up now' }).click()
  await expect(sign(page)).toContainText('Backup disk is not there')
  await expect(places(page)).toContainText('Plug the disk in, or connect to the network drive, then look again.')
  expect(await violations(page)).toEqual([])
  await places(page).getByRole('button', { name: 'Look again' }).click()
  await expect(places(page).getByRole('status')).toHaveText(/^Looked at \d\d:\d\d:\d\d: it is not there\.$/)
  await sign(page).getByRole('button', { name: 'Look again' }).click()
  await expect(sign(page)).toContainText('Backup disk is still not there')

  renameSync(`${stick} away`, stick)
  await sign(page).getByRole('button', { name: 'Look again' }).click()
  await isGood(page)
  await expect(places(page)).not.toContainText('Plug the disk in')
  expect(backupsOn(stick).length).toBeGreaterThan(0)
})

test('another disk at a place’s folder / is not written to until somebody says so', async ({
  app,
  temporaryFolder,
}) => {
  const { page } = app
  const stick = await backedUp(app, temporaryFolder)
  rmSync(stick, { recursive: true })
  mkdirSync(stick)
  await settings(page).getByRole('button', { name: 'Back up now' }).click()
  await expect(sign(page)).toContainText('Backup folder has changed')
  await expect(places(page)).toContainText('Not the folder that was chosen')
  expect(readdirSync(stick)).toEqual([])

  await places(page).getByRole('button', { name: 'Use this folder from now on' }).click()
  const question = page.getByRole('dialog', { name: 'Use this folder from now on?' })
  await expect(question).toContainText(stick)
  expect(await violations(page)).toEqual([])
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(sign(page)).toContainText('Backup folder has changed')
  await places(page).getByRole('button', { name: 'Use this folder from now on' }).click()
  await question.getByRole('button', { name: 'Use this folder' }).click()
  await isGood(page)
  expect(backupsOn(stick)).toHaveLength(1)
})

test('the newest backup of a place / is missed when somebody has deleted it', async ({ app, temporaryFolder }) => {
  const { page } = app
  const stick = await backedUp(app, temporaryFolder)
  const top = join(stick, 'Palpate backups')
  const [vault = ''] = readdirSync(top)
  rmSync(join(top, vault, backupsOn(stick)[0] ?? ''), { recursive: true })
  await settings(page).getByRole('button', { name: 'Back up now' }).click()
  await expect(sign(page)).toContainText('Newest backup is gone')
  await sign(page).getByRole('button', { name: 'What to do' }).click()
  await places(page).getByRole('button', { name: 'Use this folder from now on' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Use this folder' }).click()
  await isGood(page)
})

test('a place that is removed / is forgotten after a question, and its backups stay', async ({
  app,
  temporaryFolder,
}) => {
  const { page } = app
  const stick = await backedUp(app, temporaryFolder)
  await places(page).getByRole('button', { name: 'Remove place' }).click()
  const question = page.getByRole('dialog', { name: 'Remove this place?' })
  await expect(question).toContainText('The backups that are here stay')
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await question.getByRole('button', { name: 'Remove place' }).click()
  await expect(places(page)).toHaveCount(0)
  await expect(sign(page)).toContainText('Not backed up yet')
  expect(backupsOn(stick)).toHaveLength(1)
})

test('a record that cannot be read / is named with its client, in words that lead to their page', async ({
  launch,
  temporaryFolder,
}) => {
  const userData = join(temporaryFolder, 'damaged')
  const folder = join(userData, 'vault')
  const size = { clients: 1, sessions: 1 }
  const { clientIds } = await makeVaultOfSize({
    folder,
    passphrase,
    size,
    practice: { ...practice, address: '', phone: '' },
  })
  await tamperWithVault(folder, passphrase, "UPDATE note_section SET document = 'rubbish'")
  const app = await launch({ userData, args: ['--keep-passphrase-cost'] })
  const { page } = app
  await unlock(page)
  const { client } = await ask(page, 'client:get', { id: clientIds[0] ?? '' })
  const name = displayName(client.fields)
  const stick = makeStick(temporaryFolder)
  await app.nextOpenPath(stick)
  await sign(page).getByRole('button', { name: 'Choose a place' }).click()
  await expect(sign(page)).toContainText('Last backup is not good')
  await sign(page).getByRole('button', { name: 'What to do' }).click()
  const alarm = settings(page).getByRole('alert')
  await expect(alarm).toContainText(/A note of \d+ \w+ \d{4} can’t be read/)
  expect(await violations(page)).toEqual([])
  await alarm.getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible()
})

test('the first start / asks where backups should go, and Later puts it off', async ({ freshApp }) => {
  const { page } = freshApp
  await fillSetUp(page)
  await keepRecoveryCode(page)
  await expect(page.getByRole('heading', { name: 'Where should backups go?' })).toBeFocused()
  expect(await violations(page)).toEqual([])
  await freshApp.nextOpenPath(null)
  await page.getByRole('button', { name: 'Choose a folder' }).click()
  await page.getByRole('button', { name: 'Later' }).click()
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Where should backups go?' })).toHaveCount(0)
  await expect(sign(page)).toContainText('Not backed up yet')
})

test('the first start / backs up to the folder that is chosen', async ({ freshApp, temporaryFolder }) => {
  const { page } = freshApp
  await fillSetUp(page)
  await keepRecoveryCode(page)
  const stick = makeStick(temporaryFolder)
  await freshApp.nextOpenPath(stick)
  await page.getByRole('button', { name: 'Choose a folder' }).click()
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible()
  await isGood(page)
  expect(backupsOn(stick)).toHaveLength(1)
})

test('Today / asks for a place until it is put off', async ({ app: { page } }) => {
  const card = page.getByRole('region', { name: 'Where should backups go?' })
  await expect(card).toBeVisible()
  await card.getByRole('button', { name: 'Later' }).click()
  await expect(card).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible()
  await expect(sign(page)).toContainText('Not backed up yet')
  await expect(card).toHaveCount(0)
})

test('a backup that runs / is shown in the rail, and can be stopped in the settings', async ({
  app,
  temporaryFolder,
}) => {
  const { page } = app
  await backedUp(app, temporaryFolder)
  await holdCancels(app)
  await sendEvent(app, 'job', { kind: 'backup', progress: { stage: 'checking', done: 1, total: 2 } })
  await expect(sign(page)).toHaveText('Backing up')
  await expect(page.getByRole('progressbar', { name: 'Backup' })).toHaveAttribute('aria-valuenow', '50')
  await expect(settings(page)).toContainText('Verifying the copy')
  expect(await violations(page)).toEqual([])
  await settings(page).getByRole('button', { name: 'Stop the backup' }).click()
  await expect.poll(() => cancelled(app)).toEqual(['backup'])
  await sendEvent(app, 'job', { kind: 'backup', progress: null })
  await isGood(page)
})

/** Keeps what is cancelled, and cancels nothing. */
const holdCancels = (app: PalpateApp) =>
  app.evaluate(({ ipcMain }) => {
    const kinds: string[] = []
    ipcMain.removeHandler('job:cancel')
    ipcMain.handle('job:cancel', (_, input: string) => {
      kinds.push((JSON.parse(input) as { kind: string }).kind)
      return { ok: true, data: {} }
    })
    Object.assign(globalThis, { kinds })
  })
const cancelled = (app: PalpateApp) => app.evaluate(() => (globalThis as unknown as { kinds: string[] }).kinds)

const sendEvent = (app: PalpateApp, event: 'closing' | 'job', payload: unknown) =>
  app.evaluate(
    ({ BrowserWindow }, [name, told]) => {
      for (const window of BrowserWindow.getAllWindows()) window.webContents.send(name, told)
    },
    [event, payload] as const,
  )

test('the backup before the app ends / covers the page, takes no keys, and can be ended', async ({ app }) => {
  const { page } = app
  await holdCancels(app)
  await createSomebody(page)
  await startSession(page)
  await typeSection(page, 'Plan', 'Weekly')
  await expectSaved(page)
  await sendEvent(app, 'closing', { isClosing: true })
  await sendEvent(app, 'job', { kind: 'backup', progress: { stage: 'writing', done: 1, total: 2 } })
  const overlay = page.getByRole('dialog', { name: 'Backing up before Palpate closes' })
  const end = overlay.getByRole('button', { name: 'Close now' })
  await expect(end).toBeFocused()
  await expect(page.getByRole('progressbar', { name: 'Backup' })).toHaveAttribute('aria-valuenow', '85')
  expect(await violations(page)).toEqual([])

  await page.keyboard.type('never')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ControlOrMeta+n')
  await page.keyboard.press('Tab')
  await page.keyboard.type('never')
  await expect(overlay).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(1)
  await end.click()
  await expect.poll(() => cancelled(app)).toEqual(['backup'])

  await sendEvent(app, 'job', { kind: 'backup', progress: null })
  await sendEvent(app, 'closing', { isClosing: false })
  await expect(overlay).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: 'Plan' })).toBeFocused()
  await expect(page.getByRole('textbox', { name: 'Plan' })).toHaveText('Weekly')
})

test('quitting / backs up first where that is due', async ({ app, temporaryFolder }) => {
  const stick = makeStick(temporaryFolder)
  await app.nextOpenPath(stick)
  // Over the bridge: on screen a backup would begin at once.
  await ask(app.page, 'backup:addPlace', {})
  expect(backupsOn(stick)).toEqual([])
  await app.close()
  expect(backupsOn(stick)).toHaveLength(1)
})
