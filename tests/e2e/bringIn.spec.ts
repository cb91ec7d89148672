// Two computers of one therapist were both written: what is only in the other copy comes in as marked drafts.
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { troubleInAllColours } from './axe.ts'
import { ask } from './bridge.ts'
import { cheapUnlock, expect, test } from './fixtures.ts'
import { unlock } from './journeys.ts'
import { addClient, addIntake, addSession } from './records.ts'

test('what the laptop has and the desk has not / is shown, comes in as marked drafts, and only once', async ({
  app: desk,
  launch,
  template,
  temporaryFolder,
}) => {
  const profile = join(temporaryFolder, 'laptop')
  cpSync(join(template.userData, 'vault'), join(profile, 'vault'), { recursive: true })
  const laptop = await launch({ userData: profile, args: cheapUnlock })
  await unlock(laptop.page)
  const noor = await addClient(laptop.page, { firstName: 'Noor', lastName: 'Haddad' })
  await addSession(laptop.page, noor, { start: '2026-03-02T09:30', sections: { assessment: 'Neck freer than before' } })
  await addSession(laptop.page, noor, {
    start: '2026-03-09T09:30',
    sections: { subjective: 'Slept well' },
    signed: 'draft',
  })
  await ask(laptop.page, 'people:putHousehold', {
    id: crypto.randomUUID(),
    clientId: noor,
    relation: 'guardian',
    person: { clientId: null, name: 'Salma Haddad', phone: '555 0100' },
  })
  await addIntake(laptop.page, noor, null)
  await laptop.close()

  const { page } = desk
  await addClient(page, { firstName: 'Ruth', lastName: 'Moss' })
  await page.evaluate(() => void (location.hash = '#/settings'))
  await page.getByRole('button', { name: 'Bring in sessions from another copy' }).click()
  await expect(page).toHaveTitle('Bring in sessions – Palpate')
  await desk.nextOpenPath(profile)
  await page.getByRole('button', { name: 'Choose a folder' }).click()
  await expect(page.getByRole('radio', { name: /Copied by hand/u })).toBeChecked()
  await page.getByRole('button', { name: 'Look into it' }).click()

  await expect(page.getByText('Nothing here is changed.')).toBeVisible()
  const signed = page.getByRole('checkbox', { name: /Noor Haddad, .*2 Mar/u })
  await expect(signed).toBeChecked()
  await expect(page.getByText(/Signed there .* · not here/u)).toBeVisible()
  await expect(page.getByText('Neck freer than before')).toBeVisible()
  const rest = page.getByRole('region', { name: 'What else is only in the copy' })
  await expect(rest).toContainText(
    /Noor Haddad.*Guardian Salma Haddad, 555 0100, added there .*Health intake, signed there/u,
  )
  expect(await troubleInAllColours(desk.page)).toEqual([])
  await page.getByRole('checkbox', { name: /Noor Haddad, .*9 Mar/u }).uncheck()
  await page.getByRole('button', { name: 'Bring in 1 session and 1 client' }).click()
  await expect(page.getByRole('heading', { name: 'The sessions are here' })).toBeVisible()
  await page.getByRole('link', { name: 'Look at the drafts' }).click()

  const row = page.getByRole('link', { name: /Noor Haddad/u })
  await expect(row).toHaveAccessibleDescription(/From another copy/u)
  await row.click()
  await expect(page.getByRole('note', { name: 'From another copy' })).toContainText(/there signed .* by /u)
  expect(await troubleInAllColours(desk.page)).toEqual([])
  await expect(page.getByRole('textbox', { name: 'Assessment' })).toHaveText('Neck freer than before')
  expect(await ask(page, 'client:list', {})).toMatchObject([{ lastName: 'Haddad' }, { lastName: 'Moss' }])

  await page.evaluate(() => void (location.hash = '#/settings/copy'))
  await page.getByRole('button', { name: 'Choose a folder' }).click()
  await page.getByRole('button', { name: 'Look into it' }).click()
  await expect(page.getByText('Already brought in')).toBeVisible()
  await page.getByRole('button', { name: 'Bring in 1 session', exact: true }).click()
  await expect(page.getByText('1 session came in as a draft')).toBeVisible()
})
