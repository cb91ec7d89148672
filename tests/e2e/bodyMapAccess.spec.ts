// The body map for those who use the keyboard or a screen reader: where the focus goes, and what axe finds in each state.
import type { Page } from '@playwright/test'
import { violations } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { createClient, markRegion, startSession } from './journeys.ts'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

async function openSession(page: Page): Promise<void> {
  await createClient(page, { firstName: 'Maren', lastName: 'Okafor' })
  await startSession(page)
}

test('the keyboard comes back to "Add finding" when its editor is closed', async ({ app: { page } }) => {
  await openSession(page)
  await button(page, 'Add finding').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Finding: new' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(button(page, 'Add finding')).toBeFocused()
})

const looker = (page: Page) => async (what: string) => expect.soft(await violations(page), what).toEqual([])

test('axe finds nothing with any tool', async ({ app: { page } }) => {
  await openSession(page)
  const look = looker(page)
  for (const tool of ['Point', 'Draw', 'Erase', 'Treated area']) {
    await button(page, tool).click()
    await look(tool)
    await button(page, tool).click()
  }
})

test('axe finds nothing with any panel or view of a marked map', async ({ app: { page } }) => {
  await openSession(page)
  const look = looker(page)
  await markRegion(page, 'Right upper trapezius, posterior', { kind: 'Pain', severity: 7 })
  for (const panel of ['Layers', 'Legend', 'Details of the mark']) {
    await button(page, panel).click()
    await look(panel)
    await page.keyboard.press('Escape')
  }
  for (const view of ['Both', 'Details']) {
    await page.getByRole('radio', { name: view, exact: true }).check()
    await look(view)
  }
})
