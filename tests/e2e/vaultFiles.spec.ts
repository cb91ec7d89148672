// The vault's files while the app is open, and between two starts: moved away, gone, older than they were.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { violationsInBothSchemes } from './axe.ts'
import { expect, test } from './fixtures.ts'
import {
  createClient,
  expectLocked,
  expectSaved,
  passphrase,
  practice,
  startSession,
  tryPassphrase,
  typeSection,
  unlock,
} from './journeys.ts'
import { makePracticeVault } from '../fixtures/vaultOfSize.ts'
import { sameOnBoth, type PalpateApp } from './palpateApp.ts'

const vaultOf = (userData: string) => join(userData, 'vault')

test.describe('while a note is written', () => {
  test.skip(process.platform === 'win32', 'Windows does not let anybody move open files')

  test('the vault’s folder is renamed: nothing says saved, and when it is back everything is saved', async ({
    app,
  }) => {
    const { page, userData } = app
    await createClient(page, { firstName: 'Mara', lastName: 'Okafor' })
    await startSession(page)
    await typeSection(page, 'Subjective', 'Before the move. ')
    await expectSaved(page)
    renameSync(vaultOf(userData), join(userData, 'elsewhere'))
    await typeSection(page, 'Subjective', 'During the move. ')
    const trouble = page.getByRole('alert').filter({ hasText: 'Your vault is not where it was' })
    await expect(trouble).toBeVisible()
    await expect(page.getByText(/^Saved \d/u)).toHaveCount(0)
    expect(await violationsInBothSchemes(page)).toEqual([])
    await page.getByRole('button', { name: 'Look again' }).click()
    await expect(trouble).toContainText(/Looked at \d\d:\d\d:\d\d: it is still not there\./u)
    await page.keyboard.press('ControlOrMeta+l')
    await expect(page.getByText('Nothing can be read or saved until it is back')).toBeVisible()
    renameSync(join(userData, 'elsewhere'), vaultOf(userData))
    await expect(trouble).toHaveCount(0)
    await expect(page.getByText('Nothing can be read or saved until it is back')).toHaveCount(0, { timeout: 2000 })
    await expectSaved(page)
    await page.keyboard.press('ControlOrMeta+l')
    await expectLocked(page)
    await unlock(page)
    await expect(page.getByRole('textbox', { name: 'Subjective' })).toContainText('Before the move. During the move.')
  })

  test(
    'a form that cannot be saved / stays with what was typed, and is saved when the vault is back',
    { tag: sameOnBoth },
    async ({ app }) => {
      const { page, userData } = app
      const moveAway = () => renameSync(vaultOf(userData), join(userData, 'elsewhere'))
      const bringBack = async () => {
        renameSync(join(userData, 'elsewhere'), vaultOf(userData))
        await expect(page.getByText('Nothing is being saved.')).toHaveCount(0)
      }

      await createClient(page, { firstName: 'Mara', lastName: 'Okafor' })
      await page.getByRole('button', { name: 'Edit' }).click()
      const client = page.getByRole('dialog', { name: 'Edit client' })
      await client.getByRole('textbox', { name: 'First name' }).fill('Mary')
      moveAway()
      await client.getByRole('button', { name: 'Save client' }).click()
      await expect(client.getByRole('alert')).toContainText('Your vault is not where it was')
      await expect(client.getByRole('textbox', { name: 'First name' })).toHaveValue('Mary')
      await bringBack()
      await client.getByRole('button', { name: 'Save client' }).click()
      await expect(page.getByRole('heading', { name: 'Mary Okafor' })).toBeVisible()
      await expect(client).toHaveCount(0)

      await page.getByRole('link', { name: 'Settings' }).click()
      await page.getByRole('button', { name: 'New template' }).click()
      const template = page.getByRole('dialog')
      await template.getByRole('textbox', { name: 'Name' }).fill('Short visit')
      moveAway()
      await template.getByRole('button', { name: 'Save template' }).click()
      await expect(template.getByRole('alert')).toContainText('Your vault is not where it was')
      await expect(template.getByRole('textbox', { name: 'Name' })).toHaveValue('Short visit')
      await bringBack()
      await template.getByRole('button', { name: 'Save template' }).click()
      await expect(template).toHaveCount(0)
      await expect(page.getByRole('list', { name: 'Templates', exact: true })).toContainText('Short visit')
    },
  )

  test(
    'an earlier day is copied over the open database: nothing says saved, nothing is mixed, and the next start says so',
    { tag: sameOnBoth },
    async ({ app, launch }) => {
      const { page, userData } = app
      const database = join(vaultOf(userData), 'practice.db')
      const earlier = readFileSync(database)
      await createClient(page, { firstName: 'Mara', lastName: 'Okafor' })
      await startSession(page)
      await typeSection(page, 'Subjective', 'Before the copy. ')
      await expectSaved(page)
      await page.keyboard.press('ControlOrMeta+l')
      await expectLocked(page)
      await unlock(page)
      await expect(page.getByRole('textbox', { name: 'Subjective' })).toContainText('Before the copy.')
      // The file stays the same one, as when somebody copies a backup over it.
      writeFileSync(database, earlier)
      await typeSection(page, 'Subjective', 'After the copy. ')
      const trouble = page.getByRole('alert').filter({ hasText: 'Something was copied over your open vault' })
      await expect(trouble).toBeVisible()
      await expect(page.getByText(/^Saved \d/u)).toHaveCount(0)
      await app.kill()
      expect(readFileSync(database).equals(earlier)).toBe(true)
      const { page: next } = await launch({ userData })
      await tryPassphrase(next, passphrase)
      await expect(next.getByText('These records are older than the last save')).toBeVisible()
      await expect(next.getByText('practice.db-wal.set-aside-1')).toBeVisible()
    },
  )

  test('the vault’s folder is removed: a rescue copy has everything, and opens', async ({ app, temporaryFolder }) => {
    const { page, userData } = app
    await createClient(page, { firstName: 'Mara', lastName: 'Okafor' })
    await startSession(page)
    await typeSection(page, 'Plan', 'Saved before. ')
    await expectSaved(page)
    rmSync(vaultOf(userData), { recursive: true })
    await typeSection(page, 'Plan', 'Only on screen. ')
    await app.nextOpenPath(temporaryFolder)
    await page.getByRole('button', { name: 'Write a rescue copy' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'in the rescue copy' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Open the rescue copy' })).toBeFocused()
    await expect(page.getByText(/^Saved \d/u)).toHaveCount(0)
    expect(readdirSync(temporaryFolder).filter((name) => name.startsWith('Palpate rescue'))).toHaveLength(1)
    await page.getByRole('button', { name: 'Open the rescue copy' }).click()
    await expectLocked(page)
    await unlock(page)
    await expect(page.getByRole('textbox', { name: 'Plan' })).toContainText('Saved before. Only on screen.')
    await typeSection(page, 'Plan', 'And on.')
    await expectSaved(page)
    expect(existsSync(vaultOf(userData))).toBe(false)
  })

  test(
    'the vault’s folder is removed with everything saved: the app does not lock, and a rescue copy has it all',
    { tag: sameOnBoth },
    async ({ app, temporaryFolder }) => {
      const { page, userData } = app
      await createClient(page, { firstName: 'Mara', lastName: 'Okafor' })
      rmSync(vaultOf(userData), { recursive: true })
      await page.keyboard.press('ControlOrMeta+l')
      await expect(page.getByText('Nothing can be read or saved until it is back')).toBeVisible()
      await expect(page.getByText('Okafor').first()).toBeVisible()
      for (const copies of [1, 2]) {
        await app.nextOpenPath(temporaryFolder)
        await page.getByRole('button', { name: 'Write a rescue copy' }).click()
        await expect
          .poll(() => readdirSync(temporaryFolder).filter((name) => /^Palpate rescue.*(\d|\))$/u.test(name)).length)
          .toBe(copies)
      }
      await page.getByRole('button', { name: 'Open the rescue copy' }).click()
      await expectLocked(page)
      await unlock(page)
      await expect(page.getByText('Okafor').first()).toBeVisible()
    },
  )
})

test(
  'a vault that is gone at the next start is missing, and is opened where it is now',
  { tag: sameOnBoth },
  async ({ app, launch, temporaryFolder }) => {
    const { userData } = app
    await createClient(app.page, { firstName: 'Mara', lastName: 'Okafor' })
    await app.close()
    const moved = join(temporaryFolder, 'moved')
    renameSync(vaultOf(userData), moved)
    const later = await launch({ userData })
    const { page } = later
    await expect(page.getByRole('heading', { name: 'Your vault is not where it was' })).toBeVisible()
    await expect(page.getByText(vaultOf(userData))).toBeVisible()
    expect(await violationsInBothSchemes(later.page)).toEqual([])
    await page.getByRole('button', { name: 'Look again' }).click()
    await expect(page.getByText('it is still not there')).toBeVisible()
    await later.nextOpenPath(temporaryFolder)
    await page.getByRole('button', { name: 'Open another vault' }).click()
    await expect(page.getByText('There is no vault in this folder')).toBeVisible()
    await expect(page.getByText('it is still not there')).toHaveCount(0)
    await page.getByRole('button', { name: 'Set up a new practice instead' }).click()
    await expect(page.getByRole('button', { name: 'Keep looking' })).toBeFocused()
    await page.getByRole('button', { name: 'Set up a new practice', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'Set up your practice' })).toBeVisible()
    await page.getByRole('button', { name: 'Back' }).click()
    await expect(page.getByRole('heading', { name: 'Your vault is not where it was' })).toBeVisible()
    await later.nextOpenPath(moved)
    await page.getByRole('button', { name: 'Open another vault' }).click()
    await unlock(page)
    await expect(page.getByText('Okafor').first()).toBeVisible()
    await later.close()
    // It is looked for there from now on.
    const last = await launch({ userData })
    await unlock(last.page)
    await expect(last.page.getByText('Okafor').first()).toBeVisible()
  },
)

test(
  'another vault is opened from the settings, and the first one again from the lock screen',
  { tag: sameOnBoth },
  async ({ app, temporaryFolder }) => {
    const { page, userData } = app
    const second = join(temporaryFolder, 'Dropbox', 'second')
    mkdirSync(second, { recursive: true })
    await makePracticeVault(second, { passphrase, practice: { ...practice, address: '', phone: '' } })
    await createClient(page, { firstName: 'Mara', lastName: 'Okafor' })
    const open = async (folder: string) => {
      await app.nextOpenPath(folder)
      await page.getByRole('button', { name: 'Open another vault' }).click()
    }
    await page.keyboard.press('ControlOrMeta+,')
    await open(temporaryFolder)
    await expect(page.getByText('There is no vault in this folder')).toBeVisible()
    await open(second)
    await expectLocked(page)
    await unlock(page)
    await page.getByRole('link', { name: 'Today' }).click()
    const warning = page.getByRole('region', { name: 'Your records are in a folder of Dropbox' })
    await warning.getByRole('button', { name: 'Keep them there' }).click()
    await expect(warning).toHaveCount(0)
    await page.getByRole('link', { name: 'Clients' }).click()
    await expect(page.getByRole('heading', { name: 'Clients' })).toBeVisible()
    await expect(page.getByText('Okafor')).toHaveCount(0)
    await page.keyboard.press('ControlOrMeta+l')
    await expectLocked(page)
    // The page is replaced by another lock screen, which looks the same.
    await Promise.all([page.waitForEvent('load'), open(vaultOf(userData))])
    await unlock(page)
    await page.getByRole('link', { name: 'Clients' }).click()
    await expect(page.getByText('Okafor').first()).toBeVisible()
  },
)

test(
  'an older copy in a missing vault’s place / is said to be one, with what it lacks',
  { tag: sameOnBoth },
  async ({ app, launch, temporaryFolder }) => {
    const { userData } = app
    await app.close()
    const monday = join(temporaryFolder, 'monday')
    cpSync(vaultOf(userData), monday, { recursive: true })
    const tuesday = await launch({ userData })
    await unlock(tuesday.page)
    await createClient(tuesday.page, { firstName: 'Mara', lastName: 'Okafor' })
    await tuesday.close()
    rmSync(vaultOf(userData), { recursive: true })
    const later = await launch({ userData })
    const { page } = later
    await later.nextOpenPath(monday)
    await page.getByRole('button', { name: 'Restore from backup' }).click()
    await page.getByRole('button', { name: 'Choose a folder' }).click()
    await page.getByRole('button', { name: 'Look into it' }).click()
    await page.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase)
    await page.getByRole('button', { name: 'Look into it' }).click()
    await expect(page.getByRole('heading', { name: 'What is in this backup' })).toBeVisible()
    expect(await violationsInBothSchemes(later.page)).toEqual([])
    await page.getByRole('button', { name: 'Restore this backup' }).click()
    await page.getByRole('button', { name: 'Open the records' }).click()
    await expect(page.getByRole('heading', { name: 'The backup is restored' })).toBeVisible()
    await expect(page.getByText('It is older than the last save on this computer')).toBeVisible()
    expect(await violationsInBothSchemes(later.page)).toEqual([])
    await page.getByRole('button', { name: 'I have read this, go on' }).click()
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
  },
)

test(
  'the file is checked when somebody asks, and the settings say when it was found sound',
  { tag: sameOnBoth },
  async ({ app }) => {
    const { page } = app
    await page.keyboard.press('ControlOrMeta+,')
    await page.getByRole('button', { name: 'Check the file now' }).click()
    await expect(page.getByText(/^Checked on .*: no damage found\.$/u)).toBeVisible({ timeout: 15_000 })
  },
)

/** A vault with an earlier day's copy of its folder, and a crash in the middle of a note after it. */
async function crashAfterMonday(
  app: PalpateApp,
  launch: (options: { userData: string }) => Promise<PalpateApp>,
  monday: string,
): Promise<void> {
  const { userData } = app
  await app.close()
  cpSync(vaultOf(userData), monday, { recursive: true })
  const tuesday = await launch({ userData })
  await unlock(tuesday.page)
  await createClient(tuesday.page, { firstName: 'Mara', lastName: 'Okafor' })
  await startSession(tuesday.page)
  await typeSection(tuesday.page, 'Plan', 'Every two weeks.')
  await expectSaved(tuesday.page)
  await tuesday.kill()
}

test(
  'an earlier database put over a crashed vault / is not mixed with its log, and the start says so',
  { tag: sameOnBoth },
  async ({ app, launch, temporaryFolder }) => {
    const monday = join(temporaryFolder, 'monday')
    await crashAfterMonday(app, launch, monday)
    cpSync(join(monday, 'practice.db'), join(vaultOf(app.userData), 'practice.db'))
    const { page } = await launch({ userData: app.userData })
    await tryPassphrase(page)
    await expect(page.getByRole('heading', { name: 'A part of the file belonged to another day' })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'These records are older than the last save' })).toBeVisible()
    await page.getByRole('button', { name: 'I have read this, go on' }).click()
    await page.getByRole('link', { name: 'Clients' }).click()
    await expect(page.getByText('Okafor')).toHaveCount(0)
    expect(readdirSync(vaultOf(app.userData))).toContain('practice.db-wal.set-aside-1')
  },
)

test('a crash alone / gives no notice; with a byte flipped in its log / gives one', async ({
  app,
  launch,
  temporaryFolder,
}) => {
  await crashAfterMonday(app, launch, join(temporaryFolder, 'monday'))
  const crashed = join(temporaryFolder, 'crashed')
  // The lock that Chromium holds is the running app's own.
  cpSync(app.userData, crashed, { recursive: true, filter: (path) => !basename(path).startsWith('Singleton') })
  const after = await launch({ userData: app.userData })
  await unlock(after.page)
  await expect(after.page.getByText('Okafor').first()).toBeVisible()

  const log = join(vaultOf(crashed), 'practice.db-wal')
  const bytes = readFileSync(log)
  const middle = Math.floor(bytes.length / 2)
  bytes[middle] = (bytes[middle] ?? 0) ^ 1
  writeFileSync(log, bytes)
  const { page } = await launch({ userData: crashed })
  await tryPassphrase(page)
  await expect(page.getByRole('heading', { name: 'These records are older than the last save' })).toBeVisible()
})

test(
  'a file in the vault’s place / is reported at the start, where another vault can be opened',
  { tag: sameOnBoth },
  async ({ launch, temporaryFolder }) => {
    const userData = join(temporaryFolder, 'profile')
    mkdirSync(userData)
    writeFileSync(vaultOf(userData), 'not a vault')
    const second = join(temporaryFolder, 'second')
    await makePracticeVault(second, { passphrase, practice: { ...practice, address: '', phone: '' } })
    const app = await launch({ userData })
    const { page } = app
    await expect(page.getByRole('heading', { name: 'Your records could not be opened' })).toBeVisible()
    expect(await violationsInBothSchemes(page)).toEqual([])
    await app.nextOpenPath(second)
    await page.getByRole('button', { name: 'Open another vault' }).click()
    await unlock(page)
    await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible()
    expect(readFileSync(vaultOf(userData), 'utf8')).toBe('not a vault')
  },
)
