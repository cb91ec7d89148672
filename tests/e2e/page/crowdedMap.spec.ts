// A body map on which marks would hide each other: each can be seen, found and pressed, at four as at five hundred.
import type { Page } from '@playwright/test'
import { figure } from '#shared/domain/bodymap/figure.generated.ts'
import { plainFinding, type Finding } from '#shared/domain/bodymap/finding.ts'
import { marksOfSize } from '../../bench/marksOfSize.ts'
import { ask } from '../bridge.ts'
import { expect, sharedTest as test } from '../fixtures.ts'
import { findingRow, openId, startWithSomebody } from '../journeys.ts'

/** Four spots on the neck, within five centimetres. */
const neck = [
  { x: 238, y: 128 },
  { x: 246, y: 136 },
  { x: 255, y: 131 },
  { x: 260, y: 140 },
]
const regionId = 'neck.cervical-spine'

const findingAt = (sessionId: string, fields: Partial<Finding>): Finding => ({
  ...plainFinding({ regionId, kind: 'trigger-point', severity: 6, phase: 'before', view: 'posterior' }),
  id: crypto.randomUUID(),
  sessionId,
  ...fields,
})

/** Starts a session whose map has these findings. */
async function startWith(page: Page, makeFindings: (sessionId: string) => readonly Finding[]) {
  await startWithSomebody(page)
  const sessionId = openId(page)
  const findings = makeFindings(sessionId)
  // One after the other, as they are marked.
  // oxlint-disable-next-line no-await-in-loop
  for (const finding of findings) await ask(page, 'finding:put', { finding })
  await page.reload()
  await expect(shownMarks(page).first()).toBeAttached()
  return findings
}

const shownMarks = (page: Page) => page.locator('[data-figure] [data-course]')

/** How many pairs of marks cover each other, numbers included, by more than a hair. */
const coveredPairs = (page: Page) =>
  shownMarks(page).evaluateAll((marks) => {
    const boxes = marks.map((mark) => mark.getBoundingClientRect())
    return boxes.flatMap((one, index) =>
      boxes
        .slice(index + 1)
        .filter(
          (other) =>
            Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
            Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1,
        ),
    ).length
  })

test('four marks on the neck stand beside each other, each with a line to its spot, and each can be pressed', async ({
  app: { page },
}) => {
  await startWith(page, (sessionId) => neck.map((point, index) => findingAt(sessionId, { point, severity: index + 2 })))
  await expect(shownMarks(page)).toHaveCount(4)
  expect(await coveredPairs(page)).toBe(0)
  await expect(page.locator('[data-fan-lines]')).toHaveCount(1)
  const away = page.locator('[data-mark]')
  expect(await away.count()).toBeGreaterThanOrEqual(2)
  const last = shownMarks(page).last()
  await last.locator('circle').first().click({ force: true })
  await expect(findingRow(page, 'Cervical spine').last()).toContainText('6')
  await last.locator('circle').first().click({ button: 'right', force: true })
  await expect(
    page.getByRole('dialog', { name: 'Finding: Cervical spine' }).getByRole('slider', { name: 'Severity' }),
  ).toHaveValue('6')
})

test('several findings at one place are a pile with their number, which opens a list to choose from', async ({
  app: { page },
}) => {
  await startWith(page, (sessionId) =>
    (['pain', 'spasm', 'restriction', 'scar', 'bruise'] as const).map((kind, index) =>
      findingAt(sessionId, { kind, severity: index + 1, regionId: 'back.sacrum' }),
    ),
  )
  await expect(shownMarks(page)).toHaveCount(1)
  await expect(shownMarks(page)).toContainText('×5')
  await page.locator('[data-mark]').click()
  const list = page.getByRole('menu', { name: /^5 findings/ })
  await expect(list.getByRole('menuitem')).toHaveCount(5)
  await list.getByRole('menuitem', { name: 'Sacrum Restriction 3' }).click()
  const editor = page.getByRole('dialog', { name: 'Finding: Sacrum' })
  await expect(editor.getByRole('slider', { name: 'Severity' })).toHaveValue('3')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Sacrum, posterior' })).toBeFocused()
})

test('of five hundred findings none is hidden by another, and each is reached by a press', async ({
  app: { page },
}) => {
  test.slow()
  const findings = await startWith(page, (sessionId) => marksOfSize(sessionId, { findings: 500, strokes: 0 }).findings)
  expect(await coveredPairs(page)).toBe(0)
  const courses = await shownMarks(page).evaluateAll((marks) =>
    marks.flatMap((mark) => mark.getAttribute('data-course')?.split(' ') ?? []),
  )
  expect(courses.toSorted()).toEqual(findings.map(({ id }) => id).toSorted())
  const pile = page.locator('[data-mark]').first()
  const members = (await pile.getAttribute('data-mark'))?.split(' ') ?? []
  expect(members.length).toBeGreaterThan(1)
  await pile.click()
  await expect(page.getByRole('menu').getByRole('menuitem')).toHaveCount(members.length)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toHaveCount(0)
  const { regionId: id = '' } = findings.find(({ view }) => view === 'posterior') ?? {}
  expect(figure.posterior.regions.some((region) => region.regionId === id)).toBe(true)
  await page.locator(`[data-view="posterior"] [data-region="${id}"]`).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('group', { name: 'Findings here' }).getByRole('button')).not.toHaveCount(0)
})
