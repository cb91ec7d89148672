// What a therapist does, step by step, by the names that screens and screen readers give to things.
import { expect, type Locator, type Page } from '@playwright/test'

export const passphrase = 'warm stones beside the river'
export const practice = {
  name: 'Harbour Massage',
  therapistName: 'Ada Holm',
  credentials: 'LMT',
  licenceNumber: 'MT 60512345',
}

/** A key derivation takes its time, more so on a busy machine. */
const derivation = { timeout: 30_000 }

/** Fills the first start's form and makes the vault. */
export async function fillSetUp(page: Page, given: { passphrase?: string } = {}): Promise<void> {
  const chosen = given.passphrase ?? passphrase
  await page.getByRole('textbox', { name: 'Practice name' }).fill(practice.name)
  await page.getByRole('textbox', { name: 'Your name' }).fill(practice.therapistName)
  await page.getByRole('textbox', { name: 'Credentials' }).fill(practice.credentials)
  await page.getByRole('textbox', { name: 'Licence number' }).fill(practice.licenceNumber)
  await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(chosen)
  await page.getByRole('textbox', { name: 'Repeat passphrase' }).fill(chosen)
  await page.getByRole('button', { name: 'Create vault' }).click()
}

/** The whole first start: form, recovery code, no place for backups yet, in. Returns the code. */
export async function setUpPractice(page: Page): Promise<string> {
  await fillSetUp(page)
  const code = await keepRecoveryCode(page)
  await putBackupsOff(page)
  await expectUnlocked(page)
  return code
}

/** Answers the question of the first start where backups should go. */
export async function putBackupsOff(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Where should backups go?' })).toBeVisible()
  await page.getByRole('button', { name: 'Later' }).click()
}

/** Waits for a recovery code, reads it, and types the group that is asked for. Returns the code. */
export async function keepRecoveryCode(page: Page): Promise<string> {
  const code = await writeDownRecoveryCode(page)
  await typeRecoveryGroup(page, code)
  return code
}

/** Waits for a recovery code, reads it and says that it is written down; ends where a group of it is asked for. */
export async function writeDownRecoveryCode(page: Page): Promise<string> {
  const groups = page.getByRole('list', { name: 'Recovery code' }).getByRole('listitem')
  await expect(groups).toHaveCount(7, derivation)
  const code = (await groups.allInnerTexts()).map((group) => group.trim()).join('-')
  await page.getByRole('checkbox', { name: 'I have written it down' }).check()
  await page.getByRole('button', { name: 'Continue' }).click()
  return code
}

/** Types the group of a code that the screen asks for, and goes on. */
export async function typeRecoveryGroup(page: Page, code: string): Promise<void> {
  const box = page.getByRole('textbox', { name: /^Group \d of 7/ })
  const label = await page
    .locator('label')
    .filter({ hasText: /^Group/ })
    .innerText()
  const [, group = ''] = /^Group (\d)/.exec(label) ?? []
  await box.fill(code.split('-')[Number(group) - 1] ?? '')
  await page.getByRole('button', { name: 'Continue' }).click()
}

/** Tries a passphrase on the lock screen; without one, the practice's own. */
export async function tryPassphrase(page: Page, tried = passphrase): Promise<void> {
  await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(tried)
  await page.getByRole('button', { name: 'Unlock', exact: true }).click()
}

/** Unlocks and waits for the practice. */
export async function unlock(page: Page, known = passphrase): Promise<void> {
  await tryPassphrase(page, known)
  await expectUnlocked(page)
}

export const expectUnlocked = (page: Page) =>
  expect(page.getByRole('link', { name: 'Clients' })).toBeVisible(derivation)

export const expectLocked = (page: Page) =>
  expect(page.getByRole('button', { name: 'Unlock', exact: true })).toBeVisible(derivation)

interface NewClient {
  firstName: string
  lastName?: string
  dateOfBirth?: string
  alert?: string
}

/** Fills the dialog for a new client and saves; the client's page opens, or a warning. */
export async function fillClient(page: Page, client: NewClient): Promise<void> {
  await page.getByRole('link', { name: 'Clients' }).click()
  await page.getByRole('button', { name: 'New client' }).click()
  const dialog = page.getByRole('dialog', { name: 'New client' })
  await dialog.getByRole('textbox', { name: 'First name' }).fill(client.firstName)
  if (client.lastName) await dialog.getByRole('textbox', { name: 'Last name' }).fill(client.lastName)
  if (client.dateOfBirth) await dialog.getByRole('textbox', { name: 'Date of birth' }).fill(client.dateOfBirth)
  if (client.alert) {
    await dialog.getByRole('button', { name: 'More' }).click()
    await dialog.getByRole('textbox', { name: 'Alert' }).fill(client.alert)
  }
  await dialog.getByRole('button', { name: 'Save client' }).click()
}

/** Makes a client and ends on the client's page. */
export async function createClient(page: Page, client: NewClient): Promise<void> {
  await fillClient(page, client)
  const name = [client.firstName, client.lastName].filter(Boolean).join(' ')
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible()
}

/** Makes a client whose name nobody else in the practice has; ends on the client's page and answers the name. */
export async function createSomebody(page: Page): Promise<string> {
  const lastName = `Okafor-${crypto.randomUUID().slice(0, 8)}`
  await createClient(page, { firstName: 'Maren', lastName })
  return `Maren ${lastName}`
}

/** The id at the end of the address: of the client or the session that is open. */
export const openId = (page: Page): string => new URL(page.url()).hash.split('/').at(-1) ?? ''

/** From the client's page: a new session, open to be written. */
export async function startSession(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New session', exact: true }).click()
  await expect(section(page, 'Subjective')).toBeVisible()
}

/** A new session of a new client, open to be written; answers the client's name. */
export async function startWithSomebody(page: Page): Promise<string> {
  const name = await createSomebody(page)
  await startSession(page)
  return name
}

export type SectionName = 'Subjective' | 'Objective' | 'Assessment' | 'Plan'

export const section = (page: Page, name: SectionName): Locator => page.getByRole('textbox', { name, exact: true })

/** Puts the caret into a section and types, key by key. */
export async function typeSection(page: Page, name: SectionName, text: string): Promise<void> {
  await section(page, name).click()
  await page.keyboard.type(text)
}

/** Waits until everything on the session's screen is committed. */
export const expectSaved = (page: Page) =>
  expect(page.getByRole('status').filter({ hasText: /^Saved \d/ })).toBeVisible()

/** Clicks with the mouse on a spot that really belongs to the region, as a person would. */
export async function clickRegion(page: Page, name: string): Promise<void> {
  const region = page.getByRole('button', { name, exact: true })
  // A dialog that is on its way out still lies over the map, and the figure may move until everything has its place: the
  // click itself sees to it that it reaches the region.
  await expect(async () => {
    const position = await region.evaluate((path) => {
      const { left, top, width, height } = path.getBoundingClientRect()
      const steps = Array.from({ length: 19 }, (_, at) => (at + 1) / 20).toSorted(
        (a, b) => Math.abs(a - 0.5) - Math.abs(b - 0.5),
      )
      const spots = steps.flatMap((y) => steps.map((x) => ({ x: x * width, y: y * height })))
      return spots.find(({ x, y }) => document.elementFromPoint(left + x, top + y) === path) ?? null
    })
    expect(position, `a spot of ${name} that can be clicked`).not.toBeNull()
    if (position) await region.click({ position, timeout: 1000 })
  }).toPass({ timeout: 5000 })
}

export interface MarkedFinding {
  kind: string
  severity: number
  remark?: string
}

/** Fills the editor of the region that is open and adds the finding. */
export async function addFinding(page: Page, { kind, severity, remark }: MarkedFinding): Promise<void> {
  const editor = page.getByRole('dialog', { name: 'Finding:' })
  await editor.getByRole('radio', { name: kind }).check()
  await editor.getByRole('slider', { name: 'Severity' }).fill(String(severity))
  if (remark) await editor.getByRole('textbox', { name: 'Remark' }).fill(remark)
  await editor.getByRole('button', { name: 'Add finding' }).click()
  await expect(editor).toBeHidden()
}

/** Chooses the kind of the next marks. */
export const chooseKind = (page: Page, kind: string) =>
  page.getByRole('toolbar', { name: 'Kind of finding' }).getByRole('radio', { name: kind, exact: true }).check()

/** The bar of the mark that was made last. */
export const markBar = (page: Page): Locator => page.getByRole('group', { name: 'Mark', exact: true })

/** Marks a region in one tap and says how strong it is; `name` such as "Right upper trapezius, posterior". */
export async function markRegion(page: Page, name: string, { kind, severity, remark }: MarkedFinding): Promise<void> {
  await chooseKind(page, kind)
  await clickRegion(page, name)
  await markBar(page).getByRole('slider', { name: 'Severity' }).fill(String(severity))
  if (remark) await markBar(page).getByRole('textbox', { name: 'Remark' }).fill(remark)
}

/** A finding's row in the table under the map; `name` such as "R upper trapezius". */
export const findingRow = (page: Page, name: string): Locator =>
  page.getByRole('table', { name: 'Findings' }).getByRole('row').filter({ hasText: name })

/** In the open dialog before signing: confirms whatever is asked, and signs. */
export async function confirmAndSign(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Before you sign' })
  const sign = dialog.getByRole('button', { name: 'Sign and lock' })
  await expect(sign).toBeVisible()
  const confirmAll = dialog.getByRole('button', { name: 'Confirm all' })
  if ((await confirmAll.count()) > 0) await confirmAll.click()
  await sign.click()
}

/** Signs the note that is open, confirms what is asked, and waits until it is locked. */
export async function signNote(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign note' }).click()
  await confirmAndSign(page)
  await expect(page.getByRole('button', { name: 'Add addendum' })).toBeVisible()
}

/** From the client's page: opens the dialog, saves with the options as they are, and waits until the file is there. */
export async function savePatientFile(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Patient file' }).click()
  await page.getByRole('button', { name: 'Save PDF' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Saved as' })).toBeVisible({ timeout: 60_000 })
}
