// Measures, techniques and homework, the timer and the private remark on the session's screen.
import type { Page } from '@playwright/test'
import { violations } from '../axe.ts'
import { ask } from '../bridge.ts'
import { expect, sharedTest as test } from '../fixtures.ts'
import { confirmAndSign, expectSaved, openId, signNote, startWithSomebody, typeSection } from '../journeys.ts'

const stored = (page: Page) => ask(page, 'session:get', { id: openId(page) })

async function addMeasure(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a measure' }).click()
  await page.getByRole('menuitem', { name }).click()
  if (name === 'Range of motion') await expect(page.getByRole('combobox', { name: 'Joint' })).toBeFocused()
}

test('measures / are typed with digits and Tab, shown as changes, and readable on the signed note', async ({
  app: { page },
}) => {
  await startWithSomebody(page)

  await page.getByRole('slider', { name: 'Pain before' }).focus()
  for (const key of ['7', 'Tab', '3']) await page.keyboard.press(key)
  await expect(page.getByRole('region', { name: 'Pain' })).toContainText('much better')

  // A measure that was added has the keyboard at once.
  await addMeasure(page, 'Tension')
  await expect(page.getByRole('slider', { name: 'Tension before' })).toBeFocused()
  for (const key of ['1', '0', 'Tab', '4']) await page.keyboard.press(key)
  await expect(page.getByRole('region', { name: 'Tension' })).toContainText('less')

  await addMeasure(page, 'Sleep')
  await page.keyboard.type('5,5')
  await addMeasure(page, 'Range of motion')
  const adding = page.getByRole('dialog', { name: 'Add a range of motion' })
  await adding.getByRole('combobox', { name: 'Joint' }).fill('Neck')
  await adding.getByRole('combobox', { name: 'Movement' }).fill('rotation')
  await adding.getByText('Right', { exact: true }).click()
  await adding.getByRole('button', { name: 'Add' }).click()
  await expect(page.getByRole('textbox', { name: 'Neck rotation, right, before' })).toBeFocused()
  await page.keyboard.type('45')
  await page.keyboard.press('Tab')
  await page.keyboard.type('60')
  await expect(page.getByRole('region', { name: 'Neck rotation, right' })).toContainText('+15°')

  await addMeasure(page, 'Activities (PSFS)')
  await page.getByRole('textbox', { name: 'Activity' }).fill('Carrying shopping')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('slider', { name: 'Carrying shopping' })).toBeFocused()
  await page.keyboard.press('4')

  // With the mouse: the tile opens a scale.
  await addMeasure(page, 'Stress')
  await page.getByRole('region', { name: 'Stress' }).getByText('–').first().click()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')

  await expectSaved(page)
  expect(await stored(page)).toMatchObject({
    painBefore: 7,
    painAfter: 3,
    measures: {
      scores: [
        { measure: 'sleep', before: 5.5, after: null },
        { measure: 'tension', before: 10, after: 4 },
      ],
      ranges: [{ joint: 'Neck', side: 'right', movement: 'rotation', degreesBefore: 45, degreesAfter: 60 }],
      activities: [{ activity: 'Carrying shopping', score: 4 }],
    },
  })
  await typeSection(page, 'Plan', 'Again in a week.')
  await signNote(page)
  const measures = page.getByRole('group', { name: 'Measures' })
  await expect(measures).toContainText('45° → 60°')
  await expect(measures).toContainText('5.5 h')
})

test('techniques, homework, timer and private remark / used by keyboard / are kept over a reload; the remark can be changed after signing', async ({
  app: { page },
}) => {
  await startWithSomebody(page)

  const technique = page.getByRole('combobox', { name: 'Technique' })
  await page.keyboard.press('Alt+t')
  await expect(technique).toBeFocused()
  for (const text of ['Myofascial release', 'Hot stones, warm', 'A slip']) {
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
  }
  await page.keyboard.press('Backspace')
  // Who closes the list keeps what is typed.
  await page.keyboard.type('Half a word')
  await expect(page.getByRole('option', { name: 'Add “Half a word”' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('option')).toHaveCount(0)
  await expect(technique).toHaveValue('Half a word')
  await page.keyboard.press('Escape')
  await expect(technique).toHaveValue('')
  // Enter takes the suggestion that begins as typed; the text as typed is the last to choose, and all where none fits.
  await page.keyboard.press('Alt+h')
  await page.keyboard.type('chin')
  const offered = page.getByRole('listbox', { name: 'Homework' }).getByRole('option')
  await expect(offered).toHaveText(['Chin tucks', 'Add “chin”'])
  await page.keyboard.press('Enter')
  await page.keyboard.type('breath')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Door')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Homework' })).toBeFocused()
  await page.keyboard.press('Escape')

  await page.keyboard.press('F8')
  await expect(page.getByRole('button', { name: 'Stop timer' })).toBeVisible()
  await expectSaved(page)
  // As if it had been started earlier: after a restart it goes on from what is stored.
  const sessionId = openId(page)
  for (const span of (await stored(page)).timedSpans) {
    const startedAt = new Date(Date.parse(span.startedAt) - 56 * 60_000).toISOString()
    await ask(page, 'timer:put', { sessionId, span: { ...span, startedAt } })
  }
  await page.reload()
  const face = page.getByRole('timer')
  await expect(face).toContainText(/5[67]:\d\d 0[23]:\d\d left/)
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('F8')
  await expect(page.getByRole('button', { name: 'Start timer' })).toBeVisible()

  await page.keyboard.press('Alt+r')
  await page.getByRole('textbox', { name: 'Private remark' }).fill('Talks little; that is fine.')
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Private remark' })).toBeFocused()

  await expectSaved(page)
  await page.reload()
  await expect(page.getByText('Hot stones, warm')).toBeVisible()
  const record = await stored(page)
  expect(record.techniques.map(({ text }) => text)).toEqual(['Myofascial release', 'Hot stones, warm'])
  expect(record.homework.map(({ text }) => text)).toEqual(['Chin tucks', 'breath', 'Doorway stretch'])
  expect(record.timedSpans).toHaveLength(1)
  expect(record.privateRemark).toBe('Talks little; that is fine.')

  await typeSection(page, 'Plan', 'Again in a week.')
  await signNote(page)
  await expect(page.getByText('Myofascial release; Hot stones, warm')).toBeVisible()
  await page.getByRole('button', { name: 'Private remark' }).click()
  await page.getByRole('textbox', { name: 'Private remark' }).fill('Said more this time.')
  await expect.poll(async () => (await stored(page)).privateRemark).toBe('Said more this time.')
})

test('an amount that is no number / stays as typed, is shown before signing, and is signed', async ({
  app: { page },
}) => {
  await startWithSomebody(page)
  await addMeasure(page, 'Sleep')
  await page.keyboard.type('5-6 h')
  await addMeasure(page, 'Range of motion')
  const adding = page.getByRole('dialog', { name: 'Add a range of motion' })
  await adding.getByRole('combobox', { name: 'Joint' }).fill('Neck')
  await adding.getByRole('combobox', { name: 'Movement' }).fill('rotation')
  await adding.getByRole('button', { name: 'Add' }).click()
  const before = page.getByRole('textbox', { name: 'Neck rotation, before' })
  await expect(before).toBeFocused()
  await page.keyboard.type('45-50')
  await page.keyboard.press('Tab')
  await expectSaved(page)
  await page.reload()
  await expect(before).toHaveValue('45-50')
  await expect(page.getByRole('textbox', { name: 'Sleep, hours' })).toHaveValue('5-6 h')
  await typeSection(page, 'Plan', 'Again in a week.')
  await page.getByRole('button', { name: 'Sign note' }).click()
  const dialog = page.getByRole('dialog', { name: 'Before you sign' })
  await expect(dialog).toContainText('5-6 h')
  await expect(dialog).toContainText('45-50°')
  await confirmAndSign(page)
  await expect(page.getByRole('button', { name: 'Add addendum' })).toBeVisible()
  const signed = page.getByRole('group', { name: 'Measures' })
  await expect(signed).toContainText('5-6 h')
  await expect(signed).toContainText('45-50° → –')
})

test('homework and techniques without Enter / signed by key or left by key / are shown before signing, and kept', async ({
  app: { page },
}) => {
  await startWithSomebody(page)
  await typeSection(page, 'Plan', 'Again in a week.')
  await expectSaved(page)
  const address = page.url()
  await page.keyboard.press('Alt+H')
  await page.keyboard.type('- no heat')
  await page.keyboard.press('ControlOrMeta+Enter')
  const dialog = page.getByRole('dialog', { name: 'Before you sign' })
  await expect(dialog.getByRole('region', { name: 'What will be locked' })).toContainText('- no heat')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  await page.keyboard.press('Alt+T')
  await page.keyboard.type('cupping (dry)')
  await page.keyboard.press('Alt+D')
  const history = page.getByRole('dialog', { name: 'Draft history' })
  await expect(history).toContainText('cupping (dry)')
  await page.keyboard.press('Escape')
  await expect(history).toBeHidden()

  await page.keyboard.press('Alt+H')
  await page.keyboard.type('walks')
  await page.keyboard.press('ControlOrMeta+K')
  await expect(page.getByRole('searchbox', { name: 'Find a client' })).toBeFocused()
  await page.goto(address)
  await expect(page.getByRole('button', { name: 'Remove walks' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Remove cupping (dry)' })).toBeVisible()
})

test('measures in words / up to fifteen letters / fit into their tiles; longer ones have a title', async ({
  app: { page },
}) => {
  await startWithSomebody(page)
  await addMeasure(page, 'Sleep')
  await page.keyboard.type('5-6 h')
  await addMeasure(page, 'Range of motion')
  await page.keyboard.type('Neck')
  await page.keyboard.press('Tab')
  await page.keyboard.type('rotation')
  await page.keyboard.press('Enter')
  const before = page.getByRole('textbox', { name: 'Neck rotation, before' })
  const after = page.getByRole('textbox', { name: 'Neck rotation, after' })
  await expect(before).toBeFocused()
  await page.keyboard.type('45-50')
  await page.keyboard.press('Tab')
  await page.keyboard.type('painful from 30')
  const cut = () =>
    page
      .getByRole('group', { name: 'Measures' })
      .locator('input:not([type="range"])')
      .evaluateAll((boxes) =>
        boxes.flatMap((box) => (box instanceof HTMLInputElement && box.scrollWidth > box.clientWidth ? box.value : [])),
      )
  expect(await cut()).toEqual([])
  await after.fill('painful from 30 on, guarded')
  await before.focus()
  await expect(after).toHaveAttribute('title', 'painful from 30 on, guarded')
})

for (const [width, height] of [
  [1280, 800],
  [1024, 700],
  [640, 400],
  [320, 200],
] as const)
  test(`the list of joints / opened by itself at ${width} × ${height} / lies beside its field and not over it`, async ({
    app: { page },
  }) => {
    await startWithSomebody(page)
    await page.setViewportSize({ width, height })
    if (width < 1000) await page.getByText('Note', { exact: true }).click()
    await addMeasure(page, 'Range of motion')
    const joint = page.getByRole('combobox', { name: 'Joint' })
    const list = page.getByRole('listbox', { name: 'Joint' })
    await expect(joint).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(list).toBeVisible()
    await expect(async () => {
      const [field, below] = [await joint.boundingBox(), await list.boundingBox()]
      if (!field || !below) throw new Error('nothing to measure')
      expect(below.y >= field.y + field.height || below.y + below.height <= field.y).toBe(true)
      expect(below.y).toBeGreaterThanOrEqual(0)
      expect(below.y + below.height).toBeLessThanOrEqual(height)
    }).toPass({ timeout: 5000 })
    await joint.click({ trial: true })
    await page.keyboard.type('Neck')
    await expect(joint).toHaveValue('Neck')
  })
