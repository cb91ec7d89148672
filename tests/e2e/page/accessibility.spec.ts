// What only a practice without anything in it shows, and what stands before its door: in all colours. Everything else is in
// the list of every screen.
import { troubleInAllColours } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import {
  createClient,
  fillSetUp,
  putBackupsOff,
  startSession,
  tryPassphrase,
  typeRecoveryGroup,
  writeDownRecoveryCode,
} from '../journeys.ts'

test('the first start, an empty practice and the lock / in all colours / axe finds nothing', async ({ freshApp }) => {
  test.setTimeout(480_000)
  const { page } = freshApp
  const look = async (screen: string) => expect.soft(await troubleInAllColours(page), screen).toEqual([])

  await expect(page.getByRole('button', { name: 'Create vault' })).toBeVisible()
  await look('set-up')
  await page.getByRole('button', { name: 'Create vault' }).click()
  await look('set-up with mistakes')
  await fillSetUp(page, { passphrase: 'password1234' })
  await expect(page.getByText('tries to guess it')).toBeVisible()
  await look('a weak passphrase')
  await page.getByRole('button', { name: 'Use it all the same' }).click()
  await look('a weak passphrase, to be confirmed')
  await page.getByRole('button', { name: 'Choose another' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await fillSetUp(page)
  const writtenDown = page.getByRole('checkbox', { name: 'I have written it down' })
  await expect(writtenDown).toBeVisible({ timeout: 30_000 })
  await look('recovery code')
  const code = await writeDownRecoveryCode(page)
  await look('recovery code, checked')
  await typeRecoveryGroup(page, code)
  await expect(page.getByRole('heading', { name: 'Where should backups go?' })).toBeVisible()
  await look('the question for a place')
  await putBackupsOff(page)

  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible()
  await look('today, empty')
  await page.getByRole('link', { name: 'Clients' }).click()
  await expect(page.getByText('No clients yet')).toBeVisible()
  await look('clients, empty')
  await createClient(page, { firstName: 'Maren' })
  await look('client, empty')
  await startSession(page)
  await look('session, empty')

  await page.evaluate(() => void (location.hash = '#/bin'))
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await look('bin, empty')

  await page.keyboard.press('ControlOrMeta+l')
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible({ timeout: 30_000 })
  await look('lock')
  await tryPassphrase(page, 'not the passphrase')
  await expect(page.getByText('That is not the passphrase')).toBeVisible({ timeout: 30_000 })
  await look('lock, after a wrong try')
  await page.getByRole('button', { name: 'Use recovery code' }).click()
  await look('recovery')
})
