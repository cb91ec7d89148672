// What is on screen and not stored is said: at the foot, before signing, on leaving and before a lock.
import { expect, sharedTest as test } from '../fixtures.ts'
import { startWithSomebody, typeSection } from '../journeys.ts'

test('a length that cannot be read is said at the foot, kept out of sight, and said before signing, a lock and leaving', async ({
  app: { page },
}) => {
  await startWithSomebody(page)
  await typeSection(page, 'Plan', 'Weekly.')
  const details = page.getByRole('button', { name: /^Session details/ })
  const form = page.getByRole('dialog', { name: 'Session details' })
  const length = form.getByRole('textbox', { name: 'Length in minutes' })
  await details.click()
  await length.fill('60-75')
  const said = page.getByText('Not saved yet: Length in minutes', { exact: true })
  await expect(said).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(form).toBeHidden()
  await expect(said).toBeVisible()

  await page.getByRole('button', { name: 'Sign note' }).click()
  const signing = page.getByRole('dialog', { name: 'Before you sign' })
  await expect(signing).toContainText('Not saved, and not in what you sign: Length in minutes.')
  await signing.getByRole('button', { name: 'Not yet' }).click()

  await page.getByRole('button', { name: 'Lock', exact: true }).click()
  await expect(page.getByText('Not saved yet: Length in minutes. Lock again to lock anyway.')).toBeVisible()

  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(length).toBeFocused()
  await expect(length).toHaveValue('60-75')
  await length.fill('75')
  await expect(said).toHaveCount(0)

  await length.fill('75 or so')
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Today' }).click()
  await expect(page.getByText('Not saved, because it could not be read: Length in minutes.')).toBeVisible()
})

test('an end that is typed while the start cannot be read, and treated minutes that are no number, are named together', async ({
  app: { page },
}) => {
  await startWithSomebody(page)
  await page.getByRole('button', { name: /^Session details/ }).click()
  const form = page.getByRole('dialog', { name: 'Session details' })
  await form.getByRole('textbox', { name: 'Start' }).fill('half past')
  await form.getByRole('textbox', { name: 'End' }).fill('23:58')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Treated area' }).click()
  await page.getByRole('group', { name: 'Next treated area' }).getByLabel('Minutes').fill('20-25')
  await expect(page.getByText(/^Not saved yet: Service date and start, End, \D*[Mm]inutes$/)).toBeVisible()

  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(form.getByRole('textbox', { name: 'Start' })).toBeFocused()
  await expect(form.getByRole('textbox', { name: 'Start' })).toHaveValue('half past')
  await expect(form.getByRole('textbox', { name: 'End' })).toHaveValue(/58/)
  await form.getByRole('textbox', { name: 'Start' }).fill('00:05')
  await page.keyboard.press('Escape')
  await expect(page.getByText(/^Not saved yet: \D*[Mm]inutes$/)).toBeVisible()
})
