// What is added to a signed note: an amendment of a part of it and of an addendum; and the record verified on screen.
import { violations } from '../axe.ts'
import { ask } from '../bridge.ts'
import { expect, sharedTest as test } from '../fixtures.ts'
import { expectSaved, openId, signNote, startWithSomebody, typeSection } from '../journeys.ts'

test('an amendment / shows its place, reason, old and new words; the note is unchanged, and the record fits', async ({
  app: { page },
}) => {
  await startWithSomebody(page)
  await typeSection(page, 'Subjective', 'Headache since Monday')
  await typeSection(page, 'Plan', 'Weekly for the left shoulder')
  await expectSaved(page)
  await signNote(page)
  const id = openId(page)
  const signed = await ask(page, 'session:get', { id })

  await page.getByRole('button', { name: 'Addendum or amendment?' }).click()
  await expect(page.getByText('corrects an error', { exact: false })).toBeVisible()
  await page.keyboard.press('Escape')

  // It begins with the part that was pressed last, in the words that it has.
  const plan = page.getByRole('region', { name: 'Plan', exact: true })
  await plan.click()
  await page.getByRole('button', { name: 'Add amendment' }).click()
  await expect(page.getByRole('combobox', { name: 'What is corrected' })).toHaveValue('plan')
  await expect(page.getByRole('region', { name: 'As it stands' })).toContainText('Weekly for the left shoulder')
  const words = page.getByRole('textbox', { name: 'Corrected', exact: true })
  await expect(words).toHaveText('Weekly for the left shoulder')
  await expect(words).toBeFocused()
  const sign = page.getByRole('button', { name: 'Sign amendment' })
  await expect(sign).toBeDisabled()
  await words.fill('Weekly for the right shoulder')
  await expect(page.getByText('Say why, then sign it.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Why' }).fill('The side was wrong')
  await expectSaved(page)
  expect(await violations(page)).toEqual([])

  // The draft is kept, given up, and brought back.
  await page.reload()
  await expect(words).toHaveText('Weekly for the right shoulder')
  await page.getByRole('button', { name: 'Discard', exact: true }).click()
  await expect(words).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('textbox', { name: 'Why' })).toHaveValue('The side was wrong')
  await sign.click()

  const amendment = page.getByRole('region', { name: /^Amendment of/ })
  await expect(amendment).toContainText('Corrects')
  await expect(amendment).toContainText('The side was wrong')
  await expect(amendment.locator('del')).toHaveText('left')
  await expect(amendment.locator('ins')).toHaveText('right')
  await expect(plan).toContainText('Weekly for the left shoulder')
  const now = await ask(page, 'session:get', { id })
  expect({ ...now, addenda: [] }).toEqual(signed)
  await plan.getByRole('button', { name: /^Amended on/ }).click()
  await expect(amendment).toBeFocused()

  // An addendum is amended as well; an amendment is not among what can be.
  await page.getByRole('button', { name: 'Add addendum' }).click()
  await page.getByRole('textbox', { name: 'Addendum' }).fill('Telephoned on Monday')
  await page.getByRole('button', { name: 'Sign addendum' }).click()
  const addendum = page.getByRole('region', { name: /^Addendum of/ })
  await expect(addendum).toBeVisible()
  await page.getByRole('button', { name: 'Add amendment' }).click()
  const choice = page.getByRole('combobox', { name: 'What is corrected' })
  await expect(choice.getByRole('option', { name: /^Amendment/ })).toHaveCount(0)
  await choice.selectOption({ label: await addendum.getByRole('heading').innerText() })
  await expect(words).toHaveText('Telephoned on Monday')
  await words.fill('Telephoned on Tuesday')
  await page.getByRole('textbox', { name: 'Why' }).fill('The wrong day')
  await sign.click()
  await expect(addendum.getByRole('button', { name: /^Amended on/ })).toBeVisible()

  await page.getByRole('button', { name: 'Verify record' }).click()
  const dialog = page.getByRole('dialog', { name: 'Verify record' })
  const newest = (await ask(page, 'session:get', { id })).addenda.at(-1)?.signature
  await expect(dialog).toContainText(`All ${newest?.sequence} signatures fit.`)
  await expect(dialog).toContainText(newest?.fingerprint ?? 'a fingerprint')
  expect(await violations(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  expect(await violations(page)).toEqual([])
})
