// First start, unlocking, and the way back in with the recovery code.
import type { Page } from '@playwright/test'
import { ask } from './bridge.ts'
import { expect, test } from './fixtures.ts'
import {
  expectLocked,
  expectUnlocked,
  fillSetUp,
  passphrase,
  setUpPractice,
  tryPassphrase,
  typeRecoveryGroup,
  unlock,
  writeDownRecoveryCode,
} from './journeys.ts'
import { sameOnBoth } from './palpateApp.ts'

test('a first start makes the vault and shows the recovery code, and the next start asks for the passphrase', async ({
  freshApp,
  launch,
}) => {
  const { page, userData } = freshApp
  const code = await setUpPractice(page)
  expect(code.split('-')).toHaveLength(7)
  await freshApp.close()

  const next = await launch({ userData })
  await expectLocked(next.page)
  await expect(next.page.getByRole('textbox', { name: 'Practice name' })).toHaveCount(0)
  await unlock(next.page)
})

test(
  'a vault is not made without a name, with a short passphrase, or when the repetition differs',
  { tag: sameOnBoth },
  async ({ freshApp: { page } }) => {
    const create = page.getByRole('button', { name: 'Create vault' })
    const box = (name: string) => page.getByRole('textbox', { name, exact: true })
    await box('Passphrase').fill(passphrase)
    await box('Repeat passphrase').fill(passphrase)
    await create.click()
    await expect(box('Practice name')).toHaveAttribute('aria-invalid', 'true')

    await box('Practice name').fill('Harbour Massage')
    await box('Passphrase').fill('ninechars')
    await box('Repeat passphrase').fill('ninechars')
    await create.click()
    await expect(box('Passphrase')).toHaveAccessibleDescription(/10 characters/)

    await box('Passphrase').fill(passphrase)
    await box('Repeat passphrase').fill(`${passphrase}!`)
    await create.click()
    await expect(box('Repeat passphrase')).toHaveAccessibleDescription(/not the same|differ/i)
    await expect(page.getByRole('checkbox', { name: 'I have written it down' })).toHaveCount(0)
  },
)

test('the recovery code must be written down before anything else, also after a restart', async ({
  freshApp,
  launch,
}) => {
  await fillSetUp(freshApp.page)
  await expect(freshApp.page.getByRole('button', { name: 'Continue' })).toBeDisabled({ timeout: 30_000 })
  await freshApp.close()

  const { page } = await launch({ userData: freshApp.userData })
  await tryPassphrase(page)
  const code = await writeDownRecoveryCode(page)
  const box = page.getByRole('textbox', { name: /^Group \d of 7/ })
  const goOn = page.getByRole('button', { name: 'Continue' })
  await expect(box).toBeFocused()
  await expect(page.getByText(code.split('-')[0] ?? '', { exact: true })).toHaveCount(0)

  await test.step('an empty box, the whole code and a wrong group do not go on', async () => {
    await goOn.click()
    await expect(box).toHaveAccessibleDescription(/Type group/)
    await box.fill(code)
    await goOn.click()
    await expect(box).toHaveAccessibleDescription(/whole code/)
    await box.fill('ZZZZZ')
    await page.keyboard.press('Enter')
    await expect(box).toHaveAccessibleDescription(/Look at your paper once more/)
    await expect(box).toBeFocused()
    expect(await ask(page, 'vault:status', {})).toMatchObject({ recoveryUnconfirmed: true })
  })

  await test.step('Back shows the same code again', async () => {
    await page.getByRole('button', { name: 'Back' }).click()
    expect(await writeDownRecoveryCode(page)).toBe(code)
  })

  await typeRecoveryGroup(page, code.toLowerCase())
  await expectUnlocked(page)
})

/** Tries wrong passphrases until the wait is shown, at once with the try that began it. Returns how many it took. */
async function triesUntilSlowedDown(page: Page): Promise<number> {
  const box = page.getByRole('textbox', { name: 'Passphrase', exact: true })
  const timer = page.getByRole('timer')
  const wrong = page.getByText('That is not the passphrase')
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeEnabled({ timeout: 60_000 })
  for (let tries = 0; tries < 9; tries += 1) {
    await box.fill(`not the passphrase ${tries}`)
    await expect(wrong).toHaveCount(0)
    await box.press('Enter')
    await expect(wrong.or(timer).first()).toBeVisible({ timeout: 30_000 })
    if (await timer.isVisible()) return tries + 1
  }
  throw new Error('every try was taken')
}

test(
  'five wrong passphrases / slow the next try down, also after a restart, and the right one opens',
  { tag: sameOnBoth },
  async ({ launch, practiceFolder }) => {
    test.setTimeout(180_000)
    const first = await launch({ userData: practiceFolder })
    expect(await triesUntilSlowedDown(first.page)).toBe(5)
    await expect(first.page.getByRole('button', { name: 'Unlock' })).toBeDisabled()
    await first.kill()

    // Without the count of before the restart there would be five free tries again.
    const second = await launch({ userData: practiceFolder })
    expect(await triesUntilSlowedDown(second.page)).toBeLessThan(5)
    await expect(second.page.getByRole('button', { name: 'Unlock' })).toBeEnabled({ timeout: 120_000 })
    await unlock(second.page)
  },
)

test(
  'the recovery code / sets a new passphrase; a mistyped group is named; the old passphrase no longer opens',
  { tag: sameOnBoth },
  async ({ launch, practiceFolder, template }) => {
    const { page } = await launch({ userData: practiceFolder })
    const chosen = 'a second passphrase to keep'
    await page.getByRole('button', { name: 'Use recovery code' }).click()
    const code = page.getByRole('textbox', { name: 'Recovery code' })
    const open = page.getByRole('button', { name: 'Set new passphrase and unlock' })
    const groups = template.recoveryCode.split('-')
    const mistyped = groups.with(2, groups[2]?.startsWith('A') ? `B${groups[2].slice(1)}` : `A${groups[2]?.slice(1)}`)
    await code.fill(mistyped.join('-'))
    await page.getByRole('textbox', { name: 'New passphrase' }).fill(chosen)
    await page.getByRole('textbox', { name: 'Repeat passphrase' }).fill(chosen)
    await open.click()
    await expect(page.getByText('Group 3 does not fit')).toBeVisible()

    await code.fill(template.recoveryCode.toLowerCase().replaceAll('-', ' '))
    await open.click()
    await expectUnlocked(page)

    await page.keyboard.press('ControlOrMeta+l')
    await expectLocked(page)
    await tryPassphrase(page)
    const box = page.getByRole('textbox', { name: 'Passphrase', exact: true })
    await expect(box).toHaveAccessibleDescription(/not the passphrase/, { timeout: 30_000 })
    await unlock(page, chosen)
  },
)
