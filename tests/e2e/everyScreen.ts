// Every screen of the practice and every dialog, panel and menu on them: one list for all that must hold everywhere.
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { ask } from './bridge.ts'
import type { PalpateApp } from './palpateApp.ts'
import { consentScreens } from './consentScreens.ts'
import { peopleScreens } from './peopleScreens.ts'
import { addClient, addIntake, addSession } from './records.ts'

/** What the screens are shown with: names, alerts and notes as long as they come. */
export interface Furnished {
  readonly app: PalpateApp
  readonly clientId: string
  readonly clientName: string
  readonly draftId: string
  readonly signedId: string
}

export interface Screen {
  readonly name: string
  /** What of a session is looked at where there is room for one half of it. */
  readonly pane?: 'Body map' | 'Note'
  /** From anywhere in the practice. */
  readonly open: (page: Page, practice: Furnished) => Promise<void>
}

const trapezius = 'shoulder.upper-trapezius.right'

/** Fills a practice that is open: one client with two signed sessions, a draft, and a draft in the bin. */
export async function furnish(app: PalpateApp): Promise<Furnished> {
  const { page } = app
  const lastName = `Okafor-Constantinopoulou-${crypto.randomUUID().slice(0, 4)}`
  const clientId = await addClient(page, {
    firstName: 'Maren Elisabeth',
    lastName,
    dateOfBirth: '1980-03-02',
    phone: '+44 20 7946 0123',
    email: 'maren.elisabeth@example.org',
    alert: 'Anticoagulant: light pressure, no deep work',
  })
  const findings = [
    { regionId: trapezius, severity: 7, remark: 'jumps when pressed, refers to the temple' },
    { regionId: 'neck.suboccipital.left', kind: 'pain', severity: 4 },
    { regionId: 'back.sacrum', kind: 'hypertonicity', severity: 5 },
  ] as const
  const sections = { subjective: 'Headaches behind the right eye since the move, worse in the evening', plan: 'Weekly' }
  await addSession(page, clientId, { start: '2026-03-02T09:30', sections, findings, pain: [7, 3] })
  const signedId = await addSession(page, clientId, {
    start: '2026-03-09T09:30',
    sections,
    findings: findings.slice(0, 2),
    pain: [6, 4],
  })
  const draftId = await addSession(page, clientId, {
    start: '2026-03-16T09:30',
    sections,
    findings,
    pain: [5, 2],
    signed: 'draft',
  })
  const discarded = await addSession(page, clientId, { start: '2026-03-17T09:30', sections, signed: 'draft' })
  await ask(page, 'session:discard', { id: discarded })
  await ask(page, 'treatedArea:put', {
    area: {
      id: crypto.randomUUID(),
      sessionId: draftId,
      regionIds: [trapezius],
      technique: 'Myofascial release',
      minutes: 20,
      pressure: 3,
    },
  })
  await addIntake(page, clientId, draftId)
  return { app, clientId, clientName: `Maren Elisabeth ${lastName}`, draftId, signedId }
}

/** Goes to an address with nothing open. */
async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => void (location.hash = to), hash)
  await page.reload()
}

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' })
const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name })

async function client(page: Page, { clientId }: Furnished): Promise<void> {
  await goTo(page, `#/clients/${clientId}`)
  await expect(button(page, 'Patient file')).toBeVisible()
}

/** A screen by its address, once its heading is there. */
const at =
  (hash: (practice: Furnished) => string, name: string): Screen['open'] =>
  async (page, practice) => {
    await goTo(page, hash(practice))
    await expect(page.getByRole('heading', { name, exact: true })).toBeVisible()
  }
const questionnaire = at(() => '#/settings/questionnaire', 'Questionnaire')

async function health(page: Page, { clientId }: Furnished): Promise<void> {
  await goTo(page, `#/clients/${clientId}/health`)
  await expect(button(page, 'Review health')).toBeVisible()
}

async function draft(page: Page, { draftId }: Furnished): Promise<void> {
  await goTo(page, `#/sessions/${draftId}`)
  await expect(button(page, 'Sign note')).toBeVisible()
}

async function signed(page: Page, { signedId }: Furnished): Promise<void> {
  await goTo(page, `#/sessions/${signedId}`)
  await expect(button(page, 'Add addendum')).toBeVisible()
}

/** Three places for backups with paths as long as they come: one that has a backup, one that is gone, and another disk. */
async function addPlaces({ app, page }: { app: PalpateApp; page: Page }): Promise<void> {
  if ((await ask(page, 'backup:state', {})).places.length > 0) return
  const folders = ['stick', 'gone', 'other'].map((name) =>
    join(
      `${app.userData} places`,
      name,
      'Practice of Maren Elisabeth Okafor-Constantinopoulou',
      'Copies of the records',
    ),
  )
  for (const folder of folders) {
    mkdirSync(folder, { recursive: true })
    // oxlint-disable no-await-in-loop -- one dialog after the other
    await app.nextOpenPath(folder)
    await ask(page, 'backup:addPlace', {})
    // oxlint-enable no-await-in-loop
  }
  await ask(page, 'backup:run', {})
  const [, gone = '', other = ''] = folders
  rmSync(gone, { recursive: true })
  rmSync(join(other, 'Palpate backups'), { recursive: true })
}

/** The page of a new client who is archived. */
async function archived(page: Page, lastName: string): Promise<string> {
  const id = await addClient(page, { lastName })
  await ask(page, 'client:archive', { id })
  await goTo(page, `#/clients/${id}`)
  await expect(button(page, 'Restore')).toBeVisible()
  return id
}

async function settings(page: Page): Promise<void> {
  await goTo(page, '#/settings')
  await expect(page.getByRole('heading', { name: 'Settings', exact: true })).toBeVisible()
}

/** A screen, and then one press on it. */
const pressed =
  (from: Screen['open'], name: string | RegExp, shown: (page: Page) => ReturnType<Page['locator']>): Screen['open'] =>
  async (page, practice) => {
    await from(page, practice)
    await button(page, name).first().click()
    await expect(shown(page).first()).toBeVisible()
  }
const anyDialog = (page: Page) => page.getByRole('dialog')
const addendum = (page: Page) => page.getByRole('region', { name: /^Addendum of/ })
const anyMenu = (page: Page) => page.getByRole('menu')

export const screens: readonly Screen[] = [
  {
    name: 'today',
    open: async (page) => {
      await goTo(page, '#/today')
      await expect(page.getByRole('heading', { name: /^(To sign|Overdue)/ }).first()).toBeVisible()
    },
  },
  {
    name: 'clients',
    open: async (page) => {
      await goTo(page, '#/clients')
      await expect(page.getByRole('searchbox', { name: 'Find a client' })).toBeVisible()
    },
  },
  {
    name: 'clients, nobody found',
    open: async (page) => {
      await goTo(page, '#/clients')
      await page.getByRole('searchbox', { name: 'Find a client' }).fill('nobody at all')
      await expect(page.getByRole('searchbox', { name: 'Find a client' })).toHaveValue('nobody at all')
    },
  },
  {
    name: 'new client',
    open: async (page) => {
      await goTo(page, '#/clients')
      await button(page, 'New client').click()
      await dialog(page, 'New client').getByRole('button', { name: 'More' }).click()
    },
  },
  { name: 'client', open: client },
  { name: 'client, details', open: at(({ clientId }) => `#/clients/${clientId}/details`, 'Details') },
  { name: 'client, health', open: health },
  { name: 'review of health', open: pressed(health, 'Review health', (page) => button(page, 'Save and sign')) },
  { name: 'what was decided', open: pressed(client, /^Doctor’s answer/, anyDialog) },
  { name: 'what has changed', open: pressed(draft, 'Something changed', anyDialog) },
  { name: 'edit client', open: pressed(client, /^Edit/, anyDialog) },
  { name: 'late entry', open: pressed(client, /^Late entry/, anyDialog) },
  {
    name: 'patient file',
    open: async (page, practice) => {
      await client(page, practice)
      await button(page, 'Patient file').click()
      await expect(button(page, 'Save PDF')).toBeEnabled()
      await expect(page.getByRole('region', { name: 'Preview' })).toContainText('Headaches')
    },
  },
  {
    name: 'compare visits',
    open: async (page, practice) => {
      await client(page, practice)
      await button(page, 'Compare visits').click()
      await expect(dialog(page, 'Compare visits').getByRole('radiogroup', { name: 'View' })).toBeVisible()
    },
  },
  {
    name: 'heat map',
    open: async (page, practice) => {
      await client(page, practice)
      await button(page, 'Compare visits').click()
      await dialog(page, 'Compare visits').getByRole('radio', { name: 'Heat map' }).check()
    },
  },
  { name: 'draft, map', pane: 'Body map', open: draft },
  { name: 'draft, note', pane: 'Note', open: draft },
  {
    name: 'draft, both phases',
    pane: 'Body map',
    open: async (page, practice) => {
      await draft(page, practice)
      await page.getByRole('radio', { name: 'Both', exact: true }).check()
    },
  },
  {
    name: 'draft, details of the body',
    pane: 'Body map',
    open: async (page, practice) => {
      await draft(page, practice)
      await page.getByRole('radio', { name: 'Details', exact: true }).check()
    },
  },
  { name: 'layers', open: pressed(draft, 'Layers', anyMenu) },
  {
    name: 'treated area',
    pane: 'Body map',
    open: async (page, practice) => {
      await draft(page, practice)
      await button(page, 'Treated area').click()
    },
  },
  {
    name: 'finding',
    open: async (page, practice) => {
      await draft(page, practice)
      await button(page, 'Add finding').click()
      await expect(dialog(page, /^Finding/)).toBeVisible()
    },
  },
  {
    name: 'legend',
    pane: 'Body map',
    open: async (page, practice) => {
      await draft(page, practice)
      await button(page, 'Legend').click()
      await expect(page.getByText('Forbidden').first()).toBeVisible()
    },
  },
  { name: 'session details', open: pressed(draft, /^Session details/, anyDialog) },
  {
    name: 'signing',
    open: async (page, practice) => {
      await draft(page, practice)
      await button(page, 'Sign note').click()
      await expect(button(page, 'Sign and lock')).toBeVisible()
    },
  },
  { name: 'draft history', open: pressed(draft, 'Draft history', anyDialog) },
  {
    name: 'private remark',
    open: pressed(draft, /^Private remark/, (page) => page.getByRole('textbox', { name: 'Private remark' })),
  },
  { name: 'signed note', open: signed },
  {
    name: 'addendum',
    open: async (page, practice) => {
      await signed(page, practice)
      await button(page, 'Add addendum').click()
      await expect(page.getByRole('textbox', { name: 'Addendum' })).toBeVisible()
    },
  },
  // From here on the note has an addendum, which is seen on the screens of the client too.
  {
    name: 'signed, with an addendum',
    open: async (page, practice) => {
      await signed(page, practice)
      if ((await addendum(page).count()) === 0) {
        await button(page, 'Add addendum').click()
        await page.getByRole('textbox', { name: 'Addendum' }).fill('Better since Wednesday')
        await button(page, 'Sign addendum').click()
      }
      await expect(addendum(page)).toBeVisible()
    },
  },
  {
    name: 'settings, after something failed',
    open: async (page) => {
      await ask(page, 'diagnostics:report', { errors: [{ name: 'TypeError', frames: [] }] })
      await settings(page)
      await expect(page.getByRole('group', { name: 'Diagnostics file' })).toBeVisible()
    },
  },
  {
    name: 'backups, of three places two not as they should be',
    open: async (page, { app }) => {
      await addPlaces({ app, page })
      await goTo(page, '#/settings/backups')
      await expect(page.getByRole('list', { name: 'Backup places' }).getByRole('listitem')).toHaveCount(3)
    },
  },
  {
    name: 'another disk for backups',
    open: async (page, { app }) => {
      await addPlaces({ app, page })
      await goTo(page, '#/settings/backups')
      await button(page, /^Use this folder from now on/).click()
      await expect(dialog(page, 'Use this folder from now on?')).toBeVisible()
    },
  },
  {
    name: 'the backup before the app ends',
    open: async (page, { app }) => {
      await goTo(page, '#/today')
      await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
      await app.evaluate(({ BrowserWindow }) => {
        for (const window of BrowserWindow.getAllWindows()) window.webContents.send('closing', { isClosing: true })
      })
      await expect(dialog(page, 'Backing up before Palpate closes')).toBeVisible()
    },
  },
  { name: 'new keys', open: pressed(settings, 'Make new keys', anyDialog) },
  { name: 'emergency sheet', open: pressed(settings, 'Emergency sheet', anyDialog) },
  { name: 'what protects what', open: pressed(settings, 'What protects what', anyDialog) },
  { name: 'move to another computer', open: pressed(settings, 'Move to another computer', anyDialog) },
  ...peopleScreens,
  ...consentScreens,
  {
    name: 'phrases',
    open: async (page) => {
      await goTo(page, '#/settings/phrases')
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    },
  },
  {
    name: 'audit log',
    open: async (page) => {
      await goTo(page, '#/settings/audit')
      await expect(page.getByRole('list', { name: 'Entries' }).getByRole('listitem').first()).toBeVisible()
    },
  },
  { name: 'bring in sessions', open: at(() => '#/settings/copy', 'Bring in sessions from another copy') },
  {
    name: 'close the practice',
    open: async (page) => {
      await goTo(page, '#/settings/close')
      await expect(button(page, 'Save all records')).toBeVisible()
    },
  },
  {
    name: 'erase client',
    open: async (page) => {
      await archived(page, 'Zymurgiana-Constantinopoulou')
      await button(page, 'Erase client').click()
      await expect(dialog(page, 'Erase this client?').getByRole('textbox', { name: 'Reason' })).toBeVisible()
    },
  },
  {
    name: 'past their retention date',
    open: async (page) => {
      const id = await archived(page, 'Floccinaucis')
      await ask(page, 'retention:erase', { id, typedName: 'Floccinaucis', reason: 'Asked for it in writing' })
      await goTo(page, '#/retention')
      await expect(page.getByRole('heading', { name: 'Erased clients' })).toBeVisible()
    },
  },
  { name: 'questionnaire', open: questionnaire },
  { name: 'a question', open: pressed(questionnaire, /^Change: /, anyDialog) },
  { name: 'bin', open: at(() => '#/bin', 'Bin') },
]
