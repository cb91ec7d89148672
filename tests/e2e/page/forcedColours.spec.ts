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

test('with less motion asked for, a change from dark to light / reaches every text at once', async ({
  app: { page },
}) => {
  await startWithSomebody(page)
  const coloursIn = async (colorScheme: 'light' | 'dark') => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor()
    return page.evaluate(() => [...document.querySelectorAll('body *')].map((one) => getComputedStyle(one).color))
  }
  const inLight = await coloursIn('light')
  const inDark = await coloursIn('dark')
  expect(inDark).not.toEqual(inLight)
  expect(await coloursIn('light')).toEqual(inLight)
  expect(await coloursIn('dark')).toEqual(inDark)
})
