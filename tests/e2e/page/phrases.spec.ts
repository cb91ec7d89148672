// Phrases: typed for in a note, their blanks filled in with the keyboard, and kept in order in the settings.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { violations } from '../axe.ts'
import { ask } from '../bridge.ts'
import { expect, sharedTest as test } from '../fixtures.ts'
import { expectSaved, section, startWithSomebody, typeSection } from '../journeys.ts'

const phrases = (page: Page) => page.getByRole('listbox', { name: 'Phrases' })
const choices = (page: Page) => page.getByRole('listbox', { name: 'Choices' })
const regions = (page: Page) => page.getByRole('listbox', { name: 'Regions' })
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

test('a phrase is typed for, filled in and undone without the mouse', async ({ app: { page } }) => {
  await startWithSomebody(page)
  const subjective = section(page, 'Subjective')

  // A semicolon in ordinary prose is one.
  await typeSection(page, 'Subjective', 'Slept well; pain;free. ')
  await expect(phrases(page)).toHaveCount(0)

  await page.keyboard.type(';pai')
  await expect(phrases(page).getByRole('option')).toHaveText([/^pain/])
  await expect(subjective).toHaveAttribute('aria-activedescendant', /-0$/)
  expect(await violations(page)).toEqual([])
  await press(page, 'Enter')
  await expect(subjective).toContainText('free. side region pain 0–10/10')

  // The side by its first letter, spelt out by habit; the region by some letters; the score; a choice by its number.
  await expect(choices(page).getByRole('option')).toHaveText(['right1', 'left2', 'bilateral3'])
  await page.keyboard.type('right')
  await press(page, 'Tab')
  await page.keyboard.type('upper trap')
  await expect(regions(page).getByRole('option').first()).toHaveText(/^upper trapezius/)
  await press(page, 'Tab')
  await page.keyboard.type('10')
  await press(page, 'Tab')
  await page.keyboard.type('2')
  await press(page, 'Tab', 'ArrowDown', 'Enter')
  await expect(subjective).toHaveText('Slept well; pain;free. Right upper trapezius pain 10/10, sharp, comes and goes.')
  await expectSaved(page)

  // Behind the last blank Tab goes to the end of the line, and then out.
  await press(page, 'Tab')
  await page.keyboard.type(' Typed.')
  await expect(subjective).toHaveText(/comes and goes\. Typed\.$/)
  await press(page, 'Tab')
  await expect(subjective).not.toBeFocused()

  // A whole abbreviation and a space; one undo takes the phrase away.
  await typeSection(page, 'Plan', ';goon ')
  await expect(section(page, 'Plan')).toHaveText('Go on as planned; no change to technique or pressure.')
  await press(page, 'ControlOrMeta+z')
  await expect(section(page, 'Plan')).toHaveText(';goon')
  await press(page, 'Escape')

  // A slash finds words in all of them; Escape leaves what was typed.
  await typeSection(page, 'Assessment', '/soreness')
  await expect(phrases(page).getByRole('option')).toHaveText([/^sore/])
  await press(page, 'Escape')
  await expect(phrases(page)).toHaveCount(0)
  await expect(section(page, 'Assessment')).toHaveText('/soreness')

  // Blanks that are left open are kept as blanks.
  await press(page, 'ControlOrMeta+a')
  await page.keyboard.type(';towards ')
  await press(page, 'Tab')
  await expectSaved(page)
  await page.reload()
  await expect(section(page, 'Assessment').locator('[data-blank]')).toHaveText(['goal', 'reached / closer / no closer'])
  await section(page, 'Assessment').locator('[data-blank]').last().click()
  await page.keyboard.type('cl')
  await expect(section(page, 'Assessment')).toHaveText('Goal “goal”: closer.')
  await press(page, 'Shift+Tab')
  await page.keyboard.type('sleep')
  await expect(section(page, 'Assessment')).toHaveText('Goal “sleep”: closer.')
  await expect(section(page, 'Assessment').locator('[data-blank]')).toHaveCount(0)
})

test('phrases are made from a note, kept in order, deleted and brought back, exported and imported', async ({
  app,
  temporaryFolder,
}) => {
  const { page } = app
  await startWithSomebody(page)
  const name = `zz${crypto.randomUUID().slice(0, 8)}`
  await typeSection(page, 'Plan', 'Doorway stretch every evening.')
  await press(page, 'ControlOrMeta+a', 'Alt+F10', 'End', 'Enter')
  const dialog = page.getByRole('dialog', { name: 'Make a phrase' })
  await expect(dialog.getByRole('textbox', { name: 'Abbreviation' })).toHaveValue('doorway')
  await dialog.getByRole('textbox', { name: 'Abbreviation' }).fill(name)
  await dialog.getByRole('textbox', { name: 'Text' }).fill(`Stretch {{side}} {{phrase: ${name}}}`)
  await expect(dialog.getByText(`This phrase calls itself: ${name} → ${name}.`)).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Text' }).fill('Stretch {{side}} every evening.')
  await press(page, 'Escape')
  await dialog
    .getByRole('group', { name: 'Discard what you typed?' })
    .getByRole('button', { name: 'Keep typing' })
    .click()
  expect(await violations(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Save phrase' }).click()
  await expect(dialog).toBeHidden()
  await expect(section(page, 'Plan')).toBeFocused()

  const row = page.getByRole('button', { name: new RegExp(`^;${name}`) })
  await press(page, 'ControlOrMeta+a')
  await page.keyboard.type('/all')
  await press(page, 'Enter')
  await expect(page.getByRole('heading', { name: 'Phrases' })).toBeVisible()
  await page.getByRole('searchbox', { name: 'Find a phrase' }).fill(name)
  await expect(page.getByRole('listitem')).toHaveCount(1)
  await page.getByRole('searchbox', { name: 'Find a phrase' }).fill('')
  expect(await violations(page)).toEqual([])

  const order = async () => (await ask(page, 'phrase:list', {})).phrases.filter(({ section: one }) => one === 'plan')
  const last = (await order()).length - 1
  expect((await order())[last]?.abbreviation).toBe(name)
  await page.getByRole('button', { name: `Move ${name}` }).focus()
  await press(page, 'ArrowUp')
  await expect(page.getByText(`${name}, ${last} of ${last + 1}`)).toBeAttached()
  await expect.poll(async () => (await order())[last - 1]?.abbreviation).toBe(name)
  await expect(page.getByRole('button', { name: `Move ${name}` })).toBeFocused()

  const handle = (abbreviation: string) => page.getByRole('button', { name: `Move ${abbreviation}`, exact: true })
  await handle(name).hover()
  await page.mouse.down()
  await handle((await order())[last - 3]?.abbreviation ?? 'none').hover()
  await page.mouse.up()
  await expect.poll(async () => (await order())[last - 3]?.abbreviation).toBe(name)

  await page.getByRole('button', { name: `Delete ${name}` }).click()
  await expect(row).toHaveCount(0)
  await page.getByRole('alert').getByRole('button', { name: 'Undo' }).click()
  await expect.poll(async () => (await order())[last - 3]?.abbreviation).toBe(name)

  const target = join(temporaryFolder, 'phrases.json')
  await app.nextSavePath(target)
  await page.getByRole('button', { name: 'Export' }).click()
  await expect(page.getByText(/phrases saved as phrases\.json/)).toBeVisible()
  const file = readFileSync(target, 'utf8')
  writeFileSync(target, file.replace('Stretch {{side}} every evening.', 'Stretch every evening.'))
  await app.nextOpenPath(target)
  await page.getByRole('button', { name: 'Import' }).click()
  const preview = page.getByRole('dialog', { name: 'Import phrases' })
  await expect(preview.getByText('You have another phrase of this abbreviation.')).toHaveCount(1)
  await preview.getByRole('radio', { name: /^Take the file’s/ }).check()
  await preview.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByText(/^0 added, 1 replaced/)).toBeVisible()
  await expect(row).toContainText('Stretch every evening.')

  writeFileSync(target, '{"some":"thing"}')
  await page.getByRole('button', { name: 'Import' }).click()
  await expect(page.getByText('This file doesn’t contain Palpate phrases. Nothing was changed.')).toBeVisible()
})
