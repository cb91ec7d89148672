// The patient file: the whole record as one PDF, read back from the disk.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { ask } from './bridge.ts'
import { expect, test } from './fixtures.ts'
import {
  createClient,
  expectSaved,
  markRegion,
  practice,
  savePatientFile,
  section,
  signNote,
  startSession,
  typeSection,
} from './journeys.ts'

const textOf = (pdf: string) => execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' })
const factsOf = (pdf: string) => execFileSync('pdfinfo', [pdf], { encoding: 'utf8' })

/** A client with a signed session and, after it, a draft. Ends on the client's page. */
async function writeTwoSessions(page: Page): Promise<void> {
  await createClient(page, {
    firstName: 'Maren',
    lastName: 'Okafor',
    dateOfBirth: '1980-03-02',
    alert: 'Anticoagulant: light pressure',
  })
  await startSession(page)
  await page.getByRole('slider', { name: 'Pain before' }).fill('7')
  await page.getByRole('slider', { name: 'Pain after' }).fill('3')
  await markRegion(page, 'Right upper trapezius, posterior', {
    kind: 'Trigger point',
    severity: 7,
    remark: 'jump sign',
  })
  await section(page, 'Subjective').click()
  await page.keyboard.press('ControlOrMeta+b')
  await page.keyboard.type('Headaches')
  await page.keyboard.press('ControlOrMeta+b')
  await page.keyboard.type(' behind the right eye')
  await typeSection(page, 'Objective', 'Active trigger point')
  await typeSection(page, 'Assessment', 'Responding well')
  await typeSection(page, 'Plan', 'Doorway stretch')
  await expectSaved(page)
  await signNote(page)
  await page.getByRole('link', { name: 'Maren Okafor' }).click()
  await startSession(page)
  await typeSection(page, 'Subjective', 'Unfinished business')
  await expectSaved(page)
  await page.getByRole('link', { name: 'Maren Okafor' }).click()
}

test('the file carries practice, client, every part of the note in order, and the signature', async ({
  app,
  temporaryFolder,
}) => {
  const { page } = app
  const pdf = join(temporaryFolder, 'file.pdf')
  await writeTwoSessions(page)
  await app.nextSavePath(pdf)
  await savePatientFile(page)
  const { recent } = await ask(page, 'today:overview', {})
  const records = await Promise.all(recent.map(({ id }) => ask(page, 'session:get', { id })))
  const fingerprint = records.find(({ signature }) => signature)?.signature?.fingerprint ?? ''

  const text = textOf(pdf)
  const inOrder = [
    'Maren Okafor',
    'Anticoagulant: light pressure',
    'Trigger point',
    'Headaches behind the right eye',
    'Active trigger point',
    'Responding well',
    'Doorway stretch',
    practice.therapistName,
  ]
  let from = 0
  for (const part of inOrder) {
    const at = text.indexOf(part, from)
    expect(at, `${part} comes after what is before it`).toBeGreaterThanOrEqual(from)
    from = at
  }
  expect(text).toContain(practice.name)
  expect(text).toContain('jump sign')
  expect(text).toContain(practice.licenceNumber)
  expect(text.replaceAll(/\s/g, '')).toContain(fingerprint)
  expect(text).toMatch(/page 1 of \d/i)
  expect(text).not.toContain('Unfinished business')

  const facts = factsOf(pdf)
  expect(facts).toMatch(/Tagged:\s+yes/)
  expect(facts).toMatch(/Page size:\s+595.* x 84[12].*A4/)
  expect(readFileSync(pdf).includes('/Outlines')).toBe(true)
  expect(facts).not.toContain('Maren')
})

test('drafts go in when they are asked for, and say what they are; paper and body maps follow the choice', async ({
  app,
  temporaryFolder,
}) => {
  const { page } = app
  const pdf = join(temporaryFolder, 'file.pdf')
  await writeTwoSessions(page)
  await app.nextSavePath(pdf)
  await page.getByRole('button', { name: 'Patient file' }).click()
  const dialog = page.getByRole('dialog', { name: 'Patient file' })
  await dialog.getByRole('checkbox', { name: 'Include unsigned drafts' }).check()
  await dialog.getByRole('checkbox', { name: 'Include body maps' }).uncheck()
  await dialog.getByText('Letter', { exact: true }).click()
  await dialog.getByRole('button', { name: 'Save PDF' }).click()
  await expect(dialog.getByRole('status').filter({ hasText: 'Saved as' })).toBeVisible({ timeout: 60_000 })

  const text = textOf(pdf)
  expect(text).toContain('Unfinished business')
  expect(text).toMatch(/unsigned draft/i)
  expect(text.indexOf('Unfinished business')).toBeLessThan(text.indexOf('Headaches'))
  expect(text).toContain('Trigger point')
  expect(factsOf(pdf)).toMatch(/Page size:\s+612 x 792.*letter/)
})

test('the suggested name carries no client name; thinking better of it writes nothing', async ({
  app,
  temporaryFolder,
}) => {
  const { page } = app
  await createClient(page, { firstName: 'Maren', lastName: 'Okafor' })
  await startSession(page)
  await typeSection(page, 'Plan', 'Weekly')
  await signNote(page)
  await page.getByRole('link', { name: 'Maren Okafor' }).click()
  await app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = async (...args: unknown[]) => {
      Object.assign(globalThis, { suggested: (args.at(-1) as { defaultPath: string }).defaultPath })
      return { canceled: true, filePath: '' }
    }
  })
  await page.getByRole('button', { name: 'Patient file' }).click()
  const save = page.getByRole('button', { name: 'Save PDF' })
  await save.click()
  await expect.poll(() => app.evaluate(() => (globalThis as unknown as { suggested?: string }).suggested)).toBeTruthy()
  const suggested = await app.evaluate(() => (globalThis as unknown as { suggested: string }).suggested)
  expect(suggested).toMatch(/\.pdf$/)
  expect(suggested).not.toMatch(/maren|okafor/i)
  await expect(save).toBeEnabled()
  await expect(page.getByRole('alert')).toHaveCount(0)
  expect(readdirSync(temporaryFolder).filter((name) => name.endsWith('.pdf'))).toEqual([])
})

test('a place that cannot be written is told, and leaves nothing half-written', async ({ app, temporaryFolder }) => {
  const { page } = app
  await createClient(page, { firstName: 'Maren' })
  await startSession(page)
  await typeSection(page, 'Plan', 'Weekly')
  await signNote(page)
  await page.getByRole('link', { name: 'Maren' }).click()
  await app.nextSavePath(join(temporaryFolder, 'not', 'there', 'file.pdf'))
  await page.getByRole('button', { name: 'Patient file' }).click()
  await page.getByRole('button', { name: 'Save PDF' }).click()
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible({ timeout: 60_000 })
  expect(existsSync(join(temporaryFolder, 'not'))).toBe(false)
})
