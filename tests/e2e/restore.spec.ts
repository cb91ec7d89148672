// A practice moves to another computer: from a stick, with the recovery code alone.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { violationsInBothSchemes } from './axe.ts'
import { ask } from './bridge.ts'
import { expect, test } from './fixtures.ts'
import { expectUnlocked, passphrase, setUpPractice } from './journeys.ts'
import { addClient, addSession } from './records.ts'
import { sameOnBoth } from './palpateApp.ts'

/** All that must arrive: what the screens read of two sessions, and the state of the chain. */
async function recordsOf(page: Page, ids: readonly string[]) {
  const sessions = await Promise.all(ids.map((id) => ask(page, 'session:get', { id })))
  return { sessions, chain: await ask(page, 'record:verify', {}) }
}

test('a practice is moved to a new computer / from a stick, with the recovery code alone, with every note, mark and fingerprint', async ({
  launch,
  temporaryFolder,
}) => {
  const stick = join(temporaryFolder, 'stick')
  mkdirSync(stick)
  const old = await launch({ userData: join(temporaryFolder, 'old computer') })
  const recoveryCode = await setUpPractice(old.page)
  const clientId = await addClient(old.page, { firstName: 'Mara', lastName: 'Okafor', alert: 'Latex allergy' })
  const findings = [{ remark: 'taut band' }, { kind: 'spasm' as const, severity: 4 }]
  const signed = await addSession(old.page, clientId, {
    start: '2026-10-05T09:00',
    sections: { subjective: 'Left hip since March', plan: 'Every two weeks' },
    findings,
    pain: [7, 3],
  })
  const draft = await addSession(old.page, clientId, {
    start: '2026-10-19T09:00',
    sections: { subjective: 'Better — naïve, 痛み, كتف' },
    findings,
    signed: 'draft',
  })
  await old.nextOpenPath(stick)
  await ask(old.page, 'backup:addPlace', {})
  const { copyProblem, places } = await ask(old.page, 'backup:run', {})
  expect([copyProblem, places[0]?.problem]).toEqual([null, null])
  const before = await recordsOf(old.page, [signed, draft])
  await old.close()

  const computer = await launch({ userData: join(temporaryFolder, 'new computer') })
  const { page } = computer
  await page.getByRole('button', { name: 'Restore from backup' }).click()
  await computer.nextOpenPath(stick)
  await page.getByRole('button', { name: 'Choose a folder' }).click()
  await expect(page.getByRole('radio', { name: /Verified/u })).toBeChecked()
  expect(await violationsInBothSchemes(computer.page)).toEqual([])
  await page.getByRole('button', { name: 'Look into it' }).click()
  await page.getByText('Recovery code', { exact: true }).click()
  const box = page.getByRole('textbox', { name: 'Recovery code' })
  const groups = recoveryCode.split('-')
  await box.fill([...groups.slice(0, 2), 'ABCDE', ...groups.slice(3)].join('-'))
  await page.getByRole('button', { name: 'Look into it' }).click()
  await expect(page.getByText('Group 3 does not fit')).toBeVisible()
  expect(await box.evaluate((input: HTMLInputElement) => [input.selectionStart, input.selectionEnd])).toEqual([12, 17])
  await box.fill(recoveryCode)
  expect(await violationsInBothSchemes(computer.page)).toEqual([])
  await page.getByRole('button', { name: 'Look into it' }).click()
  await expect(page.getByText('every record in it was read')).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Restore this backup' }).click()
  await page.getByRole('textbox', { name: 'New passphrase' }).fill('another river, other stones')
  await page.getByRole('textbox', { name: 'Repeat passphrase' }).fill('another river, other stones')
  expect(await violationsInBothSchemes(computer.page)).toEqual([])
  await page.getByRole('button', { name: 'Set new passphrase and open' }).click()
  await expectUnlocked(page)
  expect(await recordsOf(page, [signed, draft])).toEqual(before)
  await expect(page.getByText('Okafor').first()).toBeVisible()
})

test(
  'a folder without a backup / is named, and another one can be chosen',
  { tag: sameOnBoth },
  async ({ launch, temporaryFolder }) => {
    const empty = join(temporaryFolder, 'empty')
    mkdirSync(empty)
    const computer = await launch({ userData: join(temporaryFolder, 'new computer') })
    const { page } = computer
    await page.getByRole('button', { name: 'Restore from backup' }).click()
    await expect(page.getByText('No backup was found in the places that this computer knows')).toBeVisible()
    await computer.nextOpenPath(empty)
    await page.getByRole('button', { name: 'Choose a folder' }).click()
    await expect(page.getByText('There is no backup in this folder')).toBeVisible()
    expect(await violationsInBothSchemes(computer.page)).toEqual([])
    await page.getByRole('button', { name: 'Back' }).click()
    await expect(page.getByRole('button', { name: 'Create vault' })).toBeVisible()
  },
)

test('a backup is restored from the settings / it is looked into without a passphrase, the app locks, the backup’s passphrase brings it back, and who was erased since is erased again', async ({
  app,
  temporaryFolder,
}) => {
  const { page } = app
  const stick = join(temporaryFolder, 'stick')
  mkdirSync(stick)
  await addClient(page, { firstName: 'Mara', lastName: 'Okafor' })
  const erased = await addClient(page, { firstName: 'Zia', lastName: 'Gone' })
  await app.nextOpenPath(stick)
  await ask(page, 'backup:addPlace', {})
  await ask(page, 'backup:run', {})
  await addClient(page, { firstName: 'Ines', lastName: 'Later' })
  await ask(page, 'client:archive', { id: erased })
  await ask(page, 'retention:erase', { id: erased, typedName: 'gone', reason: 'Asked for it in writing' })
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Restore from backup' }).click()
  await page.getByRole('button', { name: 'Look into it' }).click()
  await expect(page.getByText('every record in it was read')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('It holds 1 client whom you erased later')).toBeVisible()
  expect(await violationsInBothSchemes(page)).toEqual([])
  await page.getByRole('button', { name: 'Lock and restore' }).click()
  const box = page.getByRole('textbox', { name: 'Passphrase' })
  await expect(page.getByRole('heading', { name: 'Open the backup' })).toBeVisible()
  await box.fill(passphrase)
  await page.getByRole('button', { name: 'Look into it' }).click()
  await page.getByRole('button', { name: 'Restore this backup' }).click({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Open the records' }).click()
  await page.getByRole('button', { name: 'I have read this, go on' }).click()
  await expect(page.getByRole('heading', { name: 'An erased client is back' })).toBeVisible()
  await expect(page.getByRole('checkbox', { name: 'Erase Zia Gone again' })).toBeChecked()
  expect(await violationsInBothSchemes(page)).toEqual([])
  await page.getByRole('button', { name: 'Erase again' }).click()
  await expectUnlocked(page)
  const clients = await ask(page, 'client:list', {})
  expect(clients.map(({ lastName }) => lastName)).toEqual(['Okafor'])
})
