// Small windows and large type: nothing makes the page itself scroll sideways, and the one action stays in reach.
import type { Page } from '@playwright/test'
import { expect, sharedTest as test } from '../fixtures.ts'
import { createClient, expectSaved, section, startSession, typeSection } from '../journeys.ts'

/** Zooming 1280×800 to 200 % leaves the page half as many CSS pixels each way. */
const sizes = {
  '1024×700': { width: 1024, height: 700, lastName: 'Okafor-Constantinopoulos' },
  '1280×800 at 200 % zoom': { width: 640, height: 400, lastName: 'Okafor-Constantinopoulou' },
} as const

async function expectNoSidewaysScroll(page: Page, screen: string): Promise<void> {
  const over = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    scrollTo({ left: 100 })
    return { scrolled: scrollX, over: scrollWidth - clientWidth }
  })
  expect.soft(over, screen).toEqual({ scrolled: 0, over: 0 })
}

for (const [name, { lastName, ...size }] of Object.entries(sizes)) {
  test(`the whole path fits ${name}`, async ({ app: { page } }) => {
    await page.setViewportSize(size)
    await expectNoSidewaysScroll(page, 'today')
    await createClient(page, {
      firstName: 'Maren',
      lastName,
      alert: 'Anticoagulant: light pressure, no deep work',
    })
    await expectNoSidewaysScroll(page, 'client')
    await startSession(page)
    await expectNoSidewaysScroll(page, 'session')
    await typeSection(page, 'Plan', 'Weekly for three more weeks, then review with the referring doctor.')
    await expectSaved(page)
    await expect(section(page, 'Plan')).toBeInViewport()
    const sign = page.getByRole('button', { name: 'Sign note' })
    await sign.click()
    await expect(page.getByRole('button', { name: 'Sign and lock' })).toBeVisible()
    await expectNoSidewaysScroll(page, 'signing')
    await page.getByRole('button', { name: 'Sign and lock' }).click()
    await expect(page.getByRole('button', { name: 'Add addendum' })).toBeVisible()
    await expectNoSidewaysScroll(page, 'signed')
    await page.getByRole('link', { name: /Maren Okafor/ }).click()
    await page.getByRole('button', { name: 'Patient file' }).click()
    await expect(page.getByRole('button', { name: 'Save PDF' })).toBeEnabled()
    await expectNoSidewaysScroll(page, 'patient file')
    await page.keyboard.press('Escape')
    for (const place of ['Clients', 'Settings', 'Today']) {
      await page.getByRole('link', { name: place }).click()
      await expect(page.getByRole('heading', { name: place })).toBeVisible()
      await expectNoSidewaysScroll(page, place)
    }
  })
}
