// First start, unlocking, and the way back in with the recovery code.
import { expect, test } from './fixtures.ts'
import { setUpPractice } from './journeys.ts'

test('a first start sets up the practice and shows the recovery code once', async ({ app }) => {
  await expect(app.page.getByRole('textbox', { name: 'Practice name' })).toBeVisible()
  const code = await setUpPractice(app.page)
  expect(code).toMatch(/^[0-9A-Z-]+$/)
  await expect(app.page.getByRole('link', { name: 'Clients' })).toBeVisible()
})
