// A client's health: asked once, at the table at every visit, and asked again.
import type { Page } from '@playwright/test'
import { ask } from '../bridge.ts'
import { expect, sharedTest } from '../fixtures.ts'
import { createClient } from '../journeys.ts'

const room = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Client record' }).getByRole('link', { name, exact: true })
const answer = (page: Page, question: string, name: string) =>
  page.getByRole('radiogroup', { name: question }).getByRole('radio', { name, exact: true }).check()
const safety = (page: Page) => page.getByRole('region', { name: 'Safety' })

const fever = 'Do you have a fever?'
const veins = 'Do you have varicose veins?'
const cancer = 'Do you have cancer, or are you in treatment for it?'

sharedTest(
  'an intake / half-filled, finished and signed / is at the table at the next visit, and is asked about with one key',
  async ({ app: { page } }) => {
    await createClient(page, { firstName: 'Asta', lastName: 'Health' })

    await sharedTest.step(
      'what is typed survives a restart of the page, and a group is denied in one press',
      async () => {
        await expect(safety(page)).toContainText('Nothing is known about this client’s health yet')
        await room(page, 'Health').click()
        await page.getByRole('button', { name: 'Start intake' }).click()
        await answer(page, fever, 'Yes')
        await answer(page, veins, 'Yes')
        const where = page.getByRole('group', { name: `Where: ${veins}` })
        await where.getByRole('combobox').fill('right medial gastroc')
        await page.getByRole('option', { name: /^Right medial gastrocnemius/ }).click()
        await answer(page, cancer, 'Yes')
        await page.getByRole('button', { name: 'Add medication' }).click()
        await page.getByRole('textbox', { name: 'Medication' }).fill('Warfarin')
        await page.getByRole('combobox', { name: 'Effect at the table' }).selectOption('Bruises easily')
        await page.getByRole('button', { name: 'No to the rest of “Today”' }).click()
        await expect(
          page
            .getByRole('group', { name: 'Today', exact: true })
            .getByRole('radio', { name: 'No', exact: true, checked: true }),
        ).toHaveCount(8)
        await expect(page.getByText(/^11 of \d+ answered$/)).toBeVisible()
        await expect
          .poll(
            async () =>
              Object.values((await ask(page, 'workspace:get', {})).workspace?.forms ?? {}).flatMap((form) =>
                Object.keys(form),
              ).length,
          )
          .toBeGreaterThanOrEqual(13)
        await page.reload()
        await expect(page.getByText(/^11 of \d+ answered$/)).toBeVisible()
        await expect(page.getByRole('textbox', { name: 'Medication' })).toHaveValue('Warfarin')
        await page.getByRole('button', { name: 'Add allergy' }).click()
        const allergy = page.getByRole('textbox', { name: 'Allergic to' })
        await page.getByRole('textbox', { name: 'What happens' }).fill('Rash')
        await page.getByRole('button', { name: 'Save and sign' }).click()
        await expect(allergy).toBeFocused()
        await expect(allergy).toHaveAccessibleDescription(/Give it a name/)
        await allergy.fill('Arnica')
        await page.getByRole('button', { name: 'Save and sign' }).click()
        await expect(page.getByRole('button', { name: 'Review health' })).toBeVisible()
      },
    )

    await sharedTest.step('the overview says what to mind, and keeps the doctor’s answer', async () => {
      await room(page, 'Overview').click()
      await expect(safety(page)).toContainText('Right medial gastrocnemius', { ignoreCase: true })
      await expect(safety(page)).toContainText('Warfarin bruises easily')
      await expect(safety(page)).toContainText('Allergy: Arnica. Rash')
      await safety(page)
        .getByRole('button', { name: /^Doctor’s answer\s+Cancer/ })
        .click()
      const dialog = page.getByRole('dialog', { name: 'The doctor’s answer' })
      await dialog
        .getByRole('combobox', { name: 'What the doctor says' })
        .selectOption('The doctor agrees, with limits')
      await dialog.getByRole('textbox', { name: /^Who, when/ }).fill('Dr Reyes: light pressure')
      await dialog.getByRole('button', { name: 'Save' }).click()
      await expect(safety(page)).toContainText('The doctor agrees, with limits: Dr Reyes: light pressure')
    })

    await sharedTest.step('what speaks for another day is asked before the session starts', async () => {
      await page.getByRole('button', { name: 'New session', exact: true }).click()
      const dialog = page.getByRole('dialog', { name: 'Start today?' })
      await expect(dialog).toContainText('Fever')
      await dialog.getByRole('button', { name: 'Start anyway' }).click()
      await expect(dialog.getByRole('textbox', { name: 'Reason' })).toHaveAccessibleDescription(/Say why/)
      await dialog.getByRole('textbox', { name: 'Reason' }).fill('Gone since Sunday')
      await dialog.getByRole('button', { name: 'Start anyway' }).click()
      await expect(page.getByRole('button', { name: 'Sign note' })).toBeVisible()
    })

    await sharedTest.step('the session paints what to avoid, and one key says that nothing has changed', async () => {
      await expect(safety(page)).toContainText('Varicose veins')
      await expect(page.locator('[data-derived]').first()).toBeAttached()
      await expect(safety(page).getByRole('button', { name: 'Nothing changed' })).toBeVisible()
      await page.keyboard.press('Alt+n')
      await expect(safety(page).getByRole('status')).toHaveText('Nothing changed')
    })

    await sharedTest.step('what changed makes a version, and two of them stand side by side', async () => {
      await safety(page).getByRole('button', { name: 'Something changed' }).click()
      const dialog = page.getByRole('dialog', { name: 'What has changed?' })
      await dialog.getByRole('searchbox', { name: 'Find a question' }).fill('fever')
      await dialog.getByRole('radiogroup', { name: fever }).getByRole('radio', { name: 'No', exact: true }).check()
      await dialog.getByRole('button', { name: 'Save and sign' }).click()
      await expect(dialog).toHaveCount(0)
      await expect(safety(page)).not.toContainText('Fever')
      await page.getByRole('link', { name: 'Asta Health' }).click()
      await room(page, 'Health').click()
      const row = page.getByRole('table', { name: 'What changed between the two' }).getByRole('row', { name: /^Gone/ })
      await expect(row).toContainText(fever)
    })
  },
)

sharedTest(
  'a question / changed by the practice / says so, is asked so, and comes back as it was',
  async ({ app: { page } }) => {
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('link', { name: 'Questionnaire' }).click()
    const cold = page.getByRole('listitem').filter({ hasText: 'Do you have a cold?' })
    await expect(cold).toContainText('Caution: Cold')
    await cold.getByRole('button', { name: /^Change/ }).click()
    const dialog = page.getByRole('dialog', { name: 'Change a question' })
    await expect(dialog).toContainText('because sources disagree')
    await dialog.getByRole('combobox', { name: /mean$/ }).selectOption('Postpone')
    await dialog.getByRole('textbox', { name: 'What to keep in mind' }).fill('We wait until it is over.')
    await dialog.getByRole('button', { name: 'Save question' }).click()
    await expect(cold).toContainText('Postpone: We wait until it is over. · changed by you')
    await cold.getByRole('button', { name: /^Change/ }).click()
    await dialog.getByRole('button', { name: 'Restore the original' }).click()
    await expect(cold).toContainText('Caution: Cold')
    await expect(cold).not.toContainText('changed by you')
  },
)
