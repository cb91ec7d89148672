// The follow-up note between two clients: carry forward, two changes on the map, scores, one edited sentence, signature.
// Every key, chord, click and run of typing counts as one interaction; fifteen are all that it may take.
import type { Locator, Page } from '@playwright/test'
import { ask } from '../bridge.ts'
import { expect, sharedTest as test } from '../fixtures.ts'
import { clickRegion, createSomebody, markBar, openId, startSession } from '../journeys.ts'
import { addSession } from '../records.ts'

const mostInteractions = 15

const texts = {
  subjective: 'Headaches behind the right eye, two a week. Sleep better.',
  objective: 'Right rotation 45°, left 60°. Tissue warmer after treatment.',
  assessment: 'Responding: pain down for the third visit in a row.',
  plan: 'Weekly for three more weeks. Doorway stretch twice a day.',
}

const trapezius = { regionId: 'shoulder.upper-trapezius.right', kind: 'trigger-point', severity: 6 } as const
const lumbar = 'back.lumbar-erectors.left'

/** A client whose last visit is written and signed; ends in the session of today. */
async function openFollowUp(page: Page): Promise<void> {
  await createSomebody(page)
  const id = await addSession(page, openId(page), {
    start: '2026-03-09T14:00',
    sections: texts,
    findings: [trapezius],
    pain: [6, 4],
    signed: 'draft',
  })
  await ask(page, 'session:saveItems', {
    id,
    list: 'homework',
    items: [{ text: 'Doorway stretch', carriedFrom: null }],
  })
  await ask(page, 'session:sign', { id, answers: [] })
  await startSession(page)
  await expect(page.getByRole('region', { name: 'Last time', exact: true })).toBeVisible()
}

/** Counts what the therapist does. */
function counted(page: Page) {
  let count = 0
  return {
    count: () => count,
    press: (key: string) => {
      count += 1
      return page.keyboard.press(key)
    },
    type: (text: string) => {
      count += 1
      return page.keyboard.type(text)
    },
    clickRegion: (name: string) => {
      count += 1
      return clickRegion(page, name)
    },
    click: (name: string) => {
      count += 1
      return page.getByRole('button', { name, exact: true }).click()
    },
    clickNumber: async (scale: Locator, name: string) => {
      count += 1
      // The scale's slider lies over its numbers.
      const box = await scale.getByText(name, { exact: true }).boundingBox()
      if (box) await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    },
  }
}

/** What the signed note must hold, whichever way it was written. */
async function expectSignedFollowUp(page: Page, severities: Record<string, number>): Promise<void> {
  await expect(page.getByRole('button', { name: 'Add addendum' })).toBeVisible()
  const record = await ask(page, 'session:get', { id: openId(page) })
  expect(record.signature).not.toBeNull()
  expect([record.painBefore, record.painAfter]).toEqual([5, 2])
  expect(record.homework).toEqual([{ text: 'Doorway stretch', carriedFrom: null }])
  expect(Object.fromEntries(record.findings.map(({ regionId, severity }) => [regionId, severity]))).toEqual(severities)
  expect(record.findings.every(({ isConfirmed }) => isConfirmed)).toBe(true)
  const text = Object.fromEntries(record.sections.map(({ section, plainText }) => [section, plainText]))
  expect(text['plan']).toBe(`${texts.plan} Next time the right hip.`)
  expect(text['subjective']).toBe(texts.subjective)
  expect(JSON.stringify(record.sections)).not.toContain('"carried"')
  expect(record.signAnswers.map(({ question, section }) => `${question}: ${section}`)).toContain(
    'same as last time: subjective',
  )
  expect(record.signAnswers.every(({ decision }) => decision === 'confirmed')).toBe(true)
}

test('a follow-up note takes at most fifteen interactions by hand', async ({ app: { page } }) => {
  await openFollowUp(page)
  const act = counted(page)
  await act.click('Same as last time')
  // The first change: what was carried over is worse today.
  await act.clickRegion('Right upper trapezius, posterior')
  await act.clickNumber(markBar(page), '8')
  // The second: something new, as strong as what was rated last.
  await act.clickRegion('Left lumbar erectors, posterior')
  await act.press('Alt+0')
  await act.press('5')
  await act.press('Tab')
  await act.press('2')
  await act.press('Alt+4')
  await act.type(' Next time the right hip.')
  await act.click('Sign note')
  await expect(page.getByRole('dialog', { name: 'Before you sign' })).toBeVisible()
  await act.click('Confirm all')
  await act.click('Sign and lock')
  await expectSignedFollowUp(page, { [trapezius.regionId]: 8, [lumbar]: 8 })
  expect(act.count()).toBeLessThanOrEqual(mostInteractions)
})

test('a follow-up note takes at most fifteen interactions by the keyboard alone', async ({ app: { page } }) => {
  await openFollowUp(page)
  const act = counted(page)
  await act.press('Alt+L')
  await act.press('Alt+M')
  // The first change: what was carried over holds today, which the place itself is asked for.
  await act.type('right upper')
  await act.press('Space')
  // The second: something new.
  await act.type('left lumbar')
  await act.press('Space')
  await act.press('Alt+0')
  await act.press('5')
  await act.press('Tab')
  await act.press('2')
  await act.press('Alt+4')
  await act.type(' Next time the right hip.')
  await act.press('Control+Enter')
  const dialog = page.getByRole('dialog', { name: 'Before you sign' })
  await expect(dialog.getByRole('button', { name: 'Confirm all' })).toBeFocused()
  await act.press('Enter')
  await expect(dialog.getByRole('button', { name: 'Sign and lock' })).toBeFocused()
  await act.press('Enter')
  await expectSignedFollowUp(page, { [trapezius.regionId]: trapezius.severity, [lumbar]: 5 })
  expect(act.count()).toBeLessThanOrEqual(mostInteractions)
})
