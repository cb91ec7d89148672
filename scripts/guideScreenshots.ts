// Takes the pictures of the user guide and the README from the running app, on a temporary demo vault.
// Run after a build: node scripts/guideScreenshots.ts
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { expectSaved, fillSetUp, typeSection } from '../tests/e2e/journeys.ts'
import { launchHost } from '../tests/e2e/hostApp.ts'
import type { PalpateApp } from '../tests/e2e/palpateApp.ts'
import { projectRoot } from './runtimes.ts'

const images = join(projectRoot, 'docs/images')
const folder = mkdtempSync(join(tmpdir(), 'palpate-guide-'))
mkdirSync(images, { recursive: true })

async function picture(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0)
  await page.evaluate(() => document.fonts.ready.then(() => true))
  await page.screenshot({ path: join(images, `${name}.png`), animations: 'disabled', caret: 'hide' })
  console.log(`docs/images/${name}.png`)
}

async function started(args: readonly string[], name: string): Promise<PalpateApp> {
  const app = await launchHost({ userData: join(folder, name), args })
  await app.page.setViewportSize({ width: 1280, height: 800 })
  await app.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  return app
}

async function firstStart(): Promise<void> {
  const app = await started([], 'fresh')
  const { page } = app
  await expect(page.getByRole('textbox', { name: 'Practice name' })).toBeVisible()
  await picture(page, 'set-up')
  await fillSetUp(page)
  await expect(page.getByRole('list', { name: 'Recovery code' })).toBeVisible({ timeout: 60_000 })
  await picture(page, 'recovery-code')
  await app.kill()
}

async function practiceAtWork(): Promise<void> {
  const app = await started(['--demo'], 'demo')
  const { page } = app
  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible({ timeout: 120_000 })
  await picture(page, 'today')

  await page.getByRole('link', { name: 'Clients' }).click()
  await expect(page.getByRole('searchbox', { name: 'Find a client' })).toBeVisible()
  await picture(page, 'clients')
  await page.getByRole('button', { name: 'New client' }).click()
  await page.getByRole('textbox', { name: 'First name' }).fill('Noor')
  await page.getByRole('textbox', { name: 'Last name' }).fill('Vermeulen')
  await page.getByRole('textbox', { name: 'Date of birth' }).fill('2 March 1980')
  await picture(page, 'new-client')
  await page.getByRole('button', { name: 'Save client' }).click()
  await expect(page.getByRole('heading', { name: 'Noor Vermeulen' })).toBeVisible()

  await page.getByRole('link', { name: 'Today' }).click()
  await page.getByRole('listitem').filter({ hasText: 'Draft from today' }).getByRole('link').click()
  await expect(page.getByRole('textbox', { name: 'Subjective' })).toBeVisible()
  await page.getByRole('slider', { name: 'Pain after' }).fill('0')
  await typeSection(page, 'Assessment', 'Responding: less tone in the neck than at the last visit.')
  await typeSection(page, 'Plan', 'In four weeks. Doorway stretch twice a day.')
  await expectSaved(page)
  await picture(page, 'session')
  await page.getByRole('button', { name: 'Sign note' }).click()
  await expect(page.getByRole('button', { name: 'Sign and lock' })).toBeVisible()
  await picture(page, 'sign')
  await page.getByRole('button', { name: 'Sign and lock' }).click()
  await expect(page.getByRole('button', { name: 'Add addendum' })).toBeVisible()
  await picture(page, 'signed')

  await page.getByRole('heading', { level: 1 }).getByRole('link').click()
  await expect(page.getByRole('button', { name: 'Patient file' })).toBeVisible()
  await picture(page, 'client')
  await page.getByRole('button', { name: 'Patient file' }).click()
  const preview = page.getByRole('region', { name: 'Preview' })
  await expect(preview.getByRole('article').first()).toBeVisible()
  await picture(page, 'patient-file')
  await page.keyboard.press('Escape')

  await page.getByRole('link', { name: 'Settings' }).click()
  await picture(page, 'settings')
  await page.getByRole('button', { name: 'Lock' }).click()
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible({ timeout: 30_000 })
  await picture(page, 'lock')
  await app.kill()
}

try {
  await firstStart()
  await practiceAtWork()
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
