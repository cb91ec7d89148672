// What is on screen and not stored is said at the foot, before signing and on leaving, and is kept as it was typed.
import { ask } from '../bridge.ts'
import { expect, sharedTest as test } from '../fixtures.ts'
import { startWithSomebody, typeSection } from '../journeys.ts'

test('a number in Settings typed in figures of another script / is saved, and what is no number stays as typed', async ({
  app: { page },
}) => {
  await page.getByRole('link', { name: 'Settings' }).click()
  const hours = page.getByRole('textbox', { name: 'Hours before a draft is overdue' })
  const stored = async () => (await ask(page, 'practice:get', {})).settings.draftLimitHours
  await hours.fill('٤٨')
  await expect.poll(stored).toBe(48)
  await hours.press('ArrowUp')
  await expect(hours).toHaveValue('49')
  await expect.poll(stored).toBe(49)
  await hours.fill('two days')
  await expect(page.getByText('From 1 to 720 hours')).toBeVisible()
  await expect(hours).toHaveValue('two days')
  expect(await stored()).toBe(49)
})

test('a length that cannot be read / is named at the foot, before signing and on leaving, and is kept over a restart', async ({
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

  await expect.poll(async () => JSON.stringify(await ask(page, 'workspace:get', {}))).toContain('60-75')
  await page.reload()
  await expect(said).toBeVisible()
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(length).toBeFocused()
  await expect(length).toHaveValue('60-75')
  await length.fill('75')
  await expect(said).toHaveCount(0)

  await length.fill('75 or so')
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Today' }).click()
  await expect(
    page.getByText('Not saved, because it could not be read: Length in minutes. It is kept, and'),
  ).toBeVisible()
})

test('an end without a readable start, and treated minutes that are no number / are named together', async ({
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
  await page.getByRole('group', { name: 'Next treated area' }).getByLabel('Minutes').fill('1e2')
  await expect(page.getByText(/^Not saved yet: Service date and start, End, \D*[Mm]inutes$/)).toBeVisible()

  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(form.getByRole('textbox', { name: 'Start' })).toBeFocused()
  await expect(form.getByRole('textbox', { name: 'Start' })).toHaveValue('half past')
  await expect(form.getByRole('textbox', { name: 'End' })).toHaveValue(/58/)
  await form.getByRole('textbox', { name: 'Start' }).fill('00:05')
  await page.keyboard.press('Escape')
  await expect(page.getByText(/^Not saved yet: \D*[Mm]inutes$/)).toBeVisible()
})

test('an unreadable or missing date / is reported under the date only, and the example does not look like a date', async ({
  app: { page },
}) => {
  await startWithSomebody(page)
  await page.getByRole('button', { name: /^Session details/ }).click()
  const form = page.getByRole('dialog', { name: 'Session details' })
  const date = form.getByRole('textbox', { name: 'Service date' })
  const start = form.getByRole('textbox', { name: 'Start' })
  await date.fill('31.2.2026')
  await date.blur()
  await expect(date).toHaveAccessibleDescription(/doesn’t recognise this date/)
  await expect(start).not.toHaveAttribute('aria-invalid', 'true')
  await date.fill('')
  await date.blur()
  await expect(date).toHaveAccessibleDescription(/Enter a date\./)
  const colours = await date.evaluate((box) => [
    getComputedStyle(box, '::placeholder').color,
    getComputedStyle(document.documentElement).getPropertyValue('--mantine-color-placeholder').trim(),
  ])
  expect(colours).toEqual(['rgb(109, 117, 114)', '#6d7572'])

  await date.fill('29 Nov 2026')
  await start.fill('half past')
  await start.blur()
  await expect(start).toHaveAccessibleDescription(/doesn’t recognise this time/)
  await expect(date).not.toHaveAttribute('aria-invalid', 'true')
})

test('an unfinished form, letters that name no entry, text that is too long / leaving them / names what is not stored', async ({
  app: { page },
}) => {
  await startWithSomebody(page)
  await page.getByRole('button', { name: 'Add a measure' }).click()
  await page.getByRole('menuitem', { name: 'Activities (PSFS)' }).click()
  const activity = page.getByRole('textbox', { name: 'Activity' })
  await activity.fill('Carrying shopping')
  await expect(page.getByText('Not saved yet: Activity', { exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(activity).toBeHidden()
  await expect(page.getByText(/^Not saved, because its button was not pressed: Activity “Carrying/)).toBeVisible()

  const region = page.getByRole('button', { name: 'Right upper trapezius, posterior', exact: true })
  await region.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  const editor = page.getByRole('dialog', { name: 'Finding: Right upper trapezius' })
  const structure = editor.getByRole('combobox', { name: 'Structure' })
  await structure.fill('levat')
  await editor.getByRole('textbox', { name: 'Remark' }).focus()
  await expect(structure).toHaveValue('levat')
  await expect(editor).toContainText('Choose one from the list, or clear this.')
  await expect(page.getByText('Not saved yet: Structure', { exact: true })).toBeVisible()
  // The name of one entry, whole, is that entry.
  await structure.fill('Levator Scapulae')
  await editor.getByRole('textbox', { name: 'Remark' }).focus()
  await expect(structure).toHaveValue('levator scapulae')
  await expect(page.getByText(/^Not saved yet/)).toHaveCount(0)
  await structure.fill('levat')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.getByText(/^Not saved, because it is not in the list: Structure “levat”/)).toBeVisible()

  await page.getByRole('button', { name: 'Private remark' }).click()
  const remark = page.getByRole('textbox', { name: 'Private remark' })
  await remark.fill('Before. ')
  await page.keyboard.press('End')
  await page.keyboard.insertText('x'.repeat(4100))
  await expect(remark).toHaveValue(`Before. ${'x'.repeat(3992)}`)
  const words = page.getByText(/^Too long for “Private remark”, which holds 4,000 characters: the last 108 characters/)
  await expect(words).toBeVisible()
  // Other messages that offer the same may stand beside it.
  const message = page.getByRole('alert').filter({ has: words })
  await message.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(remark).toHaveValue('Before. ')
})

test('an activity and a no-go area that were not added / are in their open forms after a restart', async ({
  app: { page },
}) => {
  await startWithSomebody(page)
  const restartWith = async (typed: string) => {
    await expect.poll(async () => JSON.stringify(await ask(page, 'workspace:get', {}))).toContain(typed)
    await page.reload()
  }
  await page.getByRole('button', { name: 'Add a measure' }).click()
  await page.getByRole('menuitem', { name: 'Activities (PSFS)' }).click()
  const activity = page.getByRole('textbox', { name: 'Activity' })
  await activity.fill('Carrying shopping')
  await restartWith('Carrying shopping')
  await expect(activity).toHaveValue('Carrying shopping')
  await activity.press('Enter')
  await expect(page.getByRole('button', { name: 'Change Carrying shopping' })).toBeVisible()

  await page.getByRole('button', { name: 'Right upper trapezius, posterior', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Forbid or limit this region for the client' }).click()
  const reason = page.getByRole('textbox', { name: 'Reason' })
  await reason.fill('Healing scar')
  await restartWith('Healing scar')
  await expect(reason).toHaveValue('Healing scar')
  await page.getByRole('button', { name: 'Save no-go area' }).click()
  await expect(page.getByText('Forbidden for this client: Healing scar')).toBeVisible()
})

test('a new finding without a place / is there again after a restart, and giving it up is warned about', async ({
  app: { page },
}) => {
  await startWithSomebody(page)
  await page.getByRole('button', { name: 'Add finding' }).click()
  const editor = page.getByRole('dialog', { name: 'Finding: new' })
  const remark = editor.getByRole('textbox', { name: 'Remark' })
  await remark.fill('jumps when pressed')
  await expect(page.getByText('Not saved yet: New finding', { exact: true })).toBeVisible()
  await expect.poll(async () => JSON.stringify(await ask(page, 'workspace:get', {}))).toContain('jumps when pressed')
  await page.reload()
  await expect(remark).toHaveValue('jumps when pressed')
  await expect(editor.getByRole('combobox', { name: 'Region' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(editor).toBeHidden()
  await expect(
    page.getByText('Not saved, because its button was not pressed: New finding “jumps when pressed”.', { exact: true }),
  ).toBeVisible()
  await expect(page.getByText(/^Not saved yet/)).toHaveCount(0)
})

test('a half-typed phrase / is there again after a restart', async ({ app: { page } }) => {
  const begin = async () => {
    await page.evaluate(() => void (window.location.hash = '#/settings/phrases'))
    await page.getByRole('button', { name: 'New phrase' }).first().click()
  }
  await begin()
  const dialog = page.getByRole('dialog', { name: 'Make a phrase' })
  const text = dialog.getByRole('textbox', { name: 'Text' })
  await text.fill('Doorway stretch, morn')
  await expect.poll(async () => JSON.stringify(await ask(page, 'workspace:get', {}))).toContain('stretch, morn')
  await page.reload()
  await begin()
  await expect(text).toHaveValue('Doorway stretch, morn')
  await page.keyboard.press('Escape')
  await dialog.getByRole('button', { name: 'Discard' }).click()
  await page.getByRole('button', { name: 'New phrase' }).first().click()
  await expect(text).toHaveValue('')
  await page.keyboard.press('Escape')
})
