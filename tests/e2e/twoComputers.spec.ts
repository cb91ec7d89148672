// One vault's folder and two computers that open it in turns: two apps, each with a profile of its own.
import { join } from 'node:path'
import { violationsInBothSchemes } from './axe.ts'
import { ask } from './bridge.ts'
import { expect, test } from './fixtures.ts'
import { expectUnlocked, tryPassphrase, unlock } from './journeys.ts'
import { addClient } from './records.ts'

test('a vault that is open on another computer / is read there, taken over knowingly, and given back', async ({
  launch,
  practiceFolder,
  temporaryFolder,
}) => {
  const args = ['--keep-passphrase-cost']
  const desk = await launch({ userData: practiceFolder, args })
  await unlock(desk.page)
  await addClient(desk.page, { firstName: 'Mara', lastName: 'Okafor' })

  const laptop = await launch({ userData: join(temporaryFolder, 'laptop'), args })
  const { page } = laptop
  await laptop.nextOpenPath(join(practiceFolder, 'vault'))
  await page.getByRole('button', { name: 'Open another vault' }).click()
  await expect(page.getByRole('heading', { name: /^In use on / })).toBeVisible()
  await expect(page.getByText('Last seen there on')).toBeVisible()
  expect(await violationsInBothSchemes(laptop.page)).toEqual([])
  await page.getByRole('button', { name: 'Open read-only' }).click()
  await tryPassphrase(page)
  await expectUnlocked(page)
  await expect(page.getByText('Another computer has them open')).toBeVisible()
  expect(await violationsInBothSchemes(laptop.page)).toEqual([])
  await addClient(desk.page, { firstName: 'Ruth', lastName: 'Moss' })
  await page.getByRole('button', { name: 'Lock' }).click()

  await page.getByRole('button', { name: 'Take over' }).click()
  await expect(page.getByRole('heading', { name: /^Take over from / })).toBeVisible()
  await tryPassphrase(page)
  await expectUnlocked(page)
  const bar = desk.page.getByRole('alert').filter({ hasText: 'has taken over' })
  await expect(bar).toBeVisible()
  await expect(addClient(desk.page, { firstName: 'Too', lastName: 'Late' })).rejects.toThrow(/VAULT_MOVED/u)
  expect(await violationsInBothSchemes(desk.page)).toEqual([])
  await addClient(page, { firstName: 'Ida', lastName: 'Brandt' })
  await desk.page.getByRole('button', { name: 'Lock' }).click()
  await expect(desk.page.getByRole('heading', { name: /^In use on / })).toBeVisible()
  await page.getByRole('button', { name: 'Lock' }).click()
  // The screen looks again by itself.
  await expect(desk.page.getByRole('heading', { name: 'Palpate is locked' })).toBeVisible({ timeout: 15_000 })
  await tryPassphrase(desk.page)
  await expectUnlocked(desk.page)
  const names = (await ask(desk.page, 'client:list', {})).map(({ lastName }) => lastName)
  expect(names.toSorted()).toEqual(['Brandt', 'Moss', 'Okafor'])
})
