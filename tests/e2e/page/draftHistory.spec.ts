// The history of a draft: what was deleted is still there, can be read beside what is, and comes back.
import { violations } from '../axe.ts'
import { expect, sharedTest as test } from '../fixtures.ts'
import { clickRegion, expectSaved, section, signNote, startWithSomebody, typeSection } from '../journeys.ts'

test('deleted text / is found in the history and brought back, which can be undone', async ({ app: { page } }) => {
  await startWithSomebody(page)
  await typeSection(page, 'Subjective', 'Neck pain since Monday.')
  await clickRegion(page, 'Right upper trapezius, posterior')
  await expectSaved(page)
  await section(page, 'Subjective').click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('Shoulder.')
  await expectSaved(page)

  await page.keyboard.press('Alt+d')
  const dialog = page.getByRole('dialog', { name: 'Draft history' })
  const moments = dialog.getByRole('list', { name: 'Moments' }).getByRole('button')
  await expect(moments.last()).toContainText('Subjective')
  await moments.last().click()
  const then = dialog.getByRole('group', { name: 'Subjective', exact: true })
  await expect(then.getByRole('insertion')).toHaveText('Neck pain since Monday')
  await expect(then.getByRole('deletion')).toHaveText('Shoulder')
  expect(await violations(page)).toEqual([])

  await dialog.getByRole('button', { name: 'Restore this part: Subjective' }).click()
  await expect(dialog).toBeHidden()
  await expect(section(page, 'Subjective')).toHaveText('Neck pain since Monday.')
  await expect(section(page, 'Subjective')).toBeFocused()
  await page.getByRole('alert').getByRole('button', { name: 'Undo' }).click()
  await expect(section(page, 'Subjective')).toHaveText('Shoulder.')

  await page.keyboard.press('Alt+d')
  await moments.last().click()
  await dialog.getByRole('button', { name: 'Restore this part: Subjective' }).click()
  await expect(dialog).toBeHidden()
  await section(page, 'Plan').click()
  // Without the pointer, so that the keyboard stays in the note.
  const undo = page.getByRole('alert').getByRole('button', { name: 'Undo' })
  await undo.evaluate((button: HTMLElement) => button.click())
  await page.keyboard.type('Weekly', { delay: 5 })
  await expect(section(page, 'Subjective')).toHaveText('Shoulder.')
  await expectSaved(page)
  await expect(page.getByRole('alert')).toHaveCount(0)

  await typeSection(page, 'Subjective', ' Better.')
  await expectSaved(page)
  const plan = await section(page, 'Plan').innerText()
  await page.reload()
  await expect(section(page, 'Subjective')).toHaveText('Shoulder. Better.')
  expect(await section(page, 'Plan').innerText()).toBe(plan)

  await signNote(page)
  await page.getByRole('button', { name: 'Draft history' }).click()
  await expect(moments.first()).toContainText('Subjective')
  await moments.last().click()
  await expect(dialog.getByRole('insertion').first()).toBeVisible()
  await expect(dialog.getByRole('button', { name: /^Restore/ })).toHaveCount(0)
})
