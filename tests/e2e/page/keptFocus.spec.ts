// Whatever closes gives the keyboard back to where it came from; what is gone gives it to its neighbour.
import type { Page } from '@playwright/test'
import { expect, sharedTest as test } from '../fixtures.ts'
import { createClient, startSession, typeSection } from '../journeys.ts'

/** A button by its name, or the start of it. */
const opener = (page: Page, name: string) =>
  page.getByRole('button', { name: new RegExp(`^${name.replace(/[()+?]/gu, '\\$&')}`, 'u') }).first()

/** Opens what a button opens, by the keyboard, and leaves it with Escape. */
async function openAndLeave(page: Page, name: string): Promise<void> {
  const button = opener(page, name)
  await button.focus()
  await page.keyboard.press('Enter')
  const opened = page.locator('[role="dialog"], [role="menu"]').filter({ visible: true })
  await expect(opened.first(), name).toBeVisible()
  await expect(opened.locator(':focus'), name).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(opened, name).toHaveCount(0)
  await expect(button, name).toBeFocused()
}

test('a dialog or menu / opened by the keyboard and left with Escape / gives the focus back to what opened it', async ({
  app: { page },
}) => {
  test.setTimeout(180_000)
  await createClient(page, { firstName: 'Ida', lastName: 'Focus' })
  await test.step('on the client’s screen', async () => {
    for (const name of ['Edit', 'Patient file', 'Late entry', 'Choose a template']) await openAndLeave(page, name)
  })
  await test.step('saved instead of left', async () => {
    await opener(page, 'Edit').focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Edit client' })
    await dialog.getByRole('textbox', { name: 'Phone' }).fill('555 0100')
    await page.keyboard.press('Enter')
    await expect(dialog).toHaveCount(0)
    await expect(opener(page, 'Edit')).toBeFocused()
  })
  await test.step('in the list of clients', async () => {
    await page.getByRole('link', { name: 'Clients' }).click()
    await openAndLeave(page, 'New client')
  })
  await test.step('in the settings', async () => {
    await page.getByRole('link', { name: 'Settings' }).click()
    for (const name of ['Check a seal', 'Time stamps', 'Make new keys', 'New recovery code', 'Keyboard shortcuts']) {
      await openAndLeave(page, name)
    }
  })
})

test('what opens over a session / left with Escape / gives the focus back; a list’s entry that is removed, to its neighbour', async ({
  app: { page },
}) => {
  test.setTimeout(180_000)
  await createClient(page, { firstName: 'Ole', lastName: 'Focus' })
  await startSession(page)
  await typeSection(page, 'Subjective', 'Neck')
  for (const name of ['Session details', 'More', 'Layers', 'Sign note']) await openAndLeave(page, name)

  const homework = page.getByRole('combobox', { name: 'Homework' })
  for (const text of ['Doorway stretch', 'Chin tucks']) {
    await homework.fill(text)
    await page.keyboard.press('Enter')
  }
  await page.getByRole('button', { name: 'Remove Chin tucks' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Remove Chin tucks' })).toHaveCount(0)
  await expect(page.locator('main :focus')).toHaveCount(1)
})
