// Seals and time stamps on screen: saved, checked, held against a record that was put back, printed, and stamped.
import { cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { missingOpenssl, stampingAuthority } from '../fixtures/stampingAuthority.ts'
import { folded, missingPdfTools, pdfImageCount, pdfPages, qrCodesOf } from '../fixtures/readPdf.ts'
import { tamperWithVault } from '../fixtures/tamperedVault.ts'
import { violations } from './axe.ts'
import { ask } from './bridge.ts'
import { expect, test } from './fixtures.ts'
import { passphrase, tryPassphrase, unlock } from './journeys.ts'
import { openPatientFile, savePdf } from './patientFileJourney.ts'
import { addClient, addSession } from './records.ts'
import { sameOnBoth } from './palpateApp.ts'

const plan = (day: number) => ({ start: `2026-03-0${day}T09:30`, sections: { plan: `Weekly, visit ${day}` } })

async function openSettings(page: Page): Promise<void> {
  await page.evaluate(() => void (window.location.hash = '#/settings'))
  await expect(page.getByRole('button', { name: 'Save a seal' })).toBeVisible()
}

async function openDialog(page: Page, name: string): Promise<Locator> {
  await page.getByRole('button', { name, exact: true }).click()
  const dialog = page.getByRole('dialog', { name })
  await expect(dialog).toBeVisible()
  return dialog
}

const look = (page: Page, colorScheme: 'light' | 'dark') => page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })

const close = async (dialog: Locator) => {
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await expect(dialog).toHaveCount(0)
}

test(
  'a seal / is saved and checked, and shows that yesterday’s folder was put back',
  { tag: sameOnBoth },
  async ({ app, launch, temporaryFolder }) => {
    const { page, userData } = app
    const sealFile = join(temporaryFolder, 'seal.txt')
    const older = join(temporaryFolder, 'older')
    const clientId = await addClient(page, { firstName: 'Mina', lastName: 'Okoye' })

    await look(page, 'light')
    await openSettings(page)
    await app.nextSavePath(sealFile)
    await page.getByRole('button', { name: 'Save a seal' }).click()
    await expect(page.getByText('Nothing to seal yet')).toBeVisible()
    expect(existsSync(sealFile)).toBe(false)

    await addSession(page, clientId, plan(1))
    await page.getByRole('button', { name: 'Save a seal' }).click()
    await expect(page.getByText('Seal of signature 1 saved as seal.txt')).toBeVisible()
    expect(readFileSync(sealFile, 'utf8')).toMatch(/^PALPATE-SEAL-1\.[0-9A-Z]{228}$/mu)
    expect(readFileSync(sealFile, 'utf8')).not.toMatch(/Mina|Okoye/u)

    await addSession(page, clientId, plan(2))
    const dialog = await openDialog(page, 'Check a seal')
    await app.nextOpenPath(sealFile)
    await dialog.getByRole('button', { name: 'Open a file' }).click()
    await expect(dialog).toContainText('Everything that this seal stands for is still there')
    await expect(dialog).toContainText('1 signature since')
    expect(await violations(page)).toEqual([])

    const box = dialog.getByRole('textbox', { name: 'Seal' })
    const line = /^PALPATE.*$/mu.exec(readFileSync(sealFile, 'utf8'))?.[0] ?? ''
    await box.fill(line.replace(/.$/u, ''))
    await dialog.getByRole('button', { name: 'Check', exact: true }).click()
    await expect(dialog).toContainText('This seal cannot be read in full')
    await box.fill('Good morning')
    await expect(dialog.getByText('This seal cannot be read in full')).toHaveCount(0)
    await dialog.getByRole('button', { name: 'Check', exact: true }).click()
    await expect(dialog).toContainText('There is no seal in this text')
    expect(await violations(page)).toEqual([])
    await close(dialog)
    await app.close()

    // Yesterday's folder, kept aside; today's notes are signed and sealed, then the old one is put back.
    cpSync(userData, older, { recursive: true })
    const today = await launch({ userData })
    await unlock(today.page)
    await addSession(today.page, clientId, plan(3))
    await openSettings(today.page)
    const newest = join(temporaryFolder, 'newest.json')
    await today.nextSavePath(newest)
    await today.page.getByRole('button', { name: 'Save a seal' }).click()
    await expect(today.page.getByText('Seal of signature 3 saved as newest.json')).toBeVisible()
    expect(JSON.parse(readFileSync(newest, 'utf8'))).toMatchObject({ format: 'palpate-seal', version: 1, sequence: 3 })
    await today.close()
    rmSync(userData, { recursive: true })
    renameSync(older, userData)

    const next = await launch({ userData })
    await look(next.page, 'dark')
    await unlock(next.page)
    await openSettings(next.page)
    const verify = await openDialog(next.page, 'Verify record')
    await expect(verify).toContainText('All 2 signatures fit.')
    expect(await violations(next.page)).toEqual([])
    await close(verify)
    const check = await openDialog(next.page, 'Check a seal')
    await next.nextOpenPath(newest)
    await check.getByRole('button', { name: 'Open a file' }).click()
    await expect(check).toContainText('The record ends before this seal')
    await expect(check).toContainText('The seal is of signature 3, and the record has only 2')
    expect(await violations(next.page)).toEqual([])
    await check.getByRole('textbox', { name: 'Seal' }).fill(line)
    await check.getByRole('button', { name: 'Check', exact: true }).click()
    await expect(check).toContainText('Everything that this seal stands for is still there')
    expect(await violations(next.page)).toEqual([])
  },
)

test(
  'a record whose end was cut off / fits, but verifying it and checking a seal report what is gone',
  { tag: sameOnBoth },
  async ({ app, launch, temporaryFolder }) => {
    const { page, userData } = app
    const sealFile = join(temporaryFolder, 'seal.json')
    const clientId = await addClient(page, { lastName: 'Okoye' })
    for (const day of [1, 2, 3]) await addSession(page, clientId, plan(day))
    await openSettings(page)
    await app.nextSavePath(sealFile)
    await page.getByRole('button', { name: 'Save a seal' }).click()
    await expect(page.getByText('Seal of signature 3 saved as seal.json')).toBeVisible()
    await app.close()

    await tamperWithVault(join(userData, 'vault'), passphrase, 'DELETE FROM signature WHERE sequence > 1')
    const next = await launch({ userData })
    for (const scheme of ['light', 'dark'] as const) {
      await look(next.page, scheme)
      if (scheme === 'light') {
        await tryPassphrase(next.page)
        // The head knows of three.
        await expect(next.page.getByRole('heading', { name: 'Signatures are missing' })).toBeVisible()
        await next.page.getByRole('button', { name: 'I have read this, go on' }).click()
      } else await next.page.reload()
      await openSettings(next.page)
      const verify = await openDialog(next.page, 'Verify record')
      const alert = verify.getByRole('alert')
      await expect(alert).toContainText('The one signature fits, but the record is not what it was')
      await expect(alert).toContainText('2 signatures were made and are no longer there: 2 and 3.')
      await expect(alert).toContainText('Seals were made of 1 signature that is no longer there: 3.')
      expect(await violations(next.page)).toEqual([])
      await close(verify)
    }
    const check = await openDialog(next.page, 'Check a seal')
    await next.nextOpenPath(sealFile)
    await check.getByRole('button', { name: 'Open a file' }).click()
    await expect(check).toContainText('The seal is of signature 3, and the record has only 1.')
  },
)

const missingTools = missingPdfTools()
test.describe('on paper', () => {
  test.skip(missingTools !== null, missingTools ?? '')

  test('the seal at the end of a patient file is the same in its code and in its text, and is kept', async ({
    app,
    temporaryFolder,
  }) => {
    const { page } = app
    const clientId = await addClient(page, { firstName: 'Mina', lastName: 'Okoye' })
    await addSession(page, clientId, plan(1))
    await addSession(page, clientId, plan(2))
    const target = join(temporaryFolder, 'file.pdf')
    await savePdf(app, await openPatientFile(page, clientId), target)

    const pages = pdfPages(target)
    const last = pages.at(-1) ?? ''
    expect(folded(last)).toContain('Seal of the record')
    expect(pdfImageCount(target)).toBe(0)
    const codes = qrCodesOf(target, pages.length)
    expect(codes).toHaveLength(1)
    const printed = /PALPATE-SEAL-1\.[0-9A-Z\s]{228,300}/u.exec(last)?.[0].replaceAll(/\s/gu, '').slice(0, 243)
    expect(printed).toBe(codes[0])
    // Read as somebody would who copies the end of the file's text.
    for (const text of [codes[0] ?? '', last.slice(last.indexOf('Seal of the record'))]) {
      expect(await ask(page, 'record:checkSeal', { text })).toMatchObject({ outcome: 'contained', sequence: 2 })
    }
  })
})

const missing = missingOpenssl()
test.describe('a time stamp', () => {
  test.skip(missing !== null, missing ?? '')

  test(
    'is asked for, read back, and says what it proves; another one is refused with the reason',
    { tag: sameOnBoth },
    async ({ app, temporaryFolder }) => {
      const { page } = app
      const authority = stampingAuthority()
      const clientId = await addClient(page, { lastName: 'Okoye' })
      await addSession(page, clientId, plan(1))
      await look(page, 'light')
      await openSettings(page)
      const dialog = await openDialog(page, 'Time stamps')
      await expect(dialog).toContainText('There is no time stamp yet.')
      expect(await violations(page)).toEqual([])

      const request = join(temporaryFolder, 'seal.tsq')
      await app.nextSavePath(request)
      await dialog.getByRole('button', { name: 'Save a request (.tsq)' }).click()
      await expect(page.getByText('Saved as seal.tsq')).toBeVisible()
      const answer = join(temporaryFolder, 'seal.tsr')
      await app.nextOpenPath(answer)

      writeFileSync(answer, authority.stampOf('something else'))
      await dialog.getByRole('button', { name: 'Read an answer' }).click()
      await expect(dialog).toContainText('It stamps something that isn’t a seal of this vault. Nothing was kept.')

      writeFileSync(answer, authority.answer(readFileSync(request)))
      await dialog.getByRole('button', { name: 'Read an answer' }).click()
      const list = dialog.getByRole('list', { name: 'Kept time stamps' })
      await expect(list).toContainText('Test Stamp 1, Test Authority')
      await expect(list).toContainText(authority.rootFingerprint)
      await expect(dialog.getByText('Nothing was kept.')).toHaveCount(0)
      expect(await violations(page)).toEqual([])

      const line = join(temporaryFolder, 'line.txt')
      await app.nextSavePath(line)
      await dialog.getByRole('button', { name: 'Save for OpenTimestamps' }).click()
      await expect(page.getByText('Saved as line.txt')).toBeVisible()
      expect(readFileSync(line, 'utf8')).toMatch(/^PALPATE-SEAL-1\.\w{228}$/u)

      await close(dialog)
      await look(page, 'dark')
      await page.reload()
      await openSettings(page)
      await openDialog(page, 'Time stamps')
      await expect(list).toContainText('Test Stamp 1, Test Authority')
      expect(await violations(page)).toEqual([])
      authority.remove()
    },
  )
})
