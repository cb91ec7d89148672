// The body map of a draft: one tap, both phases, points, treated areas, no-go areas, carrying forward, search, zoom.
import type { Locator, Page } from '@playwright/test'
import { ask } from '../bridge.ts'
import { expect, sharedTest as test } from '../fixtures.ts'
import {
  chooseKind,
  clickRegion,
  createSomebody,
  expectSaved,
  findingRow,
  markBar,
  markRegion,
  openId,
  signNote,
  startSession,
  startWithSomebody,
  unlock,
} from '../journeys.ts'

const trapezius = 'Right upper trapezius, posterior'
const region = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const radio = (page: Page, name: string) => page.getByRole('radio', { name, exact: true })
const tool = (page: Page, name: string) =>
  page.getByRole('toolbar', { name: 'Tools' }).getByRole('button', { name, exact: true })
const rows = (page: Page) => page.getByRole('table', { name: 'Findings' }).locator('tbody tr')
const stage = (page: Page) => page.getByRole('button', { name: 'Whole body' })

/** A spot in the middle of a region, in CSS pixels. */
async function middle(found: Locator): Promise<{ x: number; y: number }> {
  const box = await found.boundingBox()
  if (!box) throw new Error('the region is not on screen')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 10 })
  await page.mouse.up()
}

/** What is stored of the session that is open. */
const storedDraft = (page: Page) => ask(page, 'session:get', { id: openId(page) })

test('one tap marks a region with the chosen kind and severity, a second raises the severity', async ({
  app: { page },
}) => {
  await startWithSomebody(page)
  await chooseKind(page, 'Hypertonicity')
  await clickRegion(page, trapezius)
  await expect(findingRow(page, 'R upper trapezius')).toContainText('Hypertonicity')
  await expect(findingRow(page, 'R upper trapezius')).toContainText('5')
  await clickRegion(page, trapezius)
  await expect(findingRow(page, 'R upper trapezius')).toContainText('6')
  await expect(rows(page)).toHaveCount(1)
  await expect(region(page, trapezius)).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByRole('status').filter({ hasText: 'hypertonicity 6 of 10, raised' })).toBeAttached()
})

test('number keys choose the kind, Enter marks and then opens, a right click opens', async ({ app: { page } }) => {
  await startWithSomebody(page)
  await region(page, trapezius).focus()
  await page.keyboard.press('5')
  await expect(radio(page, 'Spasm')).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(findingRow(page, 'R upper trapezius')).toContainText('Spasm')
  await page.keyboard.press('Enter')
  const editor = page.getByRole('dialog', { name: 'Finding: Right upper trapezius' })
  await editor.getByRole('combobox', { name: 'Structure' }).fill('levator')
  await page.getByRole('option', { name: 'levator scapulae' }).click()
  await editor.getByRole('radio', { name: 'Deep' }).check()
  await editor.getByRole('button', { name: 'Done' }).click()
  await expect(findingRow(page, 'R upper trapezius')).toContainText('levator scapulae · deep')

  await region(page, trapezius).click({ button: 'right' })
  await expect(editor).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(editor).toBeHidden()
})

/** Presses keys on a region again and again, faster than a hand. */
const pressMany = (found: Locator, keys: readonly string[], times: number) =>
  found.evaluate(
    (element, [names, count]) => {
      for (let at = 0; at < count; at++) {
        for (const key of names) element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
      }
    },
    [keys, times] as const,
  )

test('two hundred changes can be undone, and made again', async ({ app: { page } }) => {
  await startWithSomebody(page)
  await region(page, trapezius).focus()
  await pressMany(region(page, trapezius), [' ', 'Delete'], 100)
  await page.keyboard.press('Space')
  await expect(rows(page)).toHaveCount(1)
  const undo = tool(page, 'Undo')
  await undo.evaluate((button) => {
    for (let at = 0; at < 200; at++) (button as HTMLElement).click()
  })
  await expect(undo).toHaveAttribute('aria-disabled', 'false')
  await region(page, trapezius).focus()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(undo).toHaveAttribute('aria-disabled', 'true')
  await expect(rows(page)).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(rows(page)).toHaveCount(1)
  await expectSaved(page)
  expect((await storedDraft(page)).findings).toHaveLength(1)
})

test('the after phase starts from the before phase, and the change is said in one sentence', async ({
  app: { page },
}) => {
  await startWithSomebody(page)
  await markRegion(page, trapezius, { kind: 'Trigger point', severity: 7 })
  await markRegion(page, 'Left upper trapezius, posterior', { kind: 'Pain', severity: 4 })
  await radio(page, 'After').check()
  await expect(region(page, trapezius)).toHaveAttribute('aria-pressed', 'true')
  await clickRegion(page, trapezius)
  await markBar(page).getByRole('slider', { name: 'Severity' }).fill('3')
  await clickRegion(page, 'Left upper trapezius, posterior')
  await markBar(page).getByRole('button', { name: 'Gone' }).click()
  await expect(page.getByText('R upper trapezius 7 → 3, L upper trapezius gone, nothing new')).toBeVisible()
  await expect(findingRow(page, 'R upper trapezius')).toContainText('7 → 3much better')
  await expect(region(page, 'Left upper trapezius, posterior')).toHaveAttribute('aria-pressed', 'false')

  await radio(page, 'Both').check()
  await expect(page.getByRole('group', { name: 'Body map, posterior, before' })).toBeVisible()
  await expect(page.getByRole('group', { name: 'Body map, posterior, after' })).toBeVisible()
  await radio(page, 'Before').check()
  await expect(region(page, 'Left upper trapezius, posterior')).toHaveAttribute('aria-pressed', 'true')
  await expectSaved(page)
  const { findings } = await storedDraft(page)
  expect(findings.map(({ phase, severity }) => `${phase} ${severity}`)).toEqual([
    'before 7',
    'before 4',
    'after 3',
    'after 0',
  ])
})

test('every view shows its regions, by the same names', async ({ app: { page } }) => {
  await startWithSomebody(page)
  const seen: [view: string, name: string][] = [
    ['Anterior', 'Right biceps, anterior'],
    ['Posterior', trapezius],
    ['Right lateral', 'Right IT band, right lateral'],
    ['Left lateral', 'Left IT band, left lateral'],
  ]
  for (const [view, name] of seen) {
    await radio(page, view).check()
    await clickRegion(page, name)
    await expect(region(page, name)).toHaveAttribute('aria-pressed', 'true')
  }
  await radio(page, 'Details').check()
  await expect(page.getByRole('group', { name: /^Body map, / })).toHaveCount(10)
  await expect(rows(page)).toHaveCount(4)
})

test('a trigger point sits at its exact spot and says where it refers', async ({ app: { page } }) => {
  await startWithSomebody(page)
  await chooseKind(page, 'Trigger point')
  await tool(page, 'Point').click()
  await drag(page, await middle(region(page, trapezius)), await middle(region(page, 'Right triceps, posterior')))
  await expect(findingRow(page, 'R upper trapezius')).toContainText('exact point · refers to right triceps')
  await expectSaved(page)
  const [finding] = (await storedDraft(page)).findings
  expect(finding?.point?.x).toBeGreaterThan(250)
  expect(finding?.refersToRegionId).toBe('arm.triceps.right')
})

test('strokes are drawn, erased, undone and kept', async ({ app: { page } }) => {
  await startWithSomebody(page)
  const from = await middle(region(page, trapezius))
  await tool(page, 'Draw').click()
  await drag(page, from, { x: from.x + 60, y: from.y + 80 })
  const strokes = page.getByRole('list', { name: 'Strokes' }).getByRole('listitem')
  await expect(strokes).toHaveCount(1)
  await tool(page, 'Erase').click()
  await drag(page, { x: from.x - 20, y: from.y + 60 }, { x: from.x + 90, y: from.y + 30 })
  await expect(strokes).toHaveCount(0)
  await tool(page, 'Undo').click()
  await expect(strokes).toHaveCount(1)
  await expectSaved(page)
  expect((await storedDraft(page)).strokes).toHaveLength(1)
})

test('treated areas / are painted across regions; more minutes than the session has are pointed out', async ({
  app: { page },
}) => {
  await startWithSomebody(page)
  await tool(page, 'Treated area').click()
  const next = page.getByRole('group', { name: 'Next treated area' })
  await next.getByRole('combobox', { name: 'Technique' }).fill('Myofascial release')
  await next.getByLabel('Minutes').fill('70')
  await drag(
    page,
    await middle(
      region(page, 'Right biceps femoris, posterior').or(region(page, 'Right lateral hamstrings, posterior')),
    ),
    await middle(region(page, 'Right medial hamstrings, posterior')),
  )
  const table = page.getByRole('table', { name: 'Treated areas' })
  await expect(table).toContainText('70 of 60 min')
  await expect(table).toContainText('10 min more')
  await expectSaved(page)
  const [area] = (await storedDraft(page)).treatedAreas
  expect(area).toMatchObject({ technique: 'Myofascial release', minutes: 70 })
  expect(area?.regionIds.length).toBeGreaterThanOrEqual(2)
})

test('marking a forbidden region / is asked about, and the answer is kept', async ({ app: { page } }) => {
  await createSomebody(page)
  const clientId = openId(page)
  const area = {
    id: crypto.randomUUID(),
    clientId,
    regionId: 'shoulder.upper-trapezius.right',
    reason: 'recent surgery',
  }
  await ask(page, 'noGo:put', { area: { ...area, level: 'forbidden' } })
  await startSession(page)
  await clickRegion(page, trapezius)
  const question = page.getByRole('dialog', { name: 'Forbidden area' })
  await expect(question).toContainText('recent surgery')
  await question.getByRole('button', { name: 'Leave it out' }).click()
  await expect(rows(page)).toHaveCount(0)
  await clickRegion(page, trapezius)
  await question.getByRole('textbox', { name: 'Why' }).fill('cleared by the surgeon')
  await question.getByRole('button', { name: 'Mark it anyway' }).click()
  await expect(findingRow(page, 'R upper trapezius')).toBeVisible()
  await expectSaved(page)
  const { noGoAnswers } = await storedDraft(page)
  expect(noGoAnswers.map(({ decision, remark }) => [decision, remark])).toEqual([
    ['left out', ''],
    ['marked', 'cleared by the surgeon'],
  ])
})

test('"Same as last visit" takes over what was left, unconfirmed until it is confirmed', async ({ app: { page } }) => {
  const name = await startWithSomebody(page)
  await markRegion(page, trapezius, { kind: 'Trigger point', severity: 7 })
  await markRegion(page, 'Sacrum, posterior', { kind: 'Pain', severity: 4 })
  await radio(page, 'After').check()
  await clickRegion(page, trapezius)
  await markBar(page).getByRole('slider', { name: 'Severity' }).fill('3')
  await signNote(page)
  await page.getByRole('link', { name }).click()
  await startSession(page)
  await page.getByRole('button', { name: 'Same as last visit' }).click()
  await expect(rows(page)).toHaveCount(2)
  await expect(findingRow(page, 'R upper trapezius')).toContainText('3')
  await expect(findingRow(page, 'R upper trapezius')).toContainText('not confirmed')

  await page.getByRole('button', { name: 'Sign note' }).click()
  await expect(page.getByRole('dialog')).toContainText('2 findings from last visit, not confirmed')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()

  await clickRegion(page, trapezius)
  await expect(findingRow(page, 'R upper trapezius')).not.toContainText('not confirmed')
  await page.getByRole('button', { name: 'Confirm all' }).click()
  await expect(page.getByText('not confirmed')).toHaveCount(0)
  await expectSaved(page)
  expect((await storedDraft(page)).findings.every(({ isConfirmed }) => isConfirmed)).toBe(true)
})

test('a muscle is found by a few letters, and Esc leads back to the whole body', async ({ app: { page } }) => {
  await startWithSomebody(page)
  await page.getByRole('searchbox', { name: 'Find a region or muscle' }).fill('pirif')
  await page.keyboard.press('Enter')
  await expect(stage(page)).toHaveAttribute('aria-disabled', 'false')
  await expect(region(page, 'Right piriformis, posterior')).toBeInViewport()
  await page.keyboard.press('Escape')
  await expect(stage(page)).toHaveAttribute('aria-disabled', 'true')
})

test('a double-tap enlarges a region and marks nothing; dragging then moves the picture and marks nothing', async ({
  app: { page },
}) => {
  await startWithSomebody(page)
  const spot = await middle(region(page, trapezius))
  await page.mouse.dblclick(spot.x, spot.y)
  await expect(stage(page)).toHaveAttribute('aria-disabled', 'false')
  await expect(rows(page)).toHaveCount(0)
  await drag(page, { x: 360, y: 380 }, { x: 420, y: 330 })
  await expect(rows(page)).toHaveCount(0)
  await stage(page).click()
  await expect(stage(page)).toHaveAttribute('aria-disabled', 'true')
})

test('a finding is added from the table alone, for any region', async ({ app: { page } }) => {
  await startWithSomebody(page)
  await page.getByRole('button', { name: 'Add finding' }).click()
  const editor = page.getByRole('dialog', { name: 'Finding: new' })
  await editor.getByRole('combobox', { name: 'Region' }).fill('left soleus')
  await page.getByRole('option', { name: 'Left soleus' }).click()
  await editor.getByRole('slider', { name: 'Severity' }).fill('6')
  await editor.getByRole('button', { name: 'Add finding' }).click()
  await expect(findingRow(page, 'L soleus')).toContainText('6')
  await expectSaved(page)
  expect((await storedDraft(page)).findings).toMatchObject([{ regionId: 'leg.soleus.left', severity: 6 }])
})

test('a finding that is half filled in comes back after a lock', async ({ app: { page } }) => {
  await startWithSomebody(page)
  await region(page, trapezius).click({ button: 'right' })
  const editor = page.getByRole('dialog', { name: 'Finding: Right upper trapezius' })
  await editor.getByRole('radio', { name: 'Spasm' }).check()
  await editor.getByRole('textbox', { name: 'Remark' }).fill('after the long drive')
  await page.keyboard.press('ControlOrMeta+l')
  await unlock(page)
  await expect(editor.getByRole('textbox', { name: 'Remark' })).toHaveValue('after the long drive')
  await editor.getByRole('button', { name: 'Add finding' }).click()
  await expectSaved(page)
  expect((await storedDraft(page)).findings).toMatchObject([{ kind: 'spasm', remark: 'after the long drive' }])
})

test('what is out of range never reaches the record', async ({ app: { page } }) => {
  await startWithSomebody(page)
  await markRegion(page, trapezius, { kind: 'Pain', severity: 5 })
  await expectSaved(page)
  const [finding] = (await storedDraft(page)).findings
  if (!finding) throw new Error('nothing was stored')
  await expect(
    ask(page, 'finding:put', { finding: { ...finding, id: crypto.randomUUID(), regionId: 'wing.left' } }),
  ).rejects.toThrow('VALIDATION')
  await expect(ask(page, 'finding:put', { finding: { ...finding, severity: 11 } })).rejects.toThrow('VALIDATION')
  expect((await storedDraft(page)).findings).toEqual([finding])
})
