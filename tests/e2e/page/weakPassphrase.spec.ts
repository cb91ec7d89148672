// A weak passphrase is asked about twice, wherever a new one is set; main refuses it from whoever has not been asked.
import { violations } from '../axe.ts'
import { ask, invoke } from '../bridge.ts'
import { expect, test } from '../fixtures.ts'
import {
  expectLocked,
  expectUnlocked,
  fillSetUp,
  keepRecoveryCode,
  passphrase,
  practice,
  putBackupsOff,
  unlock,
} from '../journeys.ts'
import type { Page } from '@playwright/test'

const weak = 'password1234'

const why = (page: Page) => page.getByRole('dialog', { name: 'This passphrase is easy to guess' })
const sure = (page: Page) => page.getByRole('dialog', { name: 'Use it all the same?' })
const understood = (page: Page) =>
  page.getByRole('checkbox', { name: 'I know that somebody who takes this computer could guess it' })

async function openChange(page: Page, next: string): Promise<void> {
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Change passphrase' }).click()
  await page.getByRole('textbox', { name: 'Current passphrase' }).fill(passphrase)
  await page.getByRole('textbox', { name: 'New passphrase', exact: true }).fill(next)
  await page.getByRole('textbox', { name: 'Repeat passphrase' }).fill(next)
  await page.getByRole('button', { name: 'Change passphrase' }).click()
}

test('a weak passphrase at set-up: another one can be chosen, or it is confirmed twice with the keyboard alone', async ({
  freshApp: { page },
}) => {
  await fillSetUp(page, { passphrase: weak })
  await expect(why(page)).toContainText('close to a password that many people use')
  await expect(why(page)).toContainText('tries to guess it')
  await expect(page.getByRole('button', { name: 'Choose another' })).toBeFocused()
  expect(await violations(page)).toEqual([])

  await page.keyboard.press('Enter')
  await expect(why(page)).toBeHidden()
  await expect(page.getByRole('textbox', { name: 'Passphrase', exact: true })).toBeFocused()
  expect(await ask(page, 'vault:status', {})).toMatchObject({ state: 'absent' })

  await page.getByRole('button', { name: 'Create vault' }).click()
  await page.getByRole('button', { name: 'Use it all the same' }).press('Enter')
  await expect(sure(page)).toBeVisible()
  await expect(understood(page)).toBeFocused()
  await expect(page.getByRole('button', { name: 'Use this passphrase' })).toBeDisabled()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Use this passphrase' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Your recovery code' })).toBeVisible({ timeout: 30_000 })
  await keepRecoveryCode(page)
  await putBackupsOff(page)
  await expectUnlocked(page)
  await page.keyboard.press('ControlOrMeta+l')
  await expectLocked(page)
  await unlock(page, weak)
})

test('a weak passphrase in a change: Escape keeps the old one, two confirmations take the new one', async ({
  app: { page },
}) => {
  await openChange(page, weak)
  await expect(why(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('textbox', { name: 'New passphrase', exact: true })).toBeFocused()
  await page.getByRole('button', { name: 'Change passphrase' }).click()
  await page.getByRole('button', { name: 'Use it all the same' }).click()
  await understood(page).check()
  await page.getByRole('button', { name: 'Use this passphrase' }).click()
  await expect(page.getByText('Could somebody know the old passphrase?')).toBeVisible({ timeout: 30_000 })
  await page.keyboard.press('ControlOrMeta+l')
  await expectLocked(page)
  await unlock(page, weak)
})

test('an accepted weak passphrase / after a wrong current one / is not asked about again', async ({
  app: { page },
}) => {
  await openChange(page, weak)
  await expect(why(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(why(page)).toBeHidden()
  await page.getByRole('textbox', { name: 'Current passphrase' }).fill('not the passphrase')
  await page.getByRole('button', { name: 'Change passphrase' }).click()
  await page.getByRole('button', { name: 'Use it all the same' }).click()
  await understood(page).check()
  await page.getByRole('button', { name: 'Use this passphrase' }).click()
  await expect(page.getByText('That is not the passphrase. Nothing was changed.')).toBeVisible({ timeout: 30_000 })
  await page.getByRole('textbox', { name: 'Current passphrase' }).fill(passphrase)
  await page.getByRole('button', { name: 'Change passphrase' }).click()
  await expect(page.getByText('Could somebody know the old passphrase?')).toBeVisible({ timeout: 30_000 })
})

test('a recovery asks the same before it sets a weak passphrase', async ({ launch, practiceFolder, template }) => {
  const { page } = await launch({ userData: practiceFolder })
  await page.getByRole('button', { name: 'Use recovery code' }).click()
  await page.getByRole('textbox', { name: 'Recovery code' }).fill(template.recoveryCode)
  await page.getByRole('textbox', { name: 'New passphrase', exact: true }).fill(weak)
  await page.getByRole('textbox', { name: 'Repeat passphrase' }).fill(weak)
  await page.getByRole('button', { name: 'Set new passphrase and unlock' }).click()
  await expect(why(page)).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await page.getByRole('button', { name: 'Use it all the same' }).click()
  await understood(page).check()
  await page.getByRole('button', { name: 'Use this passphrase' }).click()
  await expectUnlocked(page)
})

test('a weak passphrase that nobody was asked about / is refused by main; the practice’s own name is weak', async ({
  freshApp: { page },
}) => {
  const blank = { ...practice, address: '', phone: '' }
  const create = (chosen: string) => invoke(page, 'vault:create', { practice: blank, passphrase: chosen })
  const refusal = {
    ok: false,
    error: { code: 'VALIDATION', details: { issues: [{ path: 'passphrase', code: 'weak' }] } },
  }
  expect(await create(weak)).toEqual(refusal)
  expect(await create('harbourmassage')).toEqual(refusal)
  expect(await ask(page, 'vault:status', {})).toMatchObject({ state: 'absent' })
})
