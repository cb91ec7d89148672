// Where the system chooses the colours, or more contrast is asked for: what is chosen is seen, and letters are letters.
import type { Locator } from '@playwright/test'
import { violations, violationsInForcedColours } from '../axe.ts'
import { expect, sharedTest as test } from '../fixtures.ts'
import { startWithSomebody } from '../journeys.ts'

test.afterEach(({ app: { page } }) => page.emulateMedia({ forcedColors: null, contrast: null }))

const background = (place: Locator) => place.evaluate((element) => getComputedStyle(element).backgroundColor)

test('in forced colours the chosen tab and place stand out, and R and L have an edge of another colour', async ({
  app: { page },
}) => {
  await startWithSomebody(page)
  await page.emulateMedia({ forcedColors: 'active' })
  const tabs = page.locator('label:has(> input[type="radio"])')
  const chosen = tabs.filter({ has: page.locator(':checked') }).first()
  const other = tabs.filter({ has: page.locator('input:not(:checked)') }).first()
  expect(await background(chosen)).not.toBe(await background(other))
  const letter = page.locator('span', { hasText: /^[RL]$/ }).first()
  const { ink, edge } = await letter.evaluate((span) => {
    const { color, webkitTextStrokeColor } = getComputedStyle(span)
    return { ink: color, edge: webkitTextStrokeColor }
  })
  expect(edge).not.toBe(ink)
  expect(await violationsInForcedColours(page)).toEqual([])
  await page.getByRole('link', { name: 'Clients' }).click()
  const here = page.getByRole('link', { name: 'Clients' })
  expect(await background(here)).not.toBe(await background(page.getByRole('link', { name: 'Today' })))
})

test('with more contrast asked for, quiet words are as dark as all others', async ({ app: { page } }) => {
  const colours = () =>
    page.evaluate(() => {
      const style = getComputedStyle(document.documentElement)
      return ['--p-muted', '--p-ink'].map((name) => style.getPropertyValue(name).trim())
    })
  const [quiet, ink] = await colours()
  expect(quiet).not.toBe(ink)
  await page.emulateMedia({ contrast: 'more' })
  await expect.poll(async () => new Set(await colours()).size).toBe(1)
  expect(await violations(page)).toEqual([])
})
