// Every screen in small windows, at 200 % and 400 %, and under a finger: nothing is cut, out of reach, or too small.
import type { Page } from '@playwright/test'
import { furnish, screens } from '../everyScreen.ts'
import { expect, sharedTest as test } from '../fixtures.ts'
import { cutTexts, tabsOverFigures, tooSmall, unreachable } from '../fitting.ts'

const usual = { width: 1280, height: 800 }
/** Zooming a window of 1280×800 leaves the page fewer CSS pixels. */
const small = [
  { name: '1024×700', width: 1024, height: 700 },
  { name: '200 %', width: 640, height: 400 },
  { name: '400 %', width: 320, height: 200 },
]

/** Sets the sizes as the settings of another window would. */
const setTouchSizes = (page: Page, setting: 'on' | 'off') =>
  page.evaluate((value) => {
    localStorage.setItem('palpate-touch-sizes', value)
    dispatchEvent(new StorageEvent('storage', { key: 'palpate-touch-sizes' }))
  }, setting)

/** What follows a change of size is measured and drawn. */
const drawn = (page: Page) =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 4; frame++) {
      // oxlint-disable-next-line no-await-in-loop -- one frame after the other
      await new Promise((done) => requestAnimationFrame(done))
    }
  })

test('on every screen all text can be read, and all controls be reached and pressed by a finger', async ({
  app: { page },
}) => {
  test.setTimeout(900_000)
  const practice = await furnish(page)
  // One window: one screen after the other.
  // oxlint-disable no-await-in-loop
  for (const { name, pane, open } of screens) {
    await page.setViewportSize(usual)
    await setTouchSizes(page, 'off')
    await open(page, practice)
    for (const { name: size, ...viewport } of small) {
      await page.setViewportSize(viewport)
      await drawn(page)
      if (pane && viewport.width < 900) await page.getByRole('tab', { name: pane, exact: true }).click()
      expect.soft(await cutTexts(page), `${name} at ${size}: text that is cut`).toEqual([])
      expect.soft(await tabsOverFigures(page), `${name} at ${size}`).toEqual([])
      expect.soft(await unreachable(page), `${name} at ${size}: controls out of reach`).toEqual([])
    }
    await page.setViewportSize(usual)
    await setTouchSizes(page, 'on')
    await drawn(page)
    expect.soft(await tooSmall(page), `${name}: controls too small for a finger`).toEqual([])
  }
  // oxlint-enable no-await-in-loop
  await setTouchSizes(page, 'off')
})
