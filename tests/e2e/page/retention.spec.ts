// Retention and erasure on screen: the rule, the dialog that asks before a client is erased, and what is said afterwards.
import { ask } from '../bridge.ts'
import { expect, test } from '../fixtures.ts'
import { addClient, addSession } from '../records.ts'

test('a client / erased from their page / is gone from every list, and the record says what was erased', async ({
  app: { page },
}) => {
  const sections = { subjective: 'Quixotrophic ache in the left hip', plan: 'Weekly' }
  const other = await addClient(page, { firstName: 'Ruth', lastName: 'Adeyemi' })
  await addSession(page, other, { start: '2026-03-02T09:30', sections })
  const id = await addClient(page, { firstName: 'Maren', lastName: 'Zymurgiana', dateOfBirth: '1980-03-02' })
  await addSession(page, id, { start: '2026-03-02T09:30', sections })
  await addSession(page, id, { start: '2026-03-09T09:30', sections, signed: 'draft' })
  await page.reload()

  await test.step('a rule is chosen with its source, and stays chosen', async () => {
    await page.evaluate(() => void (location.hash = '#/settings'))
    const rule = page.getByRole('region', { name: 'Retention' })
    await rule.getByRole('combobox', { name: 'Keep records' }).selectOption({ label: 'Ontario (CMTO)' })
    await expect(rule).toContainText('10 years after the last entry')
    await expect(rule).toContainText('College of Massage Therapists of Ontario')
    await rule.getByRole('button', { name: 'Save rule' }).click()
    await expect(rule.getByRole('button', { name: 'Save rule' })).toHaveCount(0)
    expect((await ask(page, 'retention:rule', {})).chosen?.preset).toBe('ontario-cmto')
    await rule.getByRole('link', { name: 'Past their retention date' }).click()
    await expect(page.getByRole('heading', { name: 'Past their retention date' })).toBeVisible()
    await expect(page.getByText('There is none.')).toBeVisible()
  })

  const dialog = page.getByRole('dialog', { name: 'Erase this client?' })
  const eraseForGood = dialog.getByRole('button', { name: 'Erase for good' })

  await test.step('only an archived client can be erased', async () => {
    await page.evaluate((to) => void (location.hash = to), `#/clients/${id}`)
    await expect(page.getByRole('button', { name: 'Archive' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Erase client', exact: true })).toHaveCount(0)
    await page.getByRole('button', { name: 'Archive' }).click()
    await page.getByRole('button', { name: 'Erase client', exact: true }).click()
    await expect(dialog).toContainText('This record has to be kept until')
  })

  await test.step('the patient file can be saved first', async () => {
    await dialog.getByRole('button', { name: 'Save the patient file first' }).click()
    await expect(page.getByRole('button', { name: 'Save PDF' })).toBeVisible()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Erase client', exact: true }).click()
  })

  await test.step('nothing is erased without the name, the decision and a reason that does not name the client', async () => {
    const name = dialog.getByRole('textbox', { name: 'The client’s last name, to confirm' })
    await expect(eraseForGood).toBeDisabled()
    await name.fill('zymurgiana')
    await expect(eraseForGood).toBeDisabled()
    await dialog.getByRole('checkbox', { name: /^I erase this record/ }).check()
    await expect(eraseForGood).toBeDisabled()
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Maren asked for it')
    await eraseForGood.click()
    await expect(dialog).toContainText('Leave the client’s name out of it')
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Asked for it in writing')
    await eraseForGood.click()
  })

  await test.step('the screen that follows names what was erased, and nobody', async () => {
    await expect(page.getByRole('heading', { name: 'Erased clients' })).toBeVisible()
    await expect(page.getByText('Own decision: Asked for it in writing')).toBeVisible()
    await expect(page.getByText('1 signed note; signature 3')).toBeVisible()
    await expect(page.getByText('may still hold some of it')).toHaveCount(0)
    expect(await ask(page, 'vault:tracesLeft', {})).toEqual({ isLeft: false, files: [] })
    await expect(page.getByText('Zymurgiana')).toHaveCount(0)
  })

  await test.step('no list has the client, and going back leads to nobody', async () => {
    await page.getByRole('link', { name: 'Clients', exact: true }).click()
    await expect(page.getByRole('region', { name: 'Clients' }).getByRole('link', { name: /Adeyemi/ })).toBeVisible()
    await page.getByText(/^All 1$/).click()
    await expect(page.getByText('Zymurgiana')).toHaveCount(0)
    await page.getByRole('link', { name: 'Today' }).click()
    await expect(page.getByText('Zymurgiana')).toHaveCount(0)
  })

  await test.step('"Verify record" fits, and says what was erased', async () => {
    await page.evaluate(() => void (location.hash = '#/settings'))
    await page.getByRole('button', { name: 'Verify record' }).click()
    const verified = page.getByRole('dialog', { name: 'Verify record' })
    await expect(verified).toContainText('All 3 signatures fit.')
    await expect(verified).toContainText('1 note was erased on')
  })
})
