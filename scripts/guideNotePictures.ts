// The pictures of the guide's pages on a follow-up note: last time, phrases, measures, history, signing and after.
import { expect, type Page } from '@playwright/test'
import { confirmAndSign, expectSaved, markRegion, startSession, typeSection } from '../tests/e2e/journeys.ts'
import type { PalpateApp } from '../tests/e2e/palpateApp.ts'

type TakePicture = (page: Page, name: string) => Promise<void>

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' })

async function openClient(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('link', { name: 'Clients' }).click({ timeout: 120_000 })
  await page.getByRole('link', { name }).click()
}

/** A follow-up note from the card "Last time" to an amendment, then what belongs to notes elsewhere. */
export async function followUpNote({ page }: PalpateApp, picture: TakePicture): Promise<void> {
  await openClient(page, /Marcus Bell/)
  await button(page, 'Choose a template').click()
  await expect(page.getByRole('menuitem').first()).toBeVisible()
  await picture(page, 'start-with-template')
  await page.keyboard.press('Escape')
  await startSession(page)
  await expect(page.getByRole('region', { name: 'Last time', exact: true })).toBeVisible()
  await button(page, 'Same as last time').click()
  await picture(page, 'last-time')

  await page.keyboard.press('F8')
  await page.keyboard.press('Alt+0')
  for (const key of ['4', 'Tab', '2']) await page.keyboard.press(key)
  await markRegion(page, 'Left soleus, posterior', { kind: 'Hypertonicity', severity: 3 })
  await typeSection(page, 'Plan', ' Next time the left calf.')
  await expectSaved(page)
  await picture(page, 'measures')
  await page.keyboard.press('Alt+1')
  await page.keyboard.press('Enter')
  await page.keyboard.type(';slee')
  await expect(page.getByRole('listbox', { name: 'Phrases' })).toBeVisible()
  await picture(page, 'phrases')
  await page.keyboard.press('Enter')
  await page.keyboard.type('7')
  await page.keyboard.press('Tab')
  await page.keyboard.press('1')
  await page.keyboard.press('Tab')
  await expectSaved(page)
  await page.keyboard.press('Alt+D')
  await expect(page.getByRole('dialog', { name: 'Draft history' })).toBeVisible()
  await picture(page, 'draft-history')
  await page.keyboard.press('Escape')

  await button(page, /^Sign note/).click()
  await expect(button(page, 'Sign and lock')).toBeVisible()
  await picture(page, 'sign')
  await confirmAndSign(page)
  await expect(button(page, 'Add addendum')).toBeVisible()
  await picture(page, 'signed')

  await page.getByRole('region', { name: 'Plan', exact: true }).click()
  await button(page, 'Add amendment').click()
  const corrected = page.getByRole('textbox', { name: 'Corrected', exact: true })
  await corrected.press('End')
  await corrected.press('ControlOrMeta+Shift+ArrowLeft')
  await page.getByRole('textbox', { name: 'Why' }).fill('The side was wrong: it is the right calf.')
  await corrected.fill((await corrected.innerText()).replace('left calf', 'right calf'))
  await expectSaved(page)
  await button(page, 'Sign amendment').click()
  await expect(page.getByRole('region', { name: /^Amendment of/ })).toBeVisible()
  await page.getByRole('region', { name: /^Amendment of/ }).scrollIntoViewIfNeeded()
  await picture(page, 'amendment')

  await openClient(page, /Alex Dubois/)
  await button(page, 'Late entry').click()
  const late = page.getByRole('dialog', { name: 'Late entry' })
  await late.getByLabel('Service date').fill('2026-10-20')
  await late.getByLabel('Start').fill('11:30')
  await late.getByRole('textbox', { name: 'Reason' }).fill('Charted on paper')
  await picture(page, 'late-entry')
  await page.keyboard.press('Escape')
  await button(page, 'Discard').click()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await picture(page, 'shortcuts')
  await page.keyboard.press('Escape')
}
