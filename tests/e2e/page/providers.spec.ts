// Other people of a record on screen: the directory of providers, a client's providers, and their household.
import { ask } from '../bridge.ts'
import { expect, test } from '../fixtures.ts'
import { addClient } from '../records.ts'

test('a provider and a guardian / put into a client’s record / are found in the directory and from both sides', async ({
  app: { page },
}) => {
  const child = await addClient(page, { firstName: 'Ben', lastName: 'Sample', dateOfBirth: '2016-03-02' })
  const mother = await addClient(page, { firstName: 'Ines', lastName: 'Sample' })
  await page.reload()

  await test.step('the directory is empty, and says what it is for', async () => {
    await page.evaluate(() => void (location.hash = '#/settings'))
    await page.getByRole('link', { name: 'Providers', exact: true }).click()
    await expect(page.getByText('No providers yet.')).toBeVisible()
    await page.getByRole('button', { name: 'New provider' }).click()
    const dialog = page.getByRole('dialog', { name: 'New provider' })
    await dialog.getByRole('button', { name: 'Save provider' }).click()
    await expect(dialog.getByText('A name is needed.')).toBeVisible()
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Nils Berg')
    await dialog.getByRole('textbox', { name: 'Profession' }).fill('Physiotherapist')
    await dialog.getByRole('button', { name: 'Save provider' }).click()
    await expect(page.getByRole('row', { name: /Nils Berg/ })).toContainText('Physiotherapist')
  })

  await test.step('a new provider comes into the directory from a client’s details', async () => {
    await page.evaluate((to) => void (location.hash = to), `#/clients/${child}/details`)
    const providers = page.getByRole('region', { name: 'Providers' })
    await expect(providers).toContainText('Nobody whom the client also sees is known.')
    await providers.getByRole('button', { name: 'Add provider' }).click()
    const dialog = page.getByRole('dialog', { name: 'Add provider' })
    await dialog.getByRole('combobox', { name: 'Provider', exact: true }).click()
    await page.getByRole('option', { name: 'New provider' }).click()
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Dr Vera Holt')
    await dialog.getByRole('combobox', { name: 'Role for this client' }).fill('family')
    await page.getByRole('option', { name: 'Family doctor' }).click()
    await dialog.getByRole('checkbox', { name: /may be shared/ }).check()
    await dialog.getByRole('button', { name: 'Add provider' }).click()
    await expect(providers.getByRole('listitem')).toContainText('Dr Vera Holt')
    await expect(providers.getByRole('listitem')).toContainText('The record may be shared')
    expect(await ask(page, 'people:providers', {})).toMatchObject([
      { name: 'Dr Vera Holt', clientCount: 1 },
      { name: 'Nils Berg', clientCount: 0 },
    ])
  })

  await test.step('a guardian who is a client is a link to their record, and back', async () => {
    const household = page.getByRole('region', { name: 'Household' })
    await household.getByRole('button', { name: 'Add person' }).click()
    const dialog = page.getByRole('dialog', { name: 'Add person' })
    await dialog.getByRole('combobox', { name: 'Person', exact: true }).fill('Ines')
    await page.getByRole('option', { name: 'Ines Sample' }).click()
    await dialog.getByRole('button', { name: 'Add person' }).click()
    await expect(household.getByRole('listitem')).toContainText('Guardian')
    await household.getByRole('link', { name: 'Ines Sample' }).click()
    await page.evaluate((to) => void (location.hash = to), `#/clients/${mother}/details`)
    await expect(household.getByRole('listitem')).toContainText('Guardian of')
    await expect(household.getByRole('link', { name: 'Ben Sample' })).toBeVisible()
  })

  await test.step('whoever is taken out comes back with undo', async () => {
    const household = page.getByRole('region', { name: 'Household' })
    await household.getByRole('button', { name: 'Remove Ben Sample' }).click()
    await expect(household).toContainText('No guardian, parent or partner is known.')
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(household.getByRole('listitem')).toContainText('Guardian of')
  })
})
