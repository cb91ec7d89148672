// What lies on the disk is for its owner alone: the vault, and everything that the browser keeps beside it.
import { chmodSync, globSync, lstatSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import {
  createClient,
  savePatientFile,
  setUpPractice,
  signNote,
  startSession,
  typeSection,
  unlock,
} from './journeys.ts'

test.skip(process.platform === 'win32', 'Windows goes by the folder that a file lies in')

/** Files and folders in a folder that somebody else may read or write. Links are theirs who made them. */
const openToOthers = (folder: string) =>
  globSync('**/*', { cwd: folder })
    .filter((path) => {
      const found = lstatSync(join(folder, path), { throwIfNoEntry: false })
      return found !== undefined && !found.isSymbolicLink() && (found.mode & 0o077) !== 0
    })
    .toSorted()

test('a practice in use / has no file that others can read', async ({ freshApp, temporaryFolder }) => {
  const { page, userData } = freshApp
  await setUpPractice(page)
  await createClient(page, { firstName: 'Ida', lastName: 'Private' })
  await startSession(page)
  await typeSection(page, 'Subjective', 'Neck is stiff.')
  expect(globSync('vault/practice.db-wal', { cwd: userData })).toHaveLength(1)
  expect(openToOthers(userData)).toEqual([])

  await signNote(page)
  await page.getByRole('link', { name: 'Ida Private' }).click()
  const target = join(temporaryFolder, 'file.pdf')
  await freshApp.nextSavePath(target)
  await savePatientFile(page)
  expect(statSync(target).mode & 0o777).toBe(0o600)
  await freshApp.close()
  expect(openToOthers(userData)).toEqual([])
})

test('a database that others can read / is closed to them when it is opened, with its log', async ({
  launch,
  practiceFolder,
}) => {
  for (const path of globSync('vault/*', { cwd: practiceFolder })) chmodSync(join(practiceFolder, path), 0o644)
  const { page } = await launch({ userData: practiceFolder })
  await unlock(page)
  await createClient(page, { firstName: 'Ida', lastName: 'Private' })
  const open = openToOthers(join(practiceFolder, 'vault')).filter((name) => name.startsWith('practice.db'))
  expect(open).toEqual([])
})
