// Every screen in all colours, in small windows, at 200 % and 400 %, by keyboard and under a finger: nothing is unseen, cut,
// out of reach, or too small. Each is opened once, and looked at in every way.
import type { Page } from '@playwright/test'
import { troubleInAllColours, violationsOfPlaces } from '../axe.ts'
import { furnish, screens } from '../everyScreen.ts'
import { expect, sharedTest as test } from '../fixtures.ts'
import {
  beyondTheWindow,
  cutTexts,
  outOfTheirRows,
  pushedSideways,
  stuckScrollers,
  tabsOverFigures,
  tooSmall,
  unreachable,
} from '../fitting.ts'
import { expectSaved, section, startWithSomebody, typeSection } from '../journeys.ts'
import { addClient } from '../records.ts'

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

/**
 * What follows a change of size is measured and drawn. A browser that draws no frame for a second, as a window that it takes
 * for hidden, has laid out all the same.
 */
const drawn = (page: Page) =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 4; frame++) {
      // oxlint-disable-next-line no-await-in-loop -- one frame after the other
      await new Promise<void>((done) => {
        requestAnimationFrame(() => done())
        setTimeout(done, 1000)
      })
    }
  })

/** Enough clients for every list of them to scroll, whoever was there before. */
async function fillLists(page: Page): Promise<void> {
  const group = crypto.randomUUID().slice(0, 4)
  for (let n = 10; n < 40; n++) {
    // oxlint-disable-next-line no-await-in-loop -- in order
    await addClient(page, { firstName: 'Ingrid', lastName: `Sørensen ${group}${n}`, dateOfBirth: `19${n}-05-04` })
  }
}

// Two halves, so that two workers share them: what needs an addendum lies in one with what makes it.
test.describe.configure({ mode: 'parallel' })
const middle = screens.findIndex(({ name }) => name === 'layers')
for (const [half, those] of [
  ['first', screens.slice(0, middle)],
  ['second', screens.slice(middle)],
] as const) {
  test(`every screen / in all colours, sizes and under a finger / can be read, reached and scrolled: ${half} half`, async ({
    app,
  }) => {
    const { page } = app
    test.setTimeout(600_000)
    await fillLists(page)
    const practice = await furnish(app)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    // One window: one screen after the other.
    // oxlint-disable no-await-in-loop
    for (const { name, pane, open } of those) {
      await page.setViewportSize(usual)
      await setTouchSizes(page, 'off')
      await open(page, practice)
      expect.soft(await troubleInAllColours(page), name).toEqual([])
      expect.soft(await beyondTheWindow(page), `${name}: beyond the window`).toEqual([])
      expect.soft(await stuckScrollers(page), `${name}: what does not scroll by keyboard`).toEqual([])
      for (const { name: size, ...viewport } of small) {
        await page.setViewportSize(viewport)
        await drawn(page)
        if (pane && viewport.width < 900) await page.getByRole('tab', { name: pane, exact: true }).click()
        expect.soft(await cutTexts(page), `${name} at ${size}: text that is cut`).toEqual([])
        expect.soft(await outOfTheirRows(page), `${name} at ${size}: out of their rows`).toEqual([])
        expect.soft(await pushedSideways(page), `${name} at ${size}: pushed sideways`).toEqual([])
        expect.soft(await tabsOverFigures(page), `${name} at ${size}`).toEqual([])
        expect.soft(await violationsOfPlaces(page), `${name} at ${size}`).toEqual([])
        expect.soft(await beyondTheWindow(page), `${name} at ${size}: beyond the window`).toEqual([])
        const stuck = await stuckScrollers(page)
        expect.soft(stuck, `${name} at ${size}: what does not scroll by keyboard`).toEqual([])
        expect.soft(await unreachable(page), `${name} at ${size}: controls out of reach`).toEqual([])
      }
      await page.setViewportSize(usual)
      await setTouchSizes(page, 'on')
      await drawn(page)
      expect.soft(await tooSmall(page), `${name}: controls too small for a finger`).toEqual([])
      expect.soft(await outOfTheirRows(page), `${name} under a finger: out of their rows`).toEqual([])
      expect.soft(await beyondTheWindow(page), `${name} under a finger: beyond the window`).toEqual([])
    }
    // oxlint-enable no-await-in-loop
    await setTouchSizes(page, 'off')
  })
}

test('in a small window / what is typed / stays in view', async ({ app: { page } }) => {
  await startWithSomebody(page)
  for (const { width, height } of small.slice(0, 2)) {
    // oxlint-disable no-await-in-loop -- one window
    await page.setViewportSize({ width, height })
    await typeSection(page, 'Plan', 'Weekly for three more weeks, then review with the referring doctor. ')
    await expectSaved(page)
    await expect(section(page, 'Plan')).toBeInViewport()
    // oxlint-enable no-await-in-loop
  }
})
