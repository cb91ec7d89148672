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

test('a finger that taps marks; one that stays opens the finding, which is still open when it is lifted', async ({
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
