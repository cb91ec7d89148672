// Whatever people are called and however much they say: it is kept and shown as it was given.
import { expect, sharedTest, test } from '../fixtures.ts'
import { createClient, expectSaved, section, startSession, unlock } from '../journeys.ts'

const names = {
  Arabic: ['محمد', 'عبد الرحمن'],
  Hebrew: ['שירה', 'בן־דוד'],
  Chinese: ['小明', '歐陽'],
  emoji: ['Zoë 🦊👩‍👩‍👧‍👦', 'O’Brien-Ñúñez'],
  '500 characters': ['Maximiliana '.repeat(40).trim(), 'X'.repeat(500)],
} as const

for (const [kind, [firstName, lastName]] of Object.entries(names)) {
  sharedTest(`a name in ${kind} is kept, shown and found`, async ({ app: { page } }) => {
    await createClient(page, { firstName, lastName })
    await page.getByRole('link', { name: 'Clients' }).click()
    await page.getByRole('searchbox', { name: 'Find a client' }).fill(lastName.slice(0, 20))
    const row = page.getByRole('region', { name: 'Clients' }).getByRole('link')
    await expect(row).toHaveCount(1)
    await expect(row).toContainText(lastName.slice(0, 20))
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
  })
}

sharedTest(
  'the two names in a row of clients / under a finger / keep the space between them',
  async ({ app: { page } }) => {
    const lastName = `Weiß-${crypto.randomUUID().slice(0, 8)}`
    await createClient(page, { firstName: 'Ann Marie', lastName })
    await page.evaluate(() => localStorage.setItem('palpate-touch-sizes', 'on'))
    await page.reload()
    await page.getByRole('link', { name: 'Clients' }).click()
    await page.getByRole('searchbox', { name: 'Find a client' }).fill(lastName)
    const row = page.getByRole('region', { name: 'Clients' }).getByRole('link')
    await expect(row).toHaveCount(1)
    const between = await row.evaluate((link) => {
      const first = document.createRange()
      first.setStart(link, 0)
      first.setEnd(link.firstChild ?? link, 'Ann Marie'.length)
      return (link.querySelector('strong')?.getBoundingClientRect().left ?? 0) - first.getBoundingClientRect().right
    })
    expect(between).toBeGreaterThan(2)
  },
)

test('a note of 200,000 characters is written, saved and there after a restart', async ({ app, launch }) => {
  test.setTimeout(180_000)
  const { page, userData } = app
  await createClient(page, { firstName: 'Maren' })
  await startSession(page)
  const line = 'Right upper trapezius: active trigger point, refers to the temple. '
  const text = line.repeat(Math.ceil(200_000 / line.length)).slice(0, 200_000)
  await section(page, 'Objective').click()
  await page.keyboard.insertText(text)
  await expectSaved(page)
  // The editor still answers the next key.
  await page.keyboard.type(' End.')
  await expectSaved(page)
  await app.close()

  const next = await launch({ userData })
  await unlock(next.page)
  await expect(section(next.page, 'Objective')).toContainText('End.', { timeout: 30_000 })
  expect((await section(next.page, 'Objective').textContent())?.length).toBe(200_005)
})
