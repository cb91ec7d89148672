// Findings as sentences in the Objective section: they follow their marks until somebody edits them by hand.
import type { Locator, Page } from '@playwright/test'
import { plainFinding } from '#shared/domain/bodymap/finding.ts'
import { ask } from '../bridge.ts'
import { expect, sharedTest as test } from '../fixtures.ts'
import { clickRegion, expectSaved, openId, section, signNote, startWithSomebody, typeSection } from '../journeys.ts'

const trapezius = 'Right upper trapezius, posterior'
const sentence = /^Right upper trapezius: .*\/10 before\.$/

const objective = (page: Page) => section(page, 'Objective')
const links = (page: Page) => objective(page).locator('[data-finding]')
const underObjective = (page: Page) => page.getByRole('region', { name: 'Objective', exact: true })
const severity = (page: Page) => page.getByRole('group', { name: 'Mark' }).getByRole('slider', { name: 'Severity' })

async function openMarked(page: Page): Promise<void> {
  await startWithSomebody(page)
  await clickRegion(page, trapezius)
  await expect(links(page)).toHaveText(sentence)
}

const removeMark = (page: Page) => page.getByRole('button', { name: /^Remove finding: R upper trapezius/ }).click()

/** Selects all of an element's text as a hand would, so that it can be cut or copied. */
async function selectText(page: Page, text: Locator): Promise<void> {
  await text.evaluate((element) => getSelection()?.selectAllChildren(element))
  await page.waitForFunction(() => (getSelection()?.toString() ?? '') !== '')
}

test('a mark becomes a sentence that follows it, also after the note was opened again', async ({ app: { page } }) => {
  await openMarked(page)
  await severity(page).fill('7')
  await expect(links(page)).toHaveText(/7\/10 before\.$/)
  await expectSaved(page)
  await page.reload()
  await expect(links(page)).toHaveText(/7\/10 before\.$/)

  await clickRegion(page, trapezius)
  await expect(links(page)).toHaveText(/8\/10 before\.$/)
  await clickRegion(page, 'Left upper trapezius, posterior')
  await expect(links(page)).toHaveText([/^Right upper trapezius: /, /^Left upper trapezius: /])
  await expect(objective(page).locator('p')).toHaveCount(1)
})

test('the caret and the focus stay where they are while a sentence follows', async ({ app: { page } }) => {
  await openMarked(page)
  await typeSection(page, 'Objective', ' Rotation')
  const text = await objective(page).innerText()
  await severity(page).fill('9')
  await expect(links(page)).toHaveText(/9\/10 before\.$/)
  await objective(page).focus()
  await page.keyboard.type(' 45°.')
  await expect(objective(page)).toHaveText(`${text.trimEnd().replace(/\d+\/10/, '9/10')} 45°.`)
})

test('a sentence that was edited by hand stays as it was written', async ({ app: { page } }) => {
  await openMarked(page)
  await links(page).dblclick({ position: { x: 4, y: 6 } })
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('X')
  const edited = await objective(page).innerText()
  expect(edited).toMatch(/^RXight/)
  await severity(page).fill('9')
  await expect(page.getByRole('table', { name: 'Findings' })).toContainText('9')
  expect(await objective(page).innerText()).toBe(edited)

  await objective(page).focus()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(links(page)).toHaveText(/9\/10 before\.$/)
})

test('a mark that is removed / leaves its sentence, which can be deleted or kept', async ({ app: { page } }) => {
  await openMarked(page)
  await typeSection(page, 'Objective', ' Typed.')
  await removeMark(page)
  const bar = underObjective(page)
  await expect(bar.getByText(/^The mark of this sentence is gone: “Right upper trapezius/)).toBeVisible()
  await bar.getByRole('button', { name: 'Delete sentence' }).click()
  await expect(objective(page)).toHaveText('Typed.')
  await expect(bar.getByRole('button', { name: 'Delete sentence' })).toHaveCount(0)
  await expect(objective(page)).toBeFocused()

  await clickRegion(page, trapezius)
  await removeMark(page)
  await bar.getByRole('button', { name: 'Keep' }).click()
  await expect(objective(page)).toContainText('Right upper trapezius')
  await expect(links(page)).toHaveCount(0)
  await expectSaved(page)
  await page.reload()
  await expect(objective(page)).toContainText('Right upper trapezius')
  await expect(bar.getByRole('button', { name: 'Keep' })).toHaveCount(0)
})

test('undoing a mark takes its sentence back, doing it again brings both', async ({ app: { page } }) => {
  await openMarked(page)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(links(page)).toHaveCount(0)
  await expect(underObjective(page).getByRole('button')).not.toContainText(['Delete sentence'])
  await page.getByRole('button', { name: 'Redo' }).click()
  await expect(links(page)).toHaveText(sentence)
})

test('a sentence that was deleted comes back only when it is asked for', async ({ app: { page } }) => {
  await openMarked(page)
  await objective(page).focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Delete')
  await clickRegion(page, trapezius)
  await expect(links(page)).toHaveCount(0)
  await underObjective(page).getByRole('button', { name: 'Add sentences' }).click()
  await expect(links(page)).toHaveText(sentence)
})

test('a copy of a sentence is plain text, a sentence that is moved keeps its link', async ({ app }) => {
  const { page } = app
  await openMarked(page)
  await selectText(page, links(page))
  await page.keyboard.press('ControlOrMeta+c')
  await section(page, 'Plan').click()
  await page.keyboard.press('ControlOrMeta+v')
  await expect(section(page, 'Plan')).toHaveText(sentence)
  await expect(section(page, 'Plan').locator('[data-finding]')).toHaveCount(0)

  await objective(page).click()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ControlOrMeta+v')
  await expect(objective(page).locator('p')).toHaveText([sentence, sentence])
  await expect(links(page)).toHaveCount(1)

  await selectText(page, links(page))
  await page.keyboard.press('ControlOrMeta+x')
  await expect(links(page)).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+v')
  await expect(links(page)).toHaveText(sentence)
  await severity(page).fill('9')
  await expect(links(page)).toHaveText(/9\/10 before\.$/)
})

test('a key at the same moment as a click / acts where the click put the caret', async ({ app: { page } }) => {
  await openMarked(page)
  await selectText(page, links(page))
  await page.keyboard.press('Shift')
  // Caret and key within one task: the browser has not reported the new selection in between.
  await objective(page).evaluate((editor) => {
    const [last] = [...editor.querySelectorAll('p')].slice(-1)
    if (last) getSelection()?.collapse(last, last.childNodes.length)
    editor.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', keyCode: 13, bubbles: true, cancelable: true }),
    )
  })
  await expect(objective(page).locator('p')).toHaveText([sentence, ''])
})

test('a sentence that is pointed at / its mark stands out on the map', async ({ app: { page } }) => {
  await openMarked(page)
  await clickRegion(page, 'Left upper trapezius, posterior')
  const map = page.getByRole('region', { name: 'Body map' })
  const shown = map.locator('[data-shown]')
  const row = map.getByRole('row', { name: 'R upper trapezius' })
  await links(page).first().hover()
  await expect(row).toHaveAttribute('data-shown')
  await expect(row).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)')
  await expect(shown).toHaveCount(2)
  await section(page, 'Plan').hover()
  await expect(shown).toHaveCount(0)
  await expect(row).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)')
  await links(page).nth(1).click()
  await expect(map.getByRole('row', { name: 'L upper trapezius' })).toHaveAttribute('data-shown')
  await section(page, 'Plan').click()
  await expect(shown).toHaveCount(0)
})

test('a signed note shows the sentences as plain words', async ({ app: { page } }) => {
  await openMarked(page)
  await expectSaved(page)
  await signNote(page)
  await expect(underObjective(page)).toContainText(/Right upper trapezius: /)
  await expect(page.locator('[data-finding]')).toHaveCount(0)
})

test('before signing / what is not confirmed or has lost its mark is named, and signing stays possible', async ({
  app: { page },
}) => {
  await openMarked(page)
  await expectSaved(page)
  await removeMark(page)
  await expectSaved(page)
  const region = { regionId: 'shoulder.upper-trapezius.left', kind: 'pain', view: 'posterior' } as const
  const carried = plainFinding({ ...region, severity: 4, phase: 'before', isConfirmed: false })
  await ask(page, 'finding:put', {
    finding: { ...carried, id: '01900000-0000-7000-8000-00000000000a', sessionId: openId(page) },
  })
  await page.reload()
  await expect(links(page)).toHaveText(sentence)
  await page.getByRole('button', { name: 'Sign note' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('1 finding from last visit, not confirmed')
  await expect(dialog).toContainText(/no longer on the map:\s*Right upper trapezius/)
  await dialog.getByRole('button', { name: 'Go to Body map' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Body map' })).toBeFocused()
  await signNote(page)
})
