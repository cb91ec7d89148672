// The screens of other people of a record, for the list of every screen.
import { expect, type Page } from '@playwright/test'
import { ask } from './bridge.ts'

interface PeopleScreen {
  readonly name: string
  readonly open: (page: Page, practice: { readonly clientId: string }) => Promise<void>
}

async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => void (location.hash = to), hash)
  await page.reload()
}

async function details(page: Page, clientId: string): Promise<void> {
  await goTo(page, `#/clients/${clientId}/details`)
  await expect(page.getByRole('region', { name: 'Household' })).toBeVisible()
}

/** A provider and a guardian with words as long as they come. */
async function addPeople(page: Page, clientId: string): Promise<void> {
  if ((await ask(page, 'people:providers', {})).length > 0) return
  const id = crypto.randomUUID()
  await ask(page, 'people:putProvider', {
    provider: {
      id,
      name: 'Dr Alexandra Wolfeschlegelsteinhausen-Bergerdorff',
      profession: 'Orthopaedic surgeon and sports physician',
      phone: '+44 20 7946 0123',
      fax: '+44 20 7946 0124',
      address: '1 Harbour Lane, Third Floor, Kingston upon Hull',
      note: 'Wants a short letter after the sixth visit',
    },
  })
  await ask(page, 'people:link', { clientId, providerId: id, role: 'Referred them', mayRelease: true })
  await ask(page, 'people:putHousehold', {
    id: crypto.randomUUID(),
    clientId,
    relation: 'partner',
    person: { clientId: null, name: 'Bartholomew Okafor-Constantinopoulou', phone: '+44 20 7946 0125' },
  })
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click()
  await expect(page.getByRole('dialog')).toBeVisible()
}

export const peopleScreens: readonly PeopleScreen[] = [
  {
    name: 'providers',
    open: async (page, { clientId }) => {
      await addPeople(page, clientId)
      await goTo(page, '#/settings/providers')
      await expect(page.getByRole('table', { name: 'Providers' })).toBeVisible()
    },
  },
  {
    name: 'provider',
    async open(page) {
      await goTo(page, '#/settings/providers')
      await press(page, 'New provider')
    },
  },
  {
    name: 'people of a client',
    open: async (page, { clientId }) => {
      await addPeople(page, clientId)
      await goTo(page, `#/clients/${clientId}/details`)
      await expect(page.getByRole('region', { name: 'Providers' }).getByRole('listitem')).toBeVisible()
    },
  },
  {
    name: 'provider of a client',
    async open(page, { clientId }) {
      await details(page, clientId)
      await press(page, 'Add provider')
    },
  },
  {
    name: 'person of a household',
    async open(page, { clientId }) {
      await details(page, clientId)
      await press(page, 'Add person')
    },
  },
]
