// The disk fills up while somebody writes: the screen says so, nothing is lost, and saving goes on when there is room again.
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { fillDisk, tryToMountDisk, unmount } from '../fixtures/smallDisk.ts'
import { ask } from './bridge.ts'
import { expect, test } from './fixtures.ts'
import {
  createClient,
  expectLocked,
  expectSaved,
  openId,
  section,
  startSession,
  typeSection,
  unlock,
} from './journeys.ts'

test('a full disk / is reported beside the note, prevents lock and signature, and saving resumes (where a test may mount a disk)', async ({
  launch,
  practiceFolder,
  temporaryFolder,
}) => {
  const vault = join(practiceFolder, 'vault')
  const copy = join(temporaryFolder, 'vault copy')
  cpSync(vault, copy, { recursive: true })
  test.skip(!tryToMountDisk(vault, '6m'), 'this machine lets no test mount a disk')
  try {
    cpSync(copy, vault, { recursive: true })
    const app = await launch({ userData: practiceFolder })
    const { page } = app
    await unlock(page)
    await createClient(page, { firstName: 'Ebba', lastName: 'Fullbright' })
    await startSession(page)
    await typeSection(page, 'Subjective', 'Written while there was room. ')
    await expectSaved(page)

    const makeRoom = fillDisk(vault)
    await page.keyboard.insertText('Written on a full disk. '.repeat(4000))
    const alert = page.getByRole('alert').filter({ hasText: 'Not saved: the disk is full' })
    await expect(alert).toBeVisible()
    await page.keyboard.press('ControlOrMeta+l')
    await expect(page.getByText('Not everything is saved yet', { exact: true }).first()).toBeVisible()
    await expect(section(page, 'Subjective')).toContainText('Written on a full disk.')

    makeRoom()
    await alert.getByRole('button', { name: 'Try now' }).click()
    await expectSaved(page)
    await page.keyboard.press('ControlOrMeta+l')
    await expectLocked(page)
    await unlock(page)
    await expect(section(page, 'Subjective')).toContainText('Written while there was room. Written on a full disk.')

    const makeRoomToSign = fillDisk(vault)
    await page.getByRole('button', { name: 'Sign note' }).click()
    const dialog = page.getByRole('dialog', { name: 'Before you sign' })
    await dialog.getByRole('button', { name: 'Sign and lock' }).click()
    await expect(dialog.getByRole('alert')).toContainText('Not signed: the disk is full')
    await expect(dialog.getByRole('alert')).toContainText('stays a draft')
    const id = openId(page)
    expect((await ask(page, 'session:get', { id })).signature).toBeNull()

    makeRoomToSign()
    await dialog.getByRole('button', { name: 'Sign and lock' }).click()
    await expect(page.getByRole('button', { name: 'Add addendum' })).toBeVisible()
    await app.close()
  } finally {
    unmount(vault)
  }
})
