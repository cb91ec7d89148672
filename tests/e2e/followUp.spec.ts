// The follow-up note between two clients: carry forward, two changes on the map, scores, one edited sentence, signature.
// Every key, chord, click and run of typing counts as one interaction; fifteen are all that it may take.
import type { Page } from '@playwright/test'
import { plainFinding } from '#shared/domain/bodymap/finding.ts'
import { documentFromText } from '#shared/domain/note/plainText.ts'
import { sectionIds } from '#shared/domain/note/sections.ts'
import { ask } from './bridge.ts'
import { expect, test } from './fixtures.ts'
import { clickRegion, createClient, openId, startSession } from './journeys.ts'

const mostInteractions = 15

const texts = {
  subjective: 'Headaches behind the right eye, two a week. Sleep better.',
  objective: 'Right rotation 45°, left 60°. Tissue warmer after treatment.',
  assessment: 'Responding: pain down for the third visit in a row.',
  plan: 'Weekly for three more weeks. Doorway stretch twice a day.',
}

const trapezius = { regionId: 'shoulder.upper-trapezius.right', kind: 'trigger-point', severity: 6 } as const
const lumbar = { regionId: 'back.lumbar-erectors.left', kind: 'hypertonicity', severity: 4 } as const

/** A client whose last visit is written and signed; ends in the session of today. */
async function openFollowUp(page: Page): Promise<void> {
  await createClient(page, { firstName: 'Maren', lastName: 'Okafor' })
  const { id } = await ask(page, 'session:start', { clientId: openId(page), serviceStart: '2026-03-09T14:00' })
  for (const section of sectionIds) {
    await ask(page, 'session:saveSection', { id, section, document: documentFromText(texts[section]) })
  }
  for (const one of [trapezius, lumbar]) {
    const finding = plainFinding({ ...one, phase: 'before', view: 'posterior' })
    await ask(page, 'finding:put', { finding: { ...finding, id: crypto.randomUUID(), sessionId: id } })
  }
  await ask(page, 'session:savePain', { id, painBefore: 6, painAfter: 4 })
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
    click: (role: 'button', name: string) => {
      count += 1
      return page.getByRole(role, { name, exact: true }).click()
    },
  }
}

/** What the signed note must hold, whichever way it was written. */
async function expectSignedFollowUp(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Add addendum' })).toBeVisible()
  const record = await ask(page, 'session:get', { id: openId(page) })
  expect(record.signature).not.toBeNull()
  expect([record.painBefore, record.painAfter]).toEqual([5, 2])
  expect(record.homework).toEqual([{ text: 'Doorway stretch', carriedFrom: null }])
  const severities = Object.fromEntries(record.findings.map(({ regionId, severity }) => [regionId, severity]))
  expect(severities).toEqual({ [trapezius.regionId]: 7, [lumbar.regionId]: 5 })
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
  await act.click('button', 'Same as last time')
  await act.clickRegion('Right upper trapezius, posterior')
  await act.clickRegion('Left lumbar erectors, posterior')
  await act.press('Alt+0')
  await act.press('5')
  await act.press('Tab')
  await act.press('2')
  await act.press('Alt+4')
  await act.type(' Next time the right hip.')
  await act.click('button', 'Sign note')
  await expect(page.getByRole('dialog', { name: 'Before you sign' })).toBeVisible()
  await act.click('button', 'Confirm all')
  await act.click('button', 'Sign and lock')
  await expectSignedFollowUp(page)
  expect(act.count()).toBeLessThanOrEqual(mostInteractions)
})

test('a follow-up note takes at most fifteen interactions by the keyboard alone', async ({ app: { page } }) => {
  await openFollowUp(page)
  const act = counted(page)
  await act.press('Alt+L')
  await act.press('Alt+M')
  await act.type('right upper trap')
  await act.press('Space')
  await act.type('left lumbar e')
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
  await expectSignedFollowUp(page)
  expect(act.count()).toBeLessThanOrEqual(mostInteractions)
})
