// The card "Last time", and what is taken over from it: unconfirmed until it is edited or confirmed.
import type { Page } from '@playwright/test'
import { noMeasures } from '#shared/domain/measures.ts'
import type { SectionId } from '#shared/domain/note/sections.ts'
import { violations } from '../axe.ts'
import { ask } from '../bridge.ts'
import { expect, sharedTest as test } from '../fixtures.ts'
import {
  createSomebody,
  expectSaved,
  findingRow,
  openId,
  section,
  startSession,
  startWithSomebody,
  typeSection,
} from '../journeys.ts'
import { addSession } from '../records.ts'

const texts: Readonly<Record<SectionId, string>> = {
  subjective: 'Headaches behind the right eye, two a week.',
  objective: 'Right rotation 45°.',
  assessment: 'Responding.',
  plan: 'Check the right hip.',
}

const card = (page: Page) => page.getByRole('region', { name: 'Last time', exact: true })
const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const confirmIn = (page: Page, name: string) => part(page, name).getByRole('button', { name: 'Confirm', exact: true })
const tinted = (page: Page) => page.locator('mark[data-carried]')
const unconfirmed = (page: Page) => page.getByRole('button', { name: /not confirmed$/ })
const undo = (page: Page) => page.getByRole('button', { name: 'Undo', exact: true }).last()
const storedDraft = (page: Page) => ask(page, 'session:get', { id: openId(page) })

/** A client who was here on 9 March, and the note of a new session. */
async function openSecondVisit(page: Page): Promise<void> {
  await createSomebody(page)
  const before = crypto.randomUUID()
  const id = await addSession(page, openId(page), {
    start: '2026-03-09T14:00',
    sections: texts,
    findings: [{ id: before }, { phase: 'after', severity: 3, continuesId: before }],
    pain: [6, 3],
    signed: 'draft',
  })
  const tension = { measure: 'tension' as const, before: 6, after: 4 }
  await ask(page, 'session:saveMeasures', { id, measures: { ...noMeasures, scores: [tension] } })
  const area = { regionIds: ['back.sacrum'], technique: 'Myofascial release', minutes: 20, pressure: 2 }
  await ask(page, 'treatedArea:put', { area: { ...area, id: crypto.randomUUID(), sessionId: id } })
  await ask(page, 'session:saveItems', { id, list: 'technique', items: [item('Myofascial release')] })
  await ask(page, 'session:saveItems', { id, list: 'homework', items: [item('Doorway stretch')] })
  await startSession(page)
}

const item = (text: string) => ({ text, carriedFrom: null })

test('last time’s note / is taken over with one key, shown as unconfirmed, and confirmed part by part', async ({
  app: { page },
}) => {
  await openSecondVisit(page)
  await expect(card(page)).toContainText('Pain 6 to 3')
  await expect(card(page)).toContainText('R upper trapezius 7 → 3')
  await expect(card(page)).toContainText('Check the right hip.')
  await page.keyboard.press('Alt+L')
  await expect(section(page, 'Subjective')).toHaveText(texts.subjective)
  await expect(section(page, 'Objective')).toHaveText(texts.objective)
  await expect(part(page, 'Subjective')).toContainText('from 9 Mar')
  await expect(findingRow(page, 'R upper trapezius')).toContainText('3')
  await expect(tinted(page)).toHaveText(Object.values(texts))
  await expect(unconfirmed(page)).toHaveText('7 parts not confirmed')
  expect(await violations(page)).toEqual([])

  // An edit confirms its block; what is added behind it does not; undo brings the tint back.
  await page.keyboard.press('Alt+1')
  await page.keyboard.type(' Woke once.')
  await expect(confirmIn(page, 'Subjective')).toBeVisible()
  // In the middle of what was taken over.
  await tinted(page).first().click()
  await page.keyboard.type('x')
  await expect(confirmIn(page, 'Subjective')).toBeHidden()
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(tinted(page).first()).toHaveText(texts.subjective)

  await page.keyboard.press('Alt+C')
  await expect(unconfirmed(page)).toHaveText('6 parts not confirmed')
  await confirmIn(page, 'Plan').click()
  await expect(section(page, 'Plan')).toBeFocused()
  // From the footer to the next one, from the last part on to the first.
  await unconfirmed(page).click()
  await expect(page.getByRole('combobox', { name: 'Homework' })).toBeFocused()
  await unconfirmed(page).click()
  await expect(findingRow(page, 'R upper trapezius').getByRole('button').first()).toBeFocused()
  await expectSaved(page)
  const half = await storedDraft(page)
  expect(JSON.stringify(half.sections.map(({ document }) => document)).match(/"carried"/g)).toHaveLength(2)

  await page.keyboard.press('Alt+Shift+C')
  await expect(unconfirmed(page)).toBeHidden()
  await expect(tinted(page)).toHaveCount(0)
  await expect(section(page, 'Objective')).toContainText('Right upper trapezius: trigger point, 3/10 before.')
  await expectSaved(page)
  const { sections, findings, homework, techniques, painBefore } = await storedDraft(page)
  expect(JSON.stringify(sections)).not.toContain('"carried"')
  expect(findings.map(({ isConfirmed }) => isConfirmed)).toEqual([true])
  expect([homework, techniques]).toEqual([[item('Doorway stretch')], [item('Myofascial release')]])
  expect(painBefore).toBeNull()

  await card(page).getByRole('button', { name: 'Same as last time' }).click()
  await expect(page.getByText('It is here already')).toBeVisible()
  await expect(tinted(page)).toHaveCount(0)
})

test('one part is taken over below what is written, and given back', async ({ app: { page } }) => {
  await openSecondVisit(page)
  await typeSection(page, 'Plan', 'Weekly.')
  await page.getByRole('button', { name: 'Details of last time' }).click()
  await expect(card(page)).toContainText('Tension 6 → 4')
  await expect(card(page)).toContainText('2 of 5')
  expect(await violations(page)).toEqual([])
  await card(page).getByRole('button', { name: 'Take over plan' }).click()
  await expect(section(page, 'Plan').locator('p')).toHaveText(['Weekly.', texts.plan])
  await expect(tinted(page)).toHaveText([texts.plan])
  await expectSaved(page)
  await page.reload()
  await expect(tinted(page)).toHaveText([texts.plan])

  await page.getByRole('button', { name: 'Details of last time' }).click()
  await card(page).getByRole('button', { name: 'Take over findings' }).click()
  await card(page).getByRole('button', { name: 'Take over pressure' }).click()
  await expect(section(page, 'Objective')).toHaveText('Pressure 2 of 5.')
  await undo(page).click()
  await expect(section(page, 'Objective')).toHaveText('')
  await expect(findingRow(page, 'R upper trapezius')).toContainText('not confirmed')

  // Copied from one section into another of the same note, it is still what was taken over.
  await section(page, 'Plan').focus()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.press('ControlOrMeta+C')
  await section(page, 'Assessment').focus()
  await page.keyboard.press('ControlOrMeta+V')
  await expect(tinted(page)).toHaveText([texts.plan, texts.plan])

  // Nothing is taken back in a note that is not there any more.
  const message = page.getByText('Taken over from 9 Mar', { exact: false })
  await card(page).getByRole('button', { name: 'Take over homework' }).click()
  await expect(message).toBeVisible()
  await page.getByRole('link', { name: 'Today' }).click()
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible()
  await expect(message).toBeHidden({ timeout: 3000 })
})

test('at the first visit there is no card', async ({ app: { page } }) => {
  await startWithSomebody(page)
  await expect(section(page, 'Plan')).toBeVisible()
  await expect(card(page)).toHaveCount(0)
})
