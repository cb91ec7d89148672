// Where the system chooses the colours, or more contrast is asked for: letters are letters, quiet words are as dark as all
// others. What is chosen and what is read is looked at on every screen.
import { expect, sharedTest as test } from '../fixtures.ts'
import { startWithSomebody } from '../journeys.ts'

test('in forced colours R and L beside the figure have an edge of another colour', async ({ app: { page } }) => {
  await startWithSomebody(page)
  await page.emulateMedia({ forcedColors: 'active' })
  const letter = page.locator('span', { hasText: /^[RL]$/ }).first()
  const { ink, edge } = await letter.evaluate((span) => {
    const { color, webkitTextStrokeColor } = getComputedStyle(span)
    return { ink: color, edge: webkitTextStrokeColor }
  })
  expect(edge).not.toBe(ink)
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
})
