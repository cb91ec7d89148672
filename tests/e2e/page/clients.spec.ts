// Clients: made in one step, found as one types, warned about when probably there already, put away and back.
import { ask } from '../bridge.ts'
import { expect, sharedTest, test } from '../fixtures.ts'
import { createClient, fillClient } from '../journeys.ts'
import { emptyClient } from '#shared/domain/client.ts'

// What is counted in the whole list needs a practice of its own, one for all of it.
test('clients / created, warned about as duplicates, archived and searched for / are in the list', async ({
  app: { page },
}) => {
  await test.step('a client is made with a name alone, from anywhere', async () => {
    await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible()
    await page.keyboard.press('ControlOrMeta+n')
    await page.getByRole('textbox', { name: 'First name' }).fill('Maren')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Maren', exact: true })).toBeVisible()
    await page.getByRole('link', { name: 'Clients' }).click()
    await expect(page.getByRole('link', { name: /Maren/ })).toBeVisible()
  })

  await test.step('the same name and birth date warn, and can be made all the same', async () => {
    const person = { firstName: 'Ines', lastName: 'Duarte', dateOfBirth: '1990-05-04' }
    await createClient(page, person)
    await fillClient(page, { ...person, firstName: 'INES' })
    const warning = page.getByRole('alert', { name: 'Probably the same person' })
    await expect(warning).toContainText('Ines Duarte')
    await warning.getByRole('button', { name: 'Create anyway' }).click()
    await expect(page.getByRole('heading', { name: 'INES Duarte' })).toBeVisible()
    await page.getByRole('link', { name: 'Clients' }).click()
    await expect(page.getByRole('link', { name: /Ines Duarte/i })).toHaveCount(2)
  })

  await test.step('an archived client leaves the list, is found among the archived, and comes back', async () => {
    await createClient(page, { firstName: 'Ruth', lastName: 'Adeyemi' })
    await page.getByRole('button', { name: 'Archive' }).click()
    await expect(page.getByRole('button', { name: 'Restore' })).toBeVisible()
    await page.getByRole('link', { name: 'Clients' }).click()
    const row = page.getByRole('region', { name: 'Clients' }).getByRole('link', { name: /Ruth Adeyemi/ })
    await expect(row).toHaveCount(0)
    await page.getByText(/^Archived 1$/).click()
    await row.click()
    await page.getByRole('button', { name: 'Restore' }).click()
    await expect(page.getByRole('button', { name: 'Archive' })).toBeVisible()
    await page.getByRole('link', { name: 'Clients' }).click()
    await expect(row).toBeVisible()
  })

  await test.step('the list filters with every letter, by any part of the name, without regard to case and accents', async () => {
    const people = Array.from({ length: 400 }, (_, at) => ({
      ...emptyClient,
      firstName: `Person${at}`,
      lastName: `Family${at}`,
    }))
    people.push({ ...emptyClient, firstName: 'Zoë', lastName: 'Ångström', phone: '+46 70 123 45 67' })
    for (const fields of people) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as a person would
      await ask(page, 'client:create', { fields })
    }
    // The page has asked for the list before, and knows nothing of what the bridge was given past it.
    await page.reload()
    await page.getByRole('link', { name: 'Clients' }).click()
    const box = page.getByRole('searchbox', { name: 'Find a client' })
    const rows = page.getByRole('region', { name: 'Clients' }).getByRole('link')
    await expect(rows.first()).toBeVisible()

    await box.fill('zoe ang')
    await expect(rows).toHaveCount(1)
    await expect(rows.first()).toContainText('Zoë Ångström')
    await box.fill('family399')
    await expect(rows).toHaveCount(1)
    await expect(rows.first()).toContainText('Person399')
    await box.fill('70 123')
    await expect(rows.first()).toContainText('Zoë')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Zoë Ångström' })).toBeVisible()
  })
})

sharedTest(
  'a birth date in the future / is refused with the reason, and nothing typed is lost',
  async ({ app: { page } }) => {
    await fillClient(page, { firstName: 'Early', dateOfBirth: '2999-01-01' })
    const box = page.getByRole('textbox', { name: 'Date of birth' })
    await expect(box).toHaveAttribute('aria-invalid', 'true')
    await expect(box).toHaveAccessibleDescription(/future/i)
    await expect(page.getByRole('textbox', { name: 'First name' })).toHaveValue('Early')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Discard', exact: true }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  },
)

sharedTest(
  'an edit changes the record, and the alert is in view on the page and in the session',
  async ({ app: { page } }) => {
    await createClient(page, { firstName: 'Noor' })
    await page.getByRole('button', { name: 'Edit' }).first().click()
    const dialog = page.getByRole('dialog', { name: 'Edit client' })
    await dialog.getByRole('textbox', { name: 'Last name' }).fill('van Dijk')
    await dialog.getByRole('textbox', { name: 'Alert' }).fill('Latex allergy')
    await dialog.getByRole('button', { name: 'Save client' }).click()
    await expect(page.getByRole('heading', { name: 'Noor van Dijk' })).toBeVisible()
    await expect(page.getByRole('note', { name: 'Alert' })).toContainText('Latex allergy')
    await page.getByRole('button', { name: 'New session', exact: true }).click()
    await expect(page.getByText('Latex allergy')).toBeVisible()
  },
)

sharedTest('the rooms of a client’s record / by click, key and address / are one screen', async ({ app: { page } }) => {
  await createClient(page, { firstName: 'Asta', lastName: 'Rooms' })
  const rooms = page.getByRole('navigation', { name: 'Client record' })
  const room = (name: string) => rooms.getByRole('link', { name, exact: true })
  await expect(room('Overview')).toHaveAttribute('aria-current', 'page')
  await expect(page.getByRole('region', { name: 'Sessions' })).toBeVisible()
  await expect(page.getByRole('complementary', { name: 'Details' })).toBeVisible()

  await room('Sessions').click()
  await expect(room('Sessions')).toHaveAttribute('aria-current', 'page')
  await expect(page.getByRole('complementary', { name: 'Details' })).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Sessions' })).toContainText('No sessions yet')

  await page.keyboard.press('Tab')
  await expect(room('Health')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Start intake' })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(room('Consents')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'New consent' })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(room('Details')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Details' })).toBeVisible()
  await expect(room('Details')).toBeFocused()

  await page.reload()
  await expect(page.getByRole('region', { name: 'Details' })).toBeVisible()
  await page.evaluate(() => void (location.hash = location.hash.replace('details', 'cellar')))
  await expect(room('Overview')).toHaveAttribute('aria-current', 'page')
})

sharedTest('a new client that is submitted twice in one moment / is made once', async ({ app: { page } }) => {
  const lastName = `Okafor-${crypto.randomUUID().slice(0, 8)}`
  await page.getByRole('link', { name: 'Clients' }).click()
  await page.getByRole('button', { name: 'New client' }).click()
  await page.getByRole('textbox', { name: 'First name' }).fill('Twice')
  const box = page.getByRole('textbox', { name: 'Last name' })
  await box.fill(lastName)
  await box.evaluate((input: HTMLInputElement) => {
    input.form?.requestSubmit()
    input.form?.requestSubmit()
  })
  await expect(page.getByRole('heading', { name: `Twice ${lastName}` })).toBeVisible()
  await page.getByRole('link', { name: 'Clients' }).click()
  // Of a long list only the rows in view are drawn.
  await page.getByRole('searchbox', { name: 'Find a client' }).fill(lastName)
  await expect(page.getByRole('link', { name: new RegExp(lastName, 'u') })).toHaveCount(1)
})
