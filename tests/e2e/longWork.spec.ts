// Long work on the real processes: two windows that want the same, a window that is gone, services that end in the middle.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { canFindServices, servicesBelow } from '../fixtures/servicesProcess.ts'
import { makeVaultOfSize } from '../fixtures/vaultOfSize.ts'
import { expect, test } from './fixtures.ts'
import { expectLocked, passphrase, practice, unlock } from './journeys.ts'
import { sameOnBoth, type PalpateApp } from './palpateApp.ts'
import { openPatientFile, savePdf } from './patientFileJourney.ts'

const signed = 800

async function appOfSize(temporaryFolder: string, launch: (options: { userData: string }) => Promise<PalpateApp>) {
  const userData = join(temporaryFolder, 'data')
  const { clientIds } = await makeVaultOfSize({
    folder: join(userData, 'vault'),
    passphrase,
    practice: { ...practice, address: '', phone: '' },
    size: { clients: 400, sessions: signed, signed: 1 },
  })
  const app = await launch({ userData })
  await unlock(app.page)
  return { app, clientId: clientIds[0] ?? '' }
}

/** Sends a signal to the process of the services; what is asked while it is halted is handled when it goes on. */
async function signalServices(app: PalpateApp, signal: 'SIGSTOP' | 'SIGCONT' | 'SIGKILL'): Promise<void> {
  process.kill(servicesBelow(await app.evaluate(() => process.pid)), signal)
}

async function startVerifying(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Verify record' }).click()
  const dialog = page.getByRole('dialog', { name: 'Verify record' })
  await expect(dialog).toContainText('Beginning …')
  return dialog
}

test.beforeEach(() => {
  test.skip(!canFindServices, 'this machine lets no test halt a process of the app')
})

test(
  'two windows verify the record / one that leaves or is gone takes nothing from the other',
  { tag: sameOnBoth },
  async ({ launch, temporaryFolder }) => {
    const { app } = await appOfSize(temporaryFolder, launch)
    const { page } = app
    await page.getByRole('link', { name: 'Settings' }).click()
    const other = await app.nextWindow(() => page.keyboard.press('ControlOrMeta+Shift+N'))
    await other.getByRole('link', { name: 'Settings' }).click()
    await expect(other.getByRole('button', { name: 'Verify record' })).toBeVisible()

    await test.step('its dialog is closed in the other window', async () => {
      await signalServices(app, 'SIGSTOP')
      const left = await startVerifying(other)
      const kept = await startVerifying(page)
      await left.getByRole('button', { name: 'Cancel' }).click()
      await expect(left).toHaveCount(0)
      await signalServices(app, 'SIGCONT')
      await expect(kept).toContainText(`All ${signed} signatures fit.`)
      await kept.getByRole('button', { name: 'Close', exact: true }).last().click()
      await expect(kept).toHaveCount(0)
    })

    await test.step('the other window is gone', async () => {
      await signalServices(app, 'SIGSTOP')
      await startVerifying(other)
      const kept = await startVerifying(page)
      await app.evaluate(({ BrowserWindow }) => {
        const [newest] = BrowserWindow.getAllWindows().toSorted((a, b) => b.id - a.id)
        newest?.destroy()
      })
      await signalServices(app, 'SIGCONT')
      await expect(kept).toContainText(`All ${signed} signatures fit.`)
    })
  },
)

test('the services end while the record is verified / it is said, another try leads on, and the next check is whole', async ({
  launch,
  temporaryFolder,
}) => {
  const { app } = await appOfSize(temporaryFolder, launch)
  const { page } = app
  await page.getByRole('link', { name: 'Settings' }).click()
  await signalServices(app, 'SIGSTOP')
  const dialog = await startVerifying(page)
  await signalServices(app, 'SIGKILL')
  await expect(dialog.getByRole('alert')).toContainText('The check did not get to its end')
  await expect(dialog.getByRole('alert')).toContainText('Nothing was changed')
  await expect(page.getByRole('progressbar')).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Try again' }).click()
  // The process that had the key is gone.
  await expectLocked(page)
  await unlock(page)
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Verify record' }).click()
  await expect(page.getByRole('dialog', { name: 'Verify record' })).toContainText(`All ${signed} signatures fit.`)
})

test('the services end while a patient file is made / it ends at once, and the next one can be made', async ({
  launch,
  temporaryFolder,
}) => {
  const { app, clientId } = await appOfSize(temporaryFolder, launch)
  const { page } = app
  const dialog = await openPatientFile(page, clientId)
  const lost = join(temporaryFolder, 'lost.pdf')
  await app.evaluate(({ dialog: native }, filePath) => {
    native.showSaveDialog = () =>
      new Promise((resolve) => {
        Object.assign(globalThis, { answerDialog: () => resolve({ canceled: false, filePath }) })
      })
  }, lost)
  await dialog.getByRole('button', { name: 'Save PDF' }).click()
  await expect.poll(() => app.evaluate(() => 'answerDialog' in globalThis)).toBe(true)
  await signalServices(app, 'SIGKILL')
  await app.evaluate(() => (globalThis as unknown as { answerDialog: () => void }).answerDialog())
  await expectLocked(page)
  await unlock(page)
  const next = await openPatientFile(page, clientId)
  await savePdf(app, next, join(temporaryFolder, 'next.pdf'))
  expect(existsSync(lost)).toBe(false)
})
