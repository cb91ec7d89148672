// The body map under fingers, as the browser itself hands them on: what follows a lifted finger is the browser's.
import type { CDPSession, Page } from '@playwright/test'
import { expect, sharedTest as test } from '../fixtures.ts'
import { findingRow, startWithSomebody } from '../journeys.ts'

const sacrum = 'Sacrum, posterior'
const region = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const rows = (page: Page) => page.getByRole('table', { name: 'Findings' }).locator('tbody tr')

interface Finger {
  readonly x: number
  readonly y: number
}

async function openSession(page: Page): Promise<CDPSession> {
  await startWithSomebody(page)
  return page.context().newCDPSession(page)
}

async function middle(page: Page, name: string): Promise<Finger> {
  const box = await region(page, name).boundingBox()
  if (!box) throw new Error('the region is not on screen')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

const fingers = (browser: CDPSession, type: 'touchStart' | 'touchMove' | 'touchEnd', at: readonly Finger[]) =>
  browser.send('Input.dispatchTouchEvent', { type, touchPoints: at.map(({ x, y }, id) => ({ x, y, id })) })

test('a finger / tapping / marks; holding / opens the finding, which stays open when it is lifted', async ({
  app: { page },
}) => {
  const browser = await openSession(page)
  const spot = await middle(page, sacrum)
  await fingers(browser, 'touchStart', [spot])
  await fingers(browser, 'touchEnd', [])
  await expect(findingRow(page, 'Sacrum')).toContainText('5')

  await fingers(browser, 'touchStart', [spot])
  const editor = page.getByRole('dialog', { name: 'Finding: Sacrum' })
  await expect(editor).toBeVisible()
  await fingers(browser, 'touchEnd', [])
  // A second press outside is heard after everything that the browser makes of the first.
  await editor.getByRole('textbox', { name: 'Remark' }).fill('left of the midline')
  await expect(editor).toBeVisible()
  await editor.getByRole('button', { name: 'Done' }).click()
  await expect(findingRow(page, 'Sacrum')).toContainText('left of the midline')
  await expect(findingRow(page, 'Sacrum')).toContainText('5')
})

test('two fingers enlarge the body and mark nothing', async ({ app: { page } }) => {
  const browser = await openSession(page)
  const { x, y } = await middle(page, sacrum)
  await fingers(browser, 'touchStart', [{ x, y }])
  await fingers(browser, 'touchStart', [
    { x, y },
    { x: x + 30, y },
  ])
  for (let step = 1; step <= 8; step++) {
    await fingers(browser, 'touchMove', [
      { x: x - 6 * step, y },
      { x: x + 30 + 6 * step, y },
    ])
  }
  await fingers(browser, 'touchEnd', [])
  await expect(page.getByRole('button', { name: 'Whole body' })).toHaveAttribute('aria-disabled', 'false')
  await expect(rows(page)).toHaveCount(0)
})

test('under a finger / controls grow, one larger view of the body is shown, and a loupe names what is pressed', async ({
  app: { page },
}) => {
  await page.evaluate(() => {
    localStorage.removeItem('palpate-touch-sizes')
    localStorage.removeItem('palpate-last-input')
  })
  await page.reload()
  const browser = await openSession(page)
  const height = async () => (await page.locator('[data-figure="posterior before"]').boundingBox())?.height ?? 0
  const before = await height()
  const spot = await middle(page, sacrum)
  await fingers(browser, 'touchStart', [spot])
  await fingers(browser, 'touchEnd', [])
  await expect(page.locator('html')).toHaveAttribute('data-touch')
  await expect(page.locator('[data-figure]')).toHaveCount(1)
  await expect(page.getByRole('radio', { name: 'Body', exact: true })).toHaveCount(0)
  await expect.poll(height).toBeGreaterThan(before * 1.15)

  const loupe = page.locator('[data-loupe]')
  await expect(loupe).toBeHidden()
  const pressed = await middle(page, sacrum)
  await fingers(browser, 'touchStart', [pressed])
  await expect(loupe).toBeVisible()
  await expect(loupe).toContainText('Sacrum')
  await fingers(browser, 'touchEnd', [])
  await expect(loupe).toBeHidden()
  await page.keyboard.press('Escape')

  await fingers(browser, 'touchStart', [pressed])
  await fingers(browser, 'touchStart', [pressed, { x: pressed.x + 30, y: pressed.y }])
  for (let step = 1; step <= 8; step++) {
    await fingers(browser, 'touchMove', [
      { x: pressed.x - 6 * step, y: pressed.y },
      { x: pressed.x + 30 + 6 * step, y: pressed.y },
    ])
  }
  await fingers(browser, 'touchEnd', [])
  await expect(page.getByRole('button', { name: 'Whole body' })).toHaveAttribute('aria-disabled', 'false')

  // The mouse takes over once it is really used.
  const name = page.getByRole('heading', { level: 1 })
  await name.click({ position: { x: 2, y: 2 }, button: 'middle' })
  await expect(page.locator('html')).toHaveAttribute('data-touch')
  await name.click({ position: { x: 2, y: 2 }, button: 'middle' })
  await name.click({ position: { x: 2, y: 2 }, button: 'middle' })
  await expect(page.locator('html')).not.toHaveAttribute('data-touch')
})

test('touch sizes stay as they are set, whatever is pressed', async ({ app: { page } }) => {
  await page.getByRole('link', { name: 'Settings' }).click()
  const sizes = page.getByRole('radiogroup', { name: 'Touch sizes' })
  await sizes.getByText('On', { exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('data-touch')
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-touch')
  await sizes.getByText('Automatic', { exact: true }).click()
  await expect(page.locator('html')).not.toHaveAttribute('data-touch')
})
