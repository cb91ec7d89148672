// axe on every screen, in light and in dark.
import { violationsInBothSchemes } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import {
  clickRegion,
  createClient,
  expectSaved,
  fillSetUp,
  markRegion,
  startSession,
  tryPassphrase,
  typeSection,
  typeRecoveryGroup,
  writeDownRecoveryCode,
} from '../journeys.ts'

test('axe finds nothing on any screen, light or dark', async ({ freshApp }) => {
  test.setTimeout(480_000)
  const { page } = freshApp
  const look = async (screen: string) => expect.soft(await violationsInBothSchemes(page), screen).toEqual([])

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

  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible()
  await look('today, empty')
  await page.getByRole('link', { name: 'Clients' }).click()
  await expect(page.getByText('No clients yet')).toBeVisible()
  await look('clients, empty')
  await page.getByRole('button', { name: 'New client' }).click()
  await look('new client')
  await page.keyboard.press('Escape')
  await createClient(page, {
    firstName: 'Maren',
    lastName: 'Okafor',
    dateOfBirth: '1980-03-02',
    alert: 'Anticoagulant: light pressure',
  })
  await look('client')

  await startSession(page)
  await look('session, empty')
  await clickRegion(page, 'Right upper trapezius, posterior')
  await look('session, finding being marked')
  await page.keyboard.press('Escape')
  await markRegion(page, 'Right upper trapezius, posterior', { kind: 'Trigger point', severity: 7, remark: 'jumps' })
  await page.getByRole('slider', { name: 'Pain before' }).fill('7')
  await page.getByRole('slider', { name: 'Pain after' }).fill('3')
  await typeSection(page, 'Subjective', 'Headaches behind the right eye')
  await expectSaved(page)
  await look('session, written')
  await page.getByRole('button', { name: /^Session details/ }).click()
  await expect(page.getByRole('dialog', { name: 'Session details' })).toBeVisible()
  await look('session details')
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Today' }).click()
  await expect(page.getByRole('heading', { name: 'To sign' })).toBeVisible()
  await look('today, with a draft')
  await page
    .getByRole('link', { name: /Maren Okafor/ })
    .first()
    .click()

  await page.getByRole('button', { name: 'Sign note' }).click()
  await expect(page.getByRole('button', { name: 'Sign and lock' })).toBeVisible()
  await look('signing')
  await page.getByRole('button', { name: 'Sign and lock' }).click()
  await page.getByRole('button', { name: 'Add addendum' }).click()
  await page.getByRole('textbox', { name: 'Addendum' }).fill('Better since Wednesday')
  await look('signed, with an addendum being written')
  await page.getByRole('button', { name: 'Sign addendum' }).click()
  await expect(page.getByRole('region', { name: /^Addendum of/ })).toBeVisible()
  await look('signed, with an addendum')

  await page.getByRole('link', { name: 'Maren Okafor' }).click()
  await expect(page.getByRole('button', { name: 'Patient file' })).toBeVisible()
  await look('client with a session')
  await page.getByRole('button', { name: 'Patient file' }).click()
  await expect(page.getByRole('region', { name: 'Preview' })).toContainText('Headaches')
  await look('patient file')
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Clients' }).click()
  await expect(page.getByRole('region', { name: 'Clients' })).toBeVisible()
  await look('clients')
  await page.getByRole('searchbox', { name: 'Find a client' }).fill('nobody at all')
  await look('clients, nobody found')
  await page.getByRole('link', { name: 'Settings' }).click()
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
  await look('settings')
  await page.getByRole('button', { name: 'Make new keys' }).click()
  await expect(page.getByRole('dialog', { name: 'Make new keys?' })).toBeVisible()
  await look('new keys')
  await page.keyboard.press('Escape')

  await page.keyboard.press('ControlOrMeta+l')
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible({ timeout: 30_000 })
  await look('lock')
  await tryPassphrase(page, 'not the passphrase')
  await expect(page.getByText('That is not the passphrase')).toBeVisible({ timeout: 30_000 })
  await look('lock, after a wrong try')
  await page.getByRole('button', { name: 'Use recovery code' }).click()
  await look('recovery')
})
