// Whatever closes gives the keyboard back to where it came from; what is gone gives it to its neighbour.
import type { Page } from '@playwright/test'
import { furnish } from '../everyScreen.ts'
import { expect, sharedTest as test } from '../fixtures.ts'

/** A button by its name, or the start of it. */
const opener = (page: Page, name: string) =>
  page.getByRole('button', { name: new RegExp(`^${name.replace(/[()+?]/gu, '\\$&')}`, 'u') }).first()

/** Opens what a button opens, by the keyboard, and leaves it with Escape. */
async function openAndLeave(page: Page, name: string, { keepsFocus = false } = {}): Promise<void> {
  const button = opener(page, name)
  await button.focus()
  await page.keyboard.press('Enter')
  const opened = page.locator('[role="dialog"], [role="menu"]').filter({ visible: true })
  await expect(opened.first(), name).toBeVisible()
  if (keepsFocus) await expect(button, name).toBeFocused()
  else await expect(opened.locator(':focus'), name).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(opened, name).toHaveCount(0)
  await expect(button, name).toBeFocused()
}

async function openAll(page: Page, names: readonly string[]): Promise<void> {
  // oxlint-disable-next-line no-await-in-loop -- one after the other
  for (const name of names) await openAndLeave(page, name)
}

async function goTo(page: Page, hash: string, shown: string): Promise<void> {
  await page.evaluate((to) => void (location.hash = to), hash)
  await expect(opener(page, shown)).toBeVisible()
}

test('a dialog or menu / opened by the keyboard and left with Escape / gives the focus back to what opened it', async ({
  app,
}) => {
  const { page } = app
  test.setTimeout(180_000)
  const { clientId, signedId } = await furnish(app)
  // What was made over the bridge is not known to the page that is shown.
  await page.reload()
  await test.step('on the client’s screen', async () => {
    await goTo(page, `#/clients/${clientId}`, 'Edit')
    await openAll(page, ['Edit', 'Patient file', 'Late entry', 'Choose a template', 'Compare visits'])
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
  await test.step('with something typed, which asks first', async () => {
    await opener(page, 'Edit').focus()
    await page.keyboard.press('Enter')
    const phone = page.getByRole('dialog', { name: 'Edit client' }).getByRole('textbox', { name: 'Phone' })
    await phone.fill('555 0199')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Keep typing' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(phone).toBeFocused()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Discard' }).press('Enter')
    await expect(opener(page, 'Edit')).toBeFocused()
  })
  await test.step('in the list of clients', async () => {
    await page.getByRole('link', { name: 'Clients' }).click()
    await openAndLeave(page, 'New client')
  })
  await test.step('in the settings', async () => {
    await page.getByRole('link', { name: 'Settings' }).click()
    const records = ['Verify record', 'Check a seal', 'Time stamps', 'Make new keys', 'New recovery code']
    await openAll(page, [...records, 'New template', 'Keyboard shortcuts'])
  })
  await test.step('among the phrases and in the bin', async () => {
    await goTo(page, '#/settings/phrases', 'New phrase')
    await openAll(page, ['New phrase', ';pain'])
    await goTo(page, '#/bin', 'Delete for good')
    await openAndLeave(page, 'Delete for good')
  })
  await test.step('on a signed note', async () => {
    await goTo(page, `#/sessions/${signedId}`, 'Add addendum')
    await openAll(page, ['Draft history', 'Verify record'])
    await openAndLeave(page, 'Addendum or amendment?', { keepsFocus: true })
  })
})

test('what opens over a session / left with Escape / gives the focus back; a list’s entry that is removed, to its neighbour', async ({
  app,
}) => {
  const { page } = app
  test.setTimeout(180_000)
  const { draftId } = await furnish(app)
  await goTo(page, `#/sessions/${draftId}`, 'Sign note')
  await openAll(page, ['Session details', 'More', 'Compare visits', 'Layers', 'Add finding', 'R upper trapezius'])
  await openAndLeave(page, 'Legend', { keepsFocus: true })
  await openAll(page, ['Add a measure', 'Draft history', 'Sign note'])

  await test.step('a form that a menu opens', async () => {
    await opener(page, 'Add a measure').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Range of motion' }).press('Enter')
    const form = page.getByRole('dialog', { name: 'Add a range of motion' })
    await expect(form.locator(':focus')).toHaveCount(1)
    // The first one closes the list of joints.
    await expect(async () => {
      await page.keyboard.press('Escape')
      await expect(form).toHaveCount(0, { timeout: 500 })
    }).toPass()
    await expect(opener(page, 'Add a measure')).toBeFocused()
  })
  await test.step('the menu of the timer', async () => {
    await opener(page, 'Start timer').press('Enter')
    await openAndLeave(page, 'Working on')
    await opener(page, 'Stop timer').press('Enter')
    await openAndLeave(page, 'More of the timer')
  })
  await test.step('not dialogs: the search of the map and the remark', async () => {
    const search = page.getByRole('searchbox', { name: 'Find a region or muscle' })
    await search.fill('neck')
    await expect(page.getByRole('listbox', { name: 'Places' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('listbox', { name: 'Places' })).toHaveCount(0)
    await expect(search).toBeFocused()
    await opener(page, 'Private remark').press('Enter')
    await expect(page.getByRole('textbox', { name: 'Private remark' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(opener(page, 'Private remark')).toBeFocused()
  })

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
