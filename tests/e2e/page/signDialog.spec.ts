// The dialog before a signature: all of what is locked can be read there, and a person signs.
import type { Page } from '@playwright/test'
import { regions } from '#shared/domain/bodymap/regions.ts'
import { violations } from '../axe.ts'
import { ask } from '../bridge.ts'
import { expect, sharedTest, test } from '../fixtures.ts'
import { section, signNote, startWithSomebody, typeSection } from '../journeys.ts'
import { addClient, addSession } from '../records.ts'

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Before you sign' })
const whole = (page: Page) => dialogOf(page).getByRole('region', { name: 'What will be locked' })
const signButton = (page: Page) => dialogOf(page).getByRole('button', { name: 'Sign and lock' })
const nameBox = (page: Page) => page.getByRole('textbox', { name: 'Your name' })

sharedTest('every word of a long note and each of 200 findings stands in the dialog', async ({ app: { page } }) => {
  const words = (name: string) => Array.from({ length: 120 }, (_, at) => `${name} line ${at + 1}.`)
  const clientId = await addClient(page, { firstName: 'Maren' })
  const places = regions.slice(0, 200)
  const id = await addSession(page, clientId, {
    start: '2026-11-16T14:00',
    sections: {
      subjective: words('Subjective').join('\n'),
      objective: words('Objective').join('\n'),
      plan: words('Plan').join('\n'),
    },
    findings: places.map(({ id: regionId }, at) => ({ regionId, remark: `remark ${at + 1};` })),
    visitAddress: '1 Harbour Lane\nback door, second bell',
    signed: 'draft',
  })
  await ask(page, 'session:saveItems', {
    id,
    list: 'homework',
    items: [{ text: 'Heat, 15 minutes, twice a day', carriedFrom: null }],
  })
  await page.evaluate((session) => void (window.location.hash = `#/sessions/${session}`), id)
  await expect(section(page, 'Plan')).toContainText('Plan line 120.')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(signButton(page)).toBeFocused()

  const shown = await whole(page).innerText()
  for (const line of ['Subjective', 'Objective', 'Plan'].flatMap(words)) expect(shown).toContain(line)
  for (const at of places.keys()) expect(shown).toContain(`remark ${at + 1};`)
  expect(shown).toContain('back door, second bell')
  expect(shown).toContain('Heat, 15 minutes, twice a day')
  await expect(dialogOf(page)).not.toContainText(/…| more$/)
  const cut = await whole(page).evaluate(
    (region) =>
      [...region.querySelectorAll('*:not(svg, svg *)')].filter((element) => {
        const { overflow, textOverflow, webkitLineClamp } = getComputedStyle(element)
        return textOverflow === 'ellipsis' || webkitLineClamp !== 'none' || overflow === 'hidden'
      }).length,
  )
  expect(cut).toBe(0)

  await whole(page).focus()
  await page.keyboard.press('End')
  const isAtEnd = () => whole(page).evaluate((box) => box.scrollTop + box.clientHeight >= box.scrollHeight - 1)
  await expect.poll(isAtEnd).toBe(true)
  await expect(whole(page).getByText('Heat, 15 minutes')).toBeInViewport()
  await expect(signButton(page)).toBeInViewport({ ratio: 1 })
  expect(await violations(page)).toEqual([])
})

test('a practice without a therapist’s name is asked for it in the dialog, and keeps it', async ({ app: { page } }) => {
  const { practice } = await ask(page, 'practice:get', {})
  const nobody = { ...practice, therapistName: '', credentials: '', licenceNumber: '' }
  await ask(page, 'practice:save', { practice: nobody })
  await page.reload()
  await startWithSomebody(page)
  await typeSection(page, 'Plan', 'Weekly')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(nameBox(page)).toBeFocused()
  await expect(signButton(page)).toBeDisabled()
  expect(await violations(page)).toEqual([])
  await page.keyboard.type('  ')
  await expect(signButton(page)).toBeDisabled()
  await nameBox(page).fill('Ada Holm')
  await page.getByRole('textbox', { name: 'Credentials' }).fill('LMT')
  await page.keyboard.press('Enter')
  await expect(signButton(page)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Signature' })).toContainText('Ada Holm, LMT')
  expect((await ask(page, 'practice:get', {})).practice).toEqual({
    ...nobody,
    therapistName: 'Ada Holm',
    credentials: 'LMT',
  })
})

test('an addendum asks for a name that is missing, too', async ({ app: { page } }) => {
  await startWithSomebody(page)
  await typeSection(page, 'Plan', 'Weekly')
  await signNote(page)
  const { practice } = await ask(page, 'practice:get', {})
  await ask(page, 'practice:save', { practice: { ...practice, therapistName: '' } })
  await page.reload()
  await page.getByRole('button', { name: 'Add addendum' }).click()
  await page.getByRole('textbox', { name: 'Addendum' }).fill('The client called.')
  const sign = page.getByRole('button', { name: 'Sign addendum' })
  await expect(sign).toBeDisabled()
  await page.getByRole('group', { name: 'Who signs' }).getByRole('textbox', { name: 'Your name' }).fill('Ada Holm')
  await sign.click()
  await expect(page.getByRole('region', { name: /^Addendum of/ })).toContainText('Ada Holm')
})
