// The marker of a list's item stands where the item's own script begins: while it is written, and where it is read.
import type { Locator } from '@playwright/test'
import type { NoteDocument } from '#shared/domain/note/document.ts'
import { expect, sharedTest as test } from '../fixtures.ts'
import { section } from '../journeys.ts'
import { addClient, addSession } from '../records.ts'

const item = (text: string) => ({
  type: 'listItem' as const,
  content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
})
const items = ['متابعة أسبوعية', 'Weekly review', 'מעקב שבועי']
const plan: NoteDocument = {
  type: 'doc',
  content: [
    { type: 'bulletList', content: items.map(item) },
    { type: 'orderedList', content: items.map(item) },
  ],
}

/** For each item the room for its marker left and right of it, in CSS pixels, and its direction. */
const rooms = (text: Locator) =>
  text.locator('li').evaluateAll((found) =>
    found.map((li) => {
      const own = li.getBoundingClientRect()
      const list = li.parentElement!.getBoundingClientRect()
      const { direction, listStylePosition } = getComputedStyle(li)
      return { direction, listStylePosition, left: own.left - list.left, right: list.right - own.right }
    }),
  )

const rightToLeft = { direction: 'rtl', listStylePosition: 'outside', left: 0, right: 22 }
const leftToRight = { direction: 'ltr', listStylePosition: 'outside', left: 22, right: 0 }
const expected = [rightToLeft, leftToRight, rightToLeft, rightToLeft, leftToRight, rightToLeft]

test('lists in Arabic and Hebrew / have their markers at the right edge in the editor, before signing and signed', async ({
  app: { page },
}) => {
  const clientId = await addClient(page, { firstName: 'Maren' })
  const draft = await addSession(page, clientId, { start: '2026-11-16T14:00', sections: { plan }, signed: 'draft' })
  await page.evaluate((id) => void (window.location.hash = `#/sessions/${id}`), draft)
  await expect(section(page, 'Plan')).toContainText('Weekly review')
  expect(await rooms(section(page, 'Plan'))).toEqual(expected)

  await page.keyboard.press('ControlOrMeta+Enter')
  const whole = page.getByRole('region', { name: 'What will be locked' })
  await expect(whole).toContainText('Weekly review')
  expect(await rooms(whole.locator('li', { hasText: /./ }).first().locator('xpath=../..'))).toEqual(expected)

  await page.getByRole('button', { name: 'Sign and lock' }).click()
  const signed = page.getByRole('region', { name: 'Plan', exact: true })
  await expect(signed).toContainText('Weekly review')
  expect(await rooms(signed)).toEqual(expected)
})
