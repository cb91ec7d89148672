// The pictures of the guide's pages on backups, restoring, two computers, damage, the audit log, retention and closing.
import { cpSync, mkdirSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { ask } from '../tests/e2e/bridge.ts'
import { addSession } from '../tests/e2e/records.ts'
import { expectLocked, tryPassphrase } from '../tests/e2e/journeys.ts'
import type { PalpateApp } from '../tests/e2e/palpateApp.ts'
import { flipInPage } from '../tests/fixtures/everyTable.ts'
import { replaceText, usualPlace, type TakePicture } from './guideVaultPictures.ts'

const demoPassphrase = 'demo-practice'

interface Studio {
  picture: TakePicture
  start: (args: readonly string[], profile: string) => Promise<PalpateApp>
  /** Where profiles and sticks lie. */
  folder: string
}

const goTo = (page: Page, hash: string) => page.evaluate((to) => void (location.hash = to), hash)

/** Backups, the audit log, the retention rule, the emergency sheet and closing, in a practice at work; then a restore. */
export async function copyPictures({ picture, start, folder }: Studio): Promise<void> {
  const app = await start(['--demo'], 'copies')
  const { page } = app
  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible({ timeout: 120_000 })
  const { folder: vault } = await ask(page, 'vault:status', {})
  const stick = join(folder, 'stick')
  mkdirSync(stick)
  const usual = () =>
    replaceText(page, [
      [vault, usualPlace],
      [stick, '/media/backup stick'],
    ])

  await app.nextOpenPath(stick)
  await ask(page, 'backup:addPlace', {})
  await goTo(page, '#/settings/backups')
  await expect(page.getByRole('region', { name: 'Backups' }).getByText(/^Last verified/)).toBeVisible({
    timeout: 60_000,
  })
  await usual()
  await picture(page, 'backups')

  await page.getByRole('button', { name: 'Emergency sheet' }).click()
  await page.getByRole('textbox', { name: 'Whom to give the records to' }).fill('Ida Brandt, solicitor, 020 7946 0188')
  await usual()
  await picture(page, 'emergency-sheet')
  await page.getByRole('button', { name: 'Close', exact: true }).last().click()
  await page.getByRole('button', { name: 'What protects what' }).click()
  await picture(page, 'what-protects-what')
  await page.keyboard.press('Escape')

  await goTo(page, '#/settings/audit')
  await expect(page.getByRole('button', { name: 'Check the log' })).toBeVisible()
  await expect(page.getByText('Backup made').first()).toBeVisible()
  await picture(page, 'audit-log')
  await goTo(page, '#/settings/close')
  await expect(page.getByRole('button', { name: 'Save all records' })).toBeVisible()
  await picture(page, 'close-the-practice')

  await page.getByRole('button', { name: 'Lock', exact: true }).click()
  await expectLocked(page)
  await page.getByRole('button', { name: 'Restore from backup' }).click()
  await page.getByRole('button', { name: 'Look into it' }).click()
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(demoPassphrase)
  await page.getByRole('button', { name: 'Look into it' }).click()
  await expect(page.getByText('every record in it was read')).toBeVisible({ timeout: 60_000 })
  await usual()
  await picture(page, 'restore')
  await app.kill()
}

/** One vault opened on two computers; what only the other copy has; and a vault with a damaged page. */
export async function otherComputerPictures({ picture, start, folder }: Studio): Promise<void> {
  const desk = await start(['--demo'], 'desk')
  const { page } = desk
  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible({ timeout: 120_000 })
  const { folder: vault } = await ask(page, 'vault:status', {})

  const laptop = await start([], 'laptop')
  await laptop.nextOpenPath(vault)
  await laptop.page.getByRole('button', { name: 'Open another vault' }).click()
  await expect(laptop.page.getByRole('heading', { name: /^In use on / })).toBeVisible()
  await replaceText(laptop.page, [
    [vault, '/media/stick/vault'],
    [hostname(), 'Desk'],
  ])
  await picture(laptop.page, 'in-use')
  await laptop.kill()

  await page.getByRole('button', { name: 'Lock', exact: true }).click()
  await expectLocked(page)
  cpSync(vault, join(folder, 'second', 'vault'), { recursive: true })
  await writeOnSecond(await start([], 'second'))
  await tryPassphrase(page, demoPassphrase)
  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible({ timeout: 60_000 })
  await goTo(page, '#/settings/copy')
  await desk.nextOpenPath(join(folder, 'second'))
  await page.getByRole('button', { name: 'Choose a folder' }).click()
  await page.getByRole('button', { name: 'Look into it' }).click()
  await expect(page.getByText('Nothing here is changed.')).toBeVisible({ timeout: 60_000 })
  await picture(page, 'bring-in')

  await page.getByRole('button', { name: 'Lock', exact: true }).click()
  await expectLocked(page)
  flipInPage(join(vault, 'practice.db'), 1)
  await tryPassphrase(page, demoPassphrase)
  await expect(page.getByRole('heading', { name: 'Your vault is damaged' })).toBeVisible({ timeout: 30_000 })
  await replaceText(page, [[vault, usualPlace]])
  await picture(page, 'vault-damaged')
  await desk.kill()
}

/** Two sessions that only the second computer's copy has, one of them signed. */
async function writeOnSecond({ page, kill }: PalpateApp): Promise<void> {
  await tryPassphrase(page, demoPassphrase)
  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible({ timeout: 60_000 })
  const [client] = await ask(page, 'client:list', {})
  if (!client) throw new Error('the demo practice has no client')
  const day = new Date().toISOString().slice(0, 10)
  await addSession(page, client.id, {
    start: `${day}T08:00`,
    sections: { subjective: 'Slept through for the first time since the move', plan: 'Again in two weeks' },
    findings: [{ severity: 4 }],
    pain: [4, 1],
  })
  await addSession(page, client.id, {
    start: `${day}T10:00`,
    sections: { subjective: 'Asked for ten more minutes on the neck' },
    signed: 'draft',
  })
  await page.getByRole('button', { name: 'Lock', exact: true }).click()
  await expectLocked(page)
  await kill()
}
