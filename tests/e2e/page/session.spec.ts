// The session: details, pain, body map and the four sections, saved as one goes.
import type { Page } from '@playwright/test'
import { documentFromText } from '#shared/domain/note/plainText.ts'
import { violations } from '../axe.ts'
import { ask } from '../bridge.ts'
import { expect, sharedTest } from '../fixtures.ts'
import {
  addFinding,
  expectSaved,
  findingRow,
  markRegion,
  openId,
  section,
  signNote,
  startWithSomebody,
  typeSection,
} from '../journeys.ts'

const trapezius = 'Right upper trapezius, posterior'

/** The plan of the session that is open, as it lies in the vault. */
async function storedPlan(page: Page): Promise<string | undefined> {
  const { sections } = await ask(page, 'session:get', { id: openId(page) })
  return sections.find(({ section: name }) => name === 'plan')?.plainText
}

sharedTest(
  'a session / opens with the current date and time, and can be set back: both dates are kept',
  async ({ app: { page } }) => {
    const name = await startWithSomebody(page)
    const details = page.getByRole('button', { name: /^Session details/ })
    await expect(details).toContainText(/practice · 60 min/)
    await expect(details).not.toContainText('entered')

    await details.click()
    const dialog = page.getByRole('dialog', { name: 'Session details' })
    await dialog.getByLabel('Service date').fill('2026-03-02')
    await dialog.getByLabel('Start', { exact: true }).fill('09:15')
    await dialog.getByLabel('Length in minutes').fill('75')
    await page.keyboard.press('Escape')
    await expect(details).toContainText('09:15')
    await expect(details).toContainText('75 min')
    await expect(details).toContainText('entered')
    await expectSaved(page)
    await page.getByRole('link', { name }).click()
    await expect(page.getByRole('link', { name: /2 Mar.*09:15/ })).toBeVisible()
  },
)

sharedTest('a session that ends before it starts / is reported, and the length stays', async ({ app: { page } }) => {
  await startWithSomebody(page)
  await page.getByRole('button', { name: /^Session details/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Session details' })
  await dialog.getByLabel('Start', { exact: true }).fill('14:00')
  await dialog.getByLabel('End').fill('13:00')
  await expect(dialog.getByRole('alert')).toContainText('60 minutes')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: /^Session details/ })).toContainText('60 min')
})

sharedTest('a visit keeps its address', async ({ app: { page } }) => {
  await startWithSomebody(page)
  await page.getByRole('button', { name: /^Session details/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Session details' })
  await dialog.getByText('Visit', { exact: true }).click()
  await dialog.getByRole('textbox', { name: 'Visit address' }).fill('7 Mill Lane\nBath')
  await page.keyboard.press('Escape')
  await expectSaved(page)
  await expect(page.getByRole('button', { name: /^Session details/ })).toContainText('visit')
  await page.reload()
  await page.getByRole('button', { name: /^Session details/ }).click()
  await expect(page.getByRole('textbox', { name: 'Visit address' })).toHaveValue('7 Mill Lane\nBath')
})

sharedTest(
  'the map offers both sides of the body, front and back, at least forty regions with a side',
  async ({ app: { page } }) => {
    await startWithSomebody(page)
    const regions = page.getByRole('button', { name: /, (anterior|posterior)$/ })
    await expect(regions.first()).toBeVisible()
    const names = await regions.evaluateAll((buttons) =>
      buttons.map((region) => region.getAttribute('aria-label') ?? ''),
    )
    const sided = new Set(names.filter((name) => /^(Left|Right) /.test(name)))
    expect(sided.size).toBeGreaterThanOrEqual(40)
    const mirrored = [...sided].filter((name) => name.startsWith('Left ') && !sided.has(name.replace('Left', 'Right')))
    expect(mirrored).toEqual([])
  },
)

sharedTest(
  'a finding is marked with the mouse, listed, changed and removed, and the removal can be undone',
  async ({ app: { page } }) => {
    await startWithSomebody(page)
    await markRegion(page, trapezius, { kind: 'Trigger point', severity: 7, remark: 'refers to the temple' })
    const row = findingRow(page, 'R upper trapezius')
    await expect(row).toContainText('Trigger point')
    await expect(row).toContainText('7')
    await expect(row).toContainText('refers to the temple')
    await expect(page.getByRole('button', { name: trapezius, exact: true })).toHaveAttribute('aria-pressed', 'true')

    await row.getByRole('button', { name: 'R upper trapezius', exact: true }).click()
    const editor = page.getByRole('dialog', { name: 'Finding:' })
    await editor.getByRole('slider', { name: 'Severity' }).fill('4')
    await editor.getByRole('button', { name: 'Done' }).click()
    await expect(row).toContainText('4')

    await row.getByRole('button', { name: /^Remove finding/ }).click()
    await expect(row).toHaveCount(0)
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect(row).toContainText('4')
    await expectSaved(page)
    await page.reload()
    await expect(row).toContainText('4')
  },
)

sharedTest('a finding is marked with the keyboard alone', async ({ app: { page } }) => {
  await startWithSomebody(page)
  const region = page.getByRole('button', { name: trapezius, exact: true })
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
  const stop = page.getByRole('group', { name: 'Body map, posterior' }).locator('[role=button][tabindex="0"]')
  await stop.focus()
  const first = await focused()
  await page.keyboard.press('ArrowDown')
  expect(await focused()).not.toBe(first)
  await page.keyboard.type('upper')
  await expect.poll(focused).toMatch(/upper .*, posterior$/)
  await region.focus()

  await page.keyboard.press('3')
  await page.keyboard.press('Enter')
  await expect(findingRow(page, 'R upper trapezius')).toContainText('Trigger point')
  await page.keyboard.press('Space')
  await expect(findingRow(page, 'R upper trapezius')).toContainText('6')
  await page.keyboard.press('Enter')
  const editor = page.getByRole('dialog', { name: 'Finding:' })
  await expect(editor.getByRole('radio', { name: 'Trigger point' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(editor.getByRole('slider', { name: 'Severity' })).toBeFocused()
  await page.keyboard.press('8')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(editor).toBeHidden()
  await expect(findingRow(page, 'R upper trapezius')).toContainText('8')
  await expect(region).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(findingRow(page, 'R upper trapezius')).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(findingRow(page, 'R upper trapezius')).toContainText('8')
})

sharedTest('pain before and after is one key each, and reads as a change', async ({ app: { page } }) => {
  await startWithSomebody(page)
  const before = page.getByRole('slider', { name: 'Pain before' })
  await before.focus()
  await page.keyboard.press('7')
  await page.getByRole('slider', { name: 'Pain after' }).focus()
  await page.keyboard.press('3')
  await expect(page.getByText('much better')).toBeVisible()
  await expectSaved(page)
  await page.reload()
  await expect(before).toHaveValue('7')
})

sharedTest('"Saved" is said only after the commit', async ({ app }) => {
  const { page } = app
  await startWithSomebody(page)
  await app.evaluate(({ ipcMain }) => {
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, (...args: unknown[]) => unknown> })
      ._invokeHandlers
    const save = handlers.get('draft:save')
    const gate = Promise.withResolvers<void>()
    const letSave = () => {
      if (save) handlers.set('draft:save', save)
      gate.resolve()
    }
    Object.assign(globalThis, { letSave })
    handlers.set('draft:save', async (...args) => {
      await gate.promise
      return save?.(...args)
    })
  })
  await typeSection(page, 'Subjective', 'Slept badly')
  const status = page.getByRole('status').filter({ hasText: /Sav(ed|ing)/ })
  await expect(status).toHaveText('Saving…')
  await app.evaluate(() => (globalThis as unknown as { letSave: () => void }).letSave())
  await expectSaved(page)
})

sharedTest('what was deleted comes back with undo, and goes again with redo', async ({ app: { page } }) => {
  await startWithSomebody(page)
  await typeSection(page, 'Plan', 'Weekly')
  // What is typed without a pause is undone in one step; the page that is loaded anew begins a new one.
  await expect.poll(() => storedPlan(page)).toBe('Weekly')
  await page.reload()
  await section(page, 'Plan').click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Backspace')
  await expect(section(page, 'Plan')).toHaveText('')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(section(page, 'Plan')).toHaveText('Weekly')
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(section(page, 'Plan')).toHaveText('')
})

sharedTest('a draft can be discarded, and the discarding undone', async ({ app: { page } }) => {
  await startWithSomebody(page)
  await typeSection(page, 'Plan', 'Weekly')
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Discard draft' }).click()
  await expect(page.getByText('No sessions yet')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(section(page, 'Plan')).toHaveText('Weekly')
})

sharedTest('two findings on one region are both kept', async ({ app: { page } }) => {
  await startWithSomebody(page)
  await markRegion(page, trapezius, { kind: 'Pain', severity: 5 })
  await page.getByRole('button', { name: 'Add finding' }).click()
  await addFinding(page, { kind: 'Hypertonicity', severity: 6 })
  await expect(findingRow(page, 'R upper trapezius')).toHaveCount(2)
})

sharedTest(
  'a section that was changed elsewhere after it was opened / is not saved over, and both texts are kept',
  async ({ app: { page } }) => {
    await startWithSomebody(page)
    const id = openId(page)
    const write = (text: string) =>
      ask(page, 'session:saveSection', { id, section: 'plan', document: documentFromText(text) })
    const conflict = page.getByRole('alert').filter({ hasText: 'Not saved: Plan was changed elsewhere' })

    await write('From elsewhere')
    await typeSection(page, 'Plan', 'Mine')
    await expect(conflict).toBeVisible()
    expect(await storedPlan(page)).toBe('From elsewhere')
    expect(await violations(page)).toEqual([])
    await conflict.getByRole('button', { name: 'Show what is stored' }).click()
    await expect(section(page, 'Plan')).toHaveText('From elsewhere')
    await expectSaved(page)
    await page.keyboard.press('Alt+D')
    await expect(page.getByRole('dialog', { name: 'Draft history' })).toContainText('Mine')
    await page.keyboard.press('Escape')

    await write('From elsewhere again')
    await typeSection(page, 'Plan', ' and mine')
    await conflict.getByRole('button', { name: 'Keep what is here' }).click()
    await expectSaved(page)
    expect(await storedPlan(page)).toContain('and mine')

    await write('A third')
    await typeSection(page, 'Plan', ', and more of mine')
    await expect(conflict).toBeVisible()
    await page.goBack()
    await expect(
      page.getByText('What you wrote here is saved. The other version is in the draft history.'),
    ).toBeVisible()
    await page.goForward()
    await expect(section(page, 'Plan')).toContainText('and more of mine')
    await expect(conflict).toHaveCount(0)
  },
)

sharedTest(
  'a private remark or an addendum that was changed elsewhere after it was opened / keeps both texts and shows them',
  async ({ app: { page } }) => {
    await startWithSomebody(page)
    const sessionId = openId(page)
    await typeSection(page, 'Plan', 'Weekly')
    await page.getByRole('button', { name: 'Private remark' }).click()
    const remark = page.getByRole('textbox', { name: 'Private remark' })
    const conflict = page.getByRole('alert').filter({ hasText: 'Not saved: ' })

    await ask(page, 'session:savePrivateRemark', { id: sessionId, text: 'From elsewhere' })
    await remark.fill('Mine')
    await expect(conflict).toContainText('Private remark was changed elsewhere after it was opened here.')
    expect(await violations(page)).toEqual([])
    await conflict.getByRole('button', { name: 'Keep both' }).click()
    await expect(remark).toHaveValue('From elsewhere\n\nMine')
    await expect(remark).toBeFocused()
    await remark.fill('From elsewhere, and mine')
    await expectSaved(page)
    expect((await ask(page, 'session:get', { id: sessionId })).privateRemark).toBe('From elsewhere, and mine')

    await signNote(page)
    await page.getByRole('button', { name: 'Add addendum' }).click()
    const addendum = page.getByRole('textbox', { name: 'Addendum' })
    await expect(addendum).toBeFocused()
    await page.keyboard.type('She called')
    await expectSaved(page)
    const { addenda } = await ask(page, 'session:get', { id: sessionId })
    const document = documentFromText('He called')
    await ask(page, 'addendum:saveDraft', { sessionId, id: addenda[0]?.id ?? '', document, correction: null })
    await page.keyboard.type(' again')
    await expect(conflict).toContainText('The addition to this note was changed elsewhere')
    await conflict.getByRole('button', { name: 'Keep both' }).click()
    await expect(addendum.getByRole('paragraph')).toHaveText(['He called', '', 'She called again'])
    await expect(addendum).toBeFocused()
    await page.keyboard.type(', twice')
    await expectSaved(page)

    await ask(page, 'session:savePrivateRemark', { id: sessionId, text: 'From elsewhere at last' })
    await page.getByRole('button', { name: 'Private remark' }).click()
    await remark.fill('Mine at last')
    await expect(conflict).toBeVisible()
    await page.goBack()
    await expect(page.getByText('Both texts are saved, one below the other.')).toBeVisible()
    const { privateRemark } = await ask(page, 'session:get', { id: sessionId })
    expect(privateRemark).toBe('From elsewhere at last\n\nMine at last')
  },
)

/** The accessible names of what takes the keyboard from now on. */
const followFocus = (page: Page) =>
  page.evaluate(() => {
    const names: string[] = []
    document.addEventListener('focusin', ({ target }) => {
      if (target instanceof HTMLElement) names.push(target.getAttribute('aria-label') ?? target.textContent)
    })
    return new Promise<void>((done) => Object.assign(globalThis, { takenFocus: names, followed: done() }))
  })
const takenFocus = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { takenFocus: readonly string[] }).takenFocus)

sharedTest(
  'a stored text that is shown, or an Undo of a restore / leaves the keyboard where it was or leads it to the part',
  async ({ app: { page } }) => {
    await startWithSomebody(page)
    const id = openId(page)
    await typeSection(page, 'Subjective', 'Neck')
    await typeSection(page, 'Plan', 'Weekly')
    await expectSaved(page)
    await ask(page, 'session:saveSection', { id, section: 'plan', document: documentFromText('From elsewhere') })
    await page.keyboard.type(' and daily')
    await section(page, 'Subjective').click()
    const show = page.getByRole('button', { name: 'Show what is stored' })
    await show.focus()
    await followFocus(page)
    await page.keyboard.press('Enter')
    await expect(section(page, 'Plan')).toHaveText('From elsewhere')
    await expect(section(page, 'Plan')).toBeFocused()
    expect(await takenFocus(page)).not.toContain('Draft history')

    await page.keyboard.press('Alt+d')
    const dialog = page.getByRole('dialog', { name: 'Draft history' })
    await dialog.getByRole('list', { name: 'Moments' }).getByRole('button').last().click()
    await dialog.getByRole('button', { name: 'Restore this part: Plan' }).click()
    await expect(dialog).toBeHidden()
    await expect(section(page, 'Plan')).not.toHaveText('From elsewhere')
    await expect(section(page, 'Plan')).toBeFocused()
    const technique = page.getByRole('combobox', { name: 'Technique' })
    await technique.focus()
    await followFocus(page)
    const undo = page.getByRole('alert').getByRole('button', { name: 'Undo' })
    await undo.evaluate((button: HTMLElement) => button.click())
    await expect(section(page, 'Plan')).toHaveText('From elsewhere')
    await expect(technique).toBeFocused()
    expect(await takenFocus(page)).not.toContain('Draft history')
  },
)
