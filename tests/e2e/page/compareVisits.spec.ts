// Comparing visits on the screen: the slider, playing, differences, the heat map, one region's history.
import type { Locator, Page } from '@playwright/test'
import { numberedId } from '../../fixtures/arbitraryFindings.ts'
import { violationsInBothSchemes } from '../axe.ts'
import { expect, sharedTest as test } from '../fixtures.ts'
import { expectSaved, findingRow, markRegion } from '../journeys.ts'
import { addClient, addSession, type SessionPlan } from '../records.ts'

const sacrum = { regionId: 'back.sacrum', kind: 'restriction' } as const
const temple = { regionId: 'head.temple.right', kind: 'pain', view: 'anterior' } as const
const numbered = (number: number) => ({ id: numberedId(number) })

/** Four visits: the trapezius gets better and worse again, the sacrum stays and goes, the temple is new. */
const plans: readonly SessionPlan[] = [
  {
    start: '2026-01-12T09:30',
    findings: [
      { ...numbered(1), severity: 8, remark: 'jumps when pressed' },
      { ...sacrum, severity: 4 },
    ],
  },
  { start: '2026-02-09T09:30', findings: [{ severity: 6 }, { ...sacrum, severity: 4 }] },
  {
    start: '2026-03-03T09:30',
    findings: [
      { ...numbered(2), severity: 3 },
      { severity: 1, phase: 'after', continuesId: numberedId(2) },
      { ...temple, severity: 5 },
    ],
  },
  { start: '2026-04-20T09:30', findings: [{ severity: 5 }, { ...temple, severity: 5 }], signed: 'draft' },
]

/** The visits with finding ids of their own: other tests have theirs in the same practice. */
function withNewIds(visits: readonly SessionPlan[]): readonly SessionPlan[] {
  const ids = new Map<string, string>()
  const newId = (id: string) => ids.get(id) ?? ids.set(id, crypto.randomUUID()).get(id) ?? id
  return visits.map((plan) => ({
    ...plan,
    findings: (plan.findings ?? []).map((finding) => ({
      ...finding,
      ...(finding.id && { id: newId(finding.id) }),
      ...(finding.continuesId && { continuesId: newId(finding.continuesId) }),
    })),
  }))
}

/** Makes a client with visits and opens the client's page. */
async function openClient(page: Page, visits: readonly SessionPlan[]): Promise<string[]> {
  const clientId = await addClient(page, { firstName: 'Maren', lastName: 'Okafor' })
  const sessions: string[] = []
  for (const plan of withNewIds(visits)) sessions.push(await addSession(page, clientId, plan))
  await page.evaluate((id) => void (window.location.hash = `#/clients/${id}`), clientId)
  return sessions
}

/** The same, and opens the comparison. */
async function compare(page: Page, visits: readonly SessionPlan[]): Promise<Locator> {
  await openClient(page, visits)
  await page.getByRole('button', { name: 'Compare visits' }).click()
  const dialog = page.getByRole('dialog', { name: 'Compare visits' })
  await expect(dialog.getByRole('slider', { name: 'Visit' })).toBeVisible()
  return dialog
}

const slider = (dialog: Locator) => dialog.getByRole('slider', { name: 'Visit', exact: true })
const expectVisit = (dialog: Locator, words: string) => expect(slider(dialog)).toHaveAttribute('aria-valuetext', words)

/** The rows of a table as text, each cell divided by a bar. */
const rowsOf = (dialog: Locator, table: string) =>
  dialog
    .getByRole('table', { name: table, exact: true })
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => (cell.textContent ?? '').trim()).join(' | ')),
    )

test('the slider goes through the visits by keyboard', async ({ app: { page } }) => {
  const dialog = await compare(page, plans)
  await expectVisit(dialog, 'Visit 4 of 4, 20 April 2026')
  await expect(slider(dialog)).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expectVisit(dialog, 'Visit 3 of 4, 3 March 2026')
  await page.keyboard.press('Home')
  await expectVisit(dialog, 'Visit 1 of 4, 12 January 2026')
  await dialog.getByRole('button', { name: 'Next visit' }).click()
  await expectVisit(dialog, 'Visit 2 of 4, 9 February 2026')
  await dialog.getByRole('button', { name: 'Previous visit' }).click()
  await expectVisit(dialog, 'Visit 1 of 4, 12 January 2026')
  await slider(dialog).press('End')
  await expectVisit(dialog, 'Visit 4 of 4, 20 April 2026')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: 'Compare visits' })).toBeFocused()
})

test('playing goes on to the last visit, and stops there', async ({ app: { page } }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const dialog = await compare(page, plans)
  await dialog.getByRole('button', { name: 'Play' }).click()
  await expectVisit(dialog, 'Visit 1 of 4, 12 January 2026')
  await expect(dialog.getByRole('button', { name: 'Pause' })).toBeVisible()
  await expectVisit(dialog, 'Visit 2 of 4, 9 February 2026')
  await expectVisit(dialog, 'Visit 4 of 4, 20 April 2026')
  await expect(dialog.getByRole('button', { name: 'Play' })).toBeVisible()

  await dialog.getByRole('button', { name: 'Play' }).click()
  await expectVisit(dialog, 'Visit 2 of 4, 9 February 2026')
  await dialog.getByRole('button', { name: 'Pause' }).click()
  await expect(dialog.getByRole('button', { name: 'Play' })).toBeVisible()
})

test('differences have a sign, a word and numbers, against any visit and in both phases', async ({ app: { page } }) => {
  const dialog = await compare(page, plans)
  const sentence = dialog.getByRole('status')
  await slider(dialog).press('ArrowLeft')
  await expect(sentence).toHaveText('1 better, 1 new, 1 gone since 9 February.')
  expect(await rowsOf(dialog, 'Differences')).toEqual([
    'better | R upper trapezius | Trigger point | 6 → 3',
    'new | R temple | Pain | 5',
    'gone | Sacrum | Restriction | 4 → 0',
  ])
  await expect(dialog.getByRole('list', { name: 'Legend' }).getByRole('listitem')).toHaveText([
    'new',
    'better',
    'same',
    'worse',
    'gone',
  ])
  const region = dialog.getByRole('button', { name: 'Right upper trapezius, posterior' })
  await expect(region).toHaveAttribute('aria-description', 'Trigger point, better, 6 → 3')

  await dialog.getByLabel('Compare with').selectOption('the first visit')
  await expect(sentence).toHaveText('1 better, 1 new, 1 gone since 12 January.')
  await dialog.getByRole('radio', { name: 'After', exact: true }).check()
  await expect(region).toHaveAttribute('aria-description', 'Trigger point, better, 8 → 1')
  await dialog.getByLabel('Compare with').selectOption('20 April 2026 (visit 4)')
  await expect(sentence).toContainText('compared with 20 April, a later visit')
})

test('the map has its views, and says what one of them does not show', async ({ app: { page } }) => {
  const dialog = await compare(page, plans)
  for (const view of ['Anterior', 'Right lateral', 'Left lateral', 'Posterior']) {
    await dialog.getByRole('radio', { name: view, exact: true }).check()
    await expect(dialog.getByRole('group', { name: `Body map, ${view.toLowerCase()}` })).toBeVisible()
  }
  await expect(dialog.getByText('1 finding not seen from here')).toBeVisible()
})

test('the heat map prints its numbers, over any span of visits', async ({ app: { page } }) => {
  const dialog = await compare(page, plans)
  await dialog.getByRole('radio', { name: 'Heat map' }).check()
  await expect(dialog.getByText('4 visits, 12 January 2026 to 20 April 2026')).toBeVisible()
  expect(await rowsOf(dialog, 'Marked regions')).toEqual([
    'R upper trapezius | 4 | 5.5',
    'R temple | 2 | 5',
    'Sacrum | 2 | 4',
  ])
  const posterior = dialog.getByRole('group', { name: 'Body map, posterior' })
  await expect(posterior.locator('text')).toHaveText(['4', '2'])
  await dialog.getByRole('radio', { name: 'Mean severity' }).check()
  await expect(posterior.locator('text')).toHaveText(['5.5', '4'])
  await expect(dialog.getByRole('list', { name: 'Legend, mean severity' }).getByRole('listitem')).toHaveText([
    '0–2',
    '2–4',
    '4–6',
    '6–8',
    '8–10',
  ])

  await dialog.getByRole('slider', { name: 'From visit' }).press('End')
  await expect(dialog.getByText('1 visit, 20 April 2026')).toBeVisible()
  await expect(posterior.locator('text')).toHaveText(['5'])
  await dialog.getByRole('slider', { name: 'From visit' }).press('Home')
  await dialog.getByRole('slider', { name: 'To visit' }).press('ArrowLeft')
  await expect(dialog.getByRole('slider', { name: 'To visit' })).toHaveAttribute(
    'aria-valuetext',
    'Visit 3 of 4, 3 March 2026',
  )
  expect(await rowsOf(dialog, 'Marked regions')).toContain('R upper trapezius | 3 | 5.7')
})

test('a region / chosen by keyboard, by mouse or from the table / shows its own history', async ({ app: { page } }) => {
  const dialog = await compare(page, plans)
  await dialog.getByRole('group', { name: 'Body map, posterior' }).getByRole('button').first().focus()
  await page.keyboard.type('upper trap', { delay: 20 })
  await expect(dialog.getByRole('button', { name: 'Right upper trapezius, posterior' })).toBeFocused()
  await page.keyboard.press('Enter')
  const history = dialog.getByRole('region', { name: 'History: Right upper trapezius' })
  await expect(history).toContainText('marked at 4 of 4 visits')
  await expect
    .poll(() => rowsOf(dialog, 'Findings: Right upper trapezius'))
    .toEqual([
      '20 Apr 2026 | Trigger point | 5',
      '3 Mar 2026 | Trigger point | 3 → 1 much better',
      '9 Feb 2026 | Trigger point | 6',
      '12 Jan 2026 | Trigger pointjumps when pressed | 8',
    ])
  await history.getByRole('button', { name: '9 Feb 2026, visit 2' }).click()
  await expectVisit(dialog, 'Visit 2 of 4, 9 February 2026')

  await dialog.getByRole('table', { name: 'Differences' }).getByRole('button', { name: 'Sacrum' }).click()
  await expect(dialog.getByRole('region', { name: 'History: Sacrum' })).toContainText('marked at 2 of 4 visits')
  await dialog.getByRole('button', { name: 'Coccyx, posterior' }).focus()
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('never marked in 4 visits')).toBeVisible()
  // A crescent: in the middle of its box lies a neighbour.
  await dialog.getByRole('button', { name: 'Left gluteus maximus, posterior' }).click()
  await expect(dialog.getByRole('region', { name: 'History: Left gluteus maximus' })).toBeVisible()
})

test('an open draft / stays open behind the comparison, with its undo, and is shown first', async ({
  app: { page },
}) => {
  const [, , , draft = ''] = await openClient(page, plans)
  await page.evaluate((id) => void (window.location.hash = `#/sessions/${id}`), draft)
  await markRegion(page, 'Left upper trapezius, posterior', { kind: 'Hypertonicity', severity: 4 })
  await expectSaved(page)
  await page.getByRole('button', { name: 'Compare visits' }).click()
  const dialog = page.getByRole('dialog', { name: 'Compare visits' })
  await expectVisit(dialog, 'Visit 4 of 4, 20 April 2026')
  await expect.poll(() => rowsOf(dialog, 'Differences')).toContain('new | L upper trapezius | Hypertonicity | 4')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(findingRow(page, 'L upper trapezius')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(findingRow(page, 'L upper trapezius').getByText('4', { exact: true })).toBeHidden()
})

test('with one visit there is a map and nothing to compare; without a finding the button says why', async ({
  app: { page },
}) => {
  const dialog = await compare(page, plans.slice(0, 1))
  await expect(dialog.getByRole('status')).toHaveText('One visit so far, on 12 January 2026: nothing to compare yet.')
  expect(await rowsOf(dialog, 'Findings')).toEqual([
    'R upper trapezius | Trigger point | 8',
    'Sacrum | Restriction | 4',
  ])
  await page.keyboard.press('Escape')

  await openClient(page, [{ start: '2026-01-12T09:30', signed: 'draft' }])
  const button = page.getByRole('button', { name: 'Compare visits' })
  await expect(button).toBeDisabled()
  await expect(button).toHaveAccessibleDescription('No session has a finding on its map.')
})

async function expectNoScroll(dialog: Locator): Promise<void> {
  const over = await dialog.evaluate((element) => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element
    return { across: scrollWidth - clientWidth, down: scrollHeight - clientHeight }
  })
  expect(over).toEqual({ across: 0, down: 0 })
}

test('axe finds nothing in it, light or dark, and the page never scrolls at 1280×800', async ({ app: { page } }) => {
  test.slow()
  const dialog = await compare(page, plans)
  expect.soft(await violationsInBothSchemes(page), 'differences').toEqual([])
  await dialog.getByRole('table', { name: 'Differences' }).getByRole('button').first().click()
  await expect(dialog.getByRole('region', { name: /^History/ })).toBeVisible()
  await expectNoScroll(dialog)
  expect.soft(await violationsInBothSchemes(page), 'history').toEqual([])
  await dialog.getByRole('radio', { name: 'Heat map' }).check()
  expect.soft(await violationsInBothSchemes(page), 'heat map').toEqual([])
})

test('the page never scrolls at 640×400', async ({ app: { page } }) => {
  await page.setViewportSize({ width: 640, height: 400 })
  const dialog = await compare(page, plans)
  await dialog.getByRole('table', { name: 'Differences' }).getByRole('button').first().click()
  await expectNoScroll(dialog)
})
