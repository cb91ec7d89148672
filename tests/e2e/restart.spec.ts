// What a note keeps when the app is killed and started again.
import { expect, test } from './fixtures.ts'
import { expectSaved, section, startWithSomebody, typeSection, unlock } from './journeys.ts'

test('all four sections keep their text and formatting over a restart', async ({ app, launch }) => {
  const { page, userData } = app
  await startWithSomebody(page)
  await section(page, 'Subjective').click()
  await page.keyboard.press('ControlOrMeta+b')
  await page.keyboard.type('Headache')
  await page.keyboard.press('ControlOrMeta+b')
  await page.keyboard.type(' since Monday')
  await section(page, 'Objective').click()
  await page.keyboard.press('ControlOrMeta+Shift+8')
  await page.keyboard.type('first\nsecond')
  await typeSection(page, 'Assessment', 'Responding')
  await typeSection(page, 'Plan', 'Weekly')
  await expectSaved(page)
  await app.kill()

  const next = await launch({ userData })
  await unlock(next.page)
  await expect(section(next.page, 'Subjective').locator('strong')).toHaveText('Headache')
  await expect(section(next.page, 'Subjective')).toHaveText('Headache since Monday')
  await expect(section(next.page, 'Objective').getByRole('listitem')).toHaveText(['first', 'second'])
  await expect(section(next.page, 'Assessment')).toHaveText('Responding')
  await expect(section(next.page, 'Plan')).toHaveText('Weekly')
})
