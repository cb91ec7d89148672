// The body map for those who use the keyboard or a screen reader: where the focus goes, and what axe finds in each state.
import type { Page } from '@playwright/test'
import { violations } from '../axe.ts'
import { expect, sharedTest as test } from '../fixtures.ts'
import { markRegion, signNote, startSession, startWithSomebody } from '../journeys.ts'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

test('the keyboard comes back to "Add finding" when its editor is closed', async ({ app: { page } }) => {
  await startWithSomebody(page)
  await button(page, 'Add finding').focus()
  await page.keyboard.press('Enter')
  const editor = page.getByRole('dialog', { name: 'Finding: new' })
  await expect(editor.locator(':focus')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(editor).toBeHidden()
  await expect(button(page, 'Add finding')).toBeFocused()
})

test('the keyboard stays in the list when a button that was pressed goes away', async ({ app: { page } }) => {
  const client = await startWithSomebody(page)
  for (const name of ['Sacrum, posterior', 'Sternum, anterior', 'Left biceps, anterior']) {
    await button(page, name).click()
  }
  await signNote(page)
  await page.getByRole('link', { name: client }).click()
  await startSession(page)
  const focused = () =>
    page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent)
  await button(page, 'Same as last visit').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await focused()).toBe('Confirm findings')

  await button(page, 'Confirm finding: Sternum, pain').focus()
  await page.keyboard.press('Enter')
  expect(await focused()).toBe('Sternum')
  await button(page, 'Remove finding: Sternum, pain').focus()
  await page.keyboard.press('Enter')
  expect(await focused()).toBe('Remove finding: L biceps, pain')
  await button(page, 'Confirm findings').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await focused()).toBe('Same as last visit')
})

test('a curved region / clicked in the middle of its box / is marked', async ({ app: { page } }) => {
  await startWithSomebody(page)
  for (const name of ['gluteus maximus', 'soleus', 'lateral deltoid', 'toes']) {
    const region = button(page, `Right ${name}, posterior`)
    await region.click()
    await expect(region).toHaveAttribute('aria-pressed', 'true')
  }
  await expect(page.getByRole('table', { name: 'Findings' }).locator('tbody tr')).toHaveCount(4)
})

const looker = (page: Page) => async (what: string) => expect.soft(await violations(page), what).toEqual([])

test('axe finds nothing with any tool', async ({ app: { page } }) => {
  test.slow()
  await startWithSomebody(page)
  const look = looker(page)
  for (const tool of ['Point', 'Draw', 'Erase', 'Treated area']) {
    await button(page, tool).click()
    await look(tool)
    await button(page, tool).click()
  }
})

test('axe finds nothing with any panel or view of a marked map', async ({ app: { page } }) => {
  test.slow()
  await startWithSomebody(page)
  const look = looker(page)
  await markRegion(page, 'Right upper trapezius, posterior', { kind: 'Pain', severity: 7 })
  for (const panel of ['Layers', 'Legend', 'Details of the mark']) {
    await button(page, panel).click()
    await look(panel)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog').or(page.getByRole('menu'))).toHaveCount(0)
  }
  for (const view of ['Both', 'Details']) {
    await page.getByRole('radio', { name: view, exact: true }).check()
    await look(view)
  }
})

test('treated areas and points / are made by a click or key on a region, and end with Esc', async ({
  app: { page },
}) => {
  await startWithSomebody(page)
  const region = button(page, 'Right upper trapezius, posterior')
  const areas = page.getByRole('table', { name: 'Treated areas' }).locator('tbody tr')
  const findings = page.getByRole('table', { name: 'Findings' }).locator('tbody tr')
  await button(page, 'Treated area').click()
  await region.click()
  await expect(areas).toHaveCount(1)
  await button(page, 'Sacrum, posterior').focus()
  await page.keyboard.press('Enter')
  await expect(areas).toHaveCount(2)
  await expect(findings).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(button(page, 'Treated area')).toHaveAttribute('aria-pressed', 'false')

  await button(page, 'Point').click()
  await region.click()
  await expect(findings).toHaveCount(1)
  await button(page, 'Sacrum, posterior').focus()
  await page.keyboard.press('Enter')
  await expect(findings).toHaveCount(2)
  await expect(findings.filter({ hasText: 'exact point' })).toHaveCount(2)
  await page.keyboard.press('Escape')
  // On the mark of a point itself: the point is raised.
  await region.click()
  await expect(findings).toHaveCount(2)
  await expect(findings.filter({ hasText: 'R upper trapezius' })).toContainText('6')
})
