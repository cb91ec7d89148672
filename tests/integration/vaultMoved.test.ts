// "Saved" is said of the vault's own files only: what happens when they are moved, removed or replaced while it is open.
import { cpSync, copyFileSync, existsSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { markerIn } from '#main/vault/marker.ts'
import type { PracticeRecord } from '#shared/contract/practice.ts'
import { samplePractice } from '../fixtures/practiceUnderTest.ts'
import { expectCode, makeVaultPlace, passphrase, temporaryFolder, type VaultPlace } from '../fixtures/vaultPlace.ts'

const saveName = ({ dispatcher }: Pick<VaultPlace, 'dispatcher'>, name: string) =>
  dispatcher.dispatch('practice:save', { practice: { ...samplePractice, name } })
const nameIn = async ({ dispatcher }: Pick<VaultPlace, 'dispatcher'>) =>
  ((await dispatcher.dispatch('practice:get', {})) as PracticeRecord).practice.name

/** An open vault with a marker in a profile beside it. */
async function openVault() {
  const profile = temporaryFolder()
  const markerFile = join(profile, 'vaults.json')
  const place = makeVaultPlace({ markerFile })
  await place.create()
  await saveName(place, 'Before')
  return { ...place, markerFile, aside: join(profile, 'aside') }
}
type Place = Awaited<ReturnType<typeof openVault>>

const log = ({ files }: Place) => `${files.database}-wal`

/** What befalls the files, and how it is undone where it can be. */
const mishaps: readonly [string, (place: Place) => void, ((place: Place) => void) | null][] = [
  ['the folder is removed', ({ folder }) => rmSync(folder, { recursive: true }), null],
  ['the folder is renamed', (p) => renameSync(p.folder, p.aside), (p) => renameSync(p.aside, p.folder)],
  // It stands for a disk that answers with errors alone, which no test can make.
  [
    "the folder can't be read",
    (p) => (renameSync(p.folder, p.aside), symlinkSync(p.folder, p.folder)),
    (p) => (rmSync(p.folder), renameSync(p.aside, p.folder)),
  ],
  ['the folder is a file now', (p) => (renameSync(p.folder, p.aside), writeFileSync(p.folder, '')), null],
  [
    'another copy of the folder lies in its place',
    (p) => (renameSync(p.folder, p.aside), cpSync(p.aside, p.folder, { recursive: true })),
    (p) => (rmSync(p.folder, { recursive: true }), renameSync(p.aside, p.folder)),
  ],
  ['the database is removed', ({ files }) => rmSync(files.database), null],
  [
    'the database is renamed',
    (p) => renameSync(p.files.database, p.aside),
    (p) => renameSync(p.aside, p.files.database),
  ],
  [
    'the database is replaced by a rename',
    (p) => (copyFileSync(p.files.database, p.aside), renameSync(p.aside, p.files.database)),
    null,
  ],
  ['the log is removed', (p) => rmSync(log(p)), null],
  ['the log is renamed', (p) => renameSync(log(p), p.aside), (p) => renameSync(p.aside, log(p))],
  ['the log is replaced', (p) => (rmSync(log(p)), writeFileSync(log(p), '')), null],
]

describe.skipIf(process.platform === 'win32')('while the vault is open', () => {
  test.each(mishaps)(
    'and %s, nothing is called saved any more, and saving resumes once that is undone',
    async (_, happen, undo) => {
      const place = await openVault()
      happen(place)
      await expectCode(saveName(place, 'After'), 'VAULT_MOVED')
      await expectCode(place.dispatcher.dispatch('session:sign', { id: 'any', answers: [] }), 'VAULT_MOVED')
      expect(await place.status()).toMatchObject({ state: 'unlocked', isMoved: true, isOverwritten: false })
      if (!undo) return
      undo(place)
      expect(await place.status()).toMatchObject({ isMoved: false })
      await saveName(place, 'After all')
      place.dispatcher.lock()
      await place.unlock()
      expect([await nameIn(place), (await place.status()).notices]).toEqual(['After all', []])
    },
  )

  test.each(mishaps)('and %s, a rescue copy in another place holds everything', async (_, happen) => {
    const place = await openVault()
    happen(place)
    const { dispatcher } = place
    dispatcher.beginRescue()
    await saveName(place, 'On screen')
    const folder = join(dirname(place.aside), 'Rescue')
    dispatcher.writeRescue(folder)
    dispatcher.endRescue()
    await expectCode(saveName(place, 'Later'), 'VAULT_MOVED')
    const rescued = makeVaultPlace({ folder, markerFile: place.markerFile })
    await rescued.unlock()
    expect([await nameIn(rescued), (await rescued.status()).notices]).toEqual(['On screen', []])
  })

  test('what is written after the rescue copy was made is in no file, and is not called saved', async () => {
    const place = await openVault()
    rmSync(place.folder, { recursive: true })
    place.dispatcher.beginRescue()
    await saveName(place, 'In the copy')
    place.dispatcher.writeRescue(place.aside)
    await expectCode(saveName(place, 'Too late'), 'VAULT_MOVED')
  })

  test('a rescue copy opens with the passphrase and code that were set after the vault was opened', async () => {
    const place = makeVaultPlace()
    const { recoveryCode } = await place.create()
    place.dispatcher.lock()
    await place.recover(recoveryCode, 'staple lantern quarry nine')
    const renewed = (await place.dispatcher.dispatch('vault:renewRecoveryCode', {})) as { recoveryCode: string }
    const folder = join(temporaryFolder(), 'Rescue')
    rmSync(place.folder, { recursive: true })
    place.dispatcher.writeRescue(folder)
    const rescued = makeVaultPlace({ folder })
    await expectCode(rescued.unlock(), 'WRONG_PASSPHRASE')
    await rescued.unlock('staple lantern quarry nine')
    rescued.dispatcher.lock()
    await expectCode(rescued.recover(recoveryCode), 'WRONG_RECOVERY_CODE')
    await rescued.recover(renewed.recoveryCode)
  })

  test('records whose file was removed / exist only in memory until a rescue copy holds them; those of a renamed file do not', async () => {
    const place = await openVault()
    const isOnlyHere = async () => (await place.status()).isOnlyHere
    renameSync(place.folder, place.aside)
    expect(await isOnlyHere()).toBe(false)
    rmSync(place.aside, { recursive: true })
    expect(await isOnlyHere()).toBe(true)
    place.dispatcher.writeRescue(place.aside)
    expect(await isOnlyHere()).toBe(false)
    // What is on screen may be collected again, for another copy.
    place.dispatcher.beginRescue()
    expect(await isOnlyHere()).toBe(true)
  })

  describe('a rescue copy opens with what opens the vault now', () => {
    const rescue = (place: Place) => {
      rmSync(place.folder, { recursive: true })
      place.dispatcher.beginRescue()
      place.dispatcher.writeRescue(place.aside)
      place.dispatcher.endRescue()
      return makeVaultPlace({ folder: place.aside, markerFile: place.markerFile })
    }

    test('after the passphrase was changed', async () => {
      const place = await openVault()
      const next = 'nine lamps along a quiet harbour'
      await place.dispatcher.dispatch('vault:changePassphrase', { current: passphrase, next })
      const rescued = rescue(place)
      await expectCode(rescued.unlock(), 'WRONG_PASSPHRASE')
      await rescued.unlock(next)
    })

    test('after the recovery code was renewed and has set a new passphrase', async () => {
      const place = await openVault()
      const { recoveryCode } = (await place.dispatcher.dispatch('vault:renewRecoveryCode', {})) as {
        recoveryCode: string
      }
      place.dispatcher.lock()
      const next = 'nine lamps along a quiet harbour'
      await place.recover(recoveryCode, next)
      const again = (await place.dispatcher.dispatch('vault:renewRecoveryCode', {})) as { recoveryCode: string }
      const rescued = rescue(place)
      await rescued.unlock(next)
      rescued.dispatcher.lock()
      await expectCode(rescued.recover(recoveryCode), 'WRONG_RECOVERY_CODE')
      await rescued.recover(again.recoveryCode, next)
    })
  })

  test('a rescue copy is never written over anything', async () => {
    const place = await openVault()
    mkdirSync(place.aside)
    expect(() => place.dispatcher.writeRescue(place.aside)).toThrow('ALREADY_EXISTS')
    expect(() => place.dispatcher.writeRescue(place.folder)).toThrow('ALREADY_EXISTS')
  })
})

describe('a vault that was opened here and is gone', () => {
  test('is missing, not absent, and no new one is made unless asked for explicitly', async () => {
    const place = await openVault()
    place.dispatcher.close()
    renameSync(place.folder, place.aside)
    const later = place.restart()
    expect(await later.status()).toMatchObject({ state: 'missing', folder: place.folder })
    await expectCode(later.create(), 'VAULT_MISSING')
    await expectCode(later.unlock(), 'NOT_FOUND')
    expect(existsSync(place.folder)).toBe(false)
    renameSync(place.aside, place.folder)
    expect(await later.status()).toMatchObject({ state: 'locked' })
    await later.unlock()
    expect(await nameIn(later)).toBe('Before')
  })

  test('is replaced by a new one when that is asked for explicitly', async () => {
    const place = await openVault()
    place.dispatcher.close()
    rmSync(place.folder, { recursive: true })
    const later = place.restart()
    const practice = { ...samplePractice, name: 'New' }
    await later.dispatcher.dispatch('vault:create', {
      practice,
      passphrase: 'correct horse battery',
      insteadOfMissing: true,
    })
    expect([await nameIn(later), (await later.status()).notices]).toEqual(['New', []])
  })

  test('is missing as well when only its database and its key were taken out of the folder', async () => {
    const place = await openVault()
    place.dispatcher.close()
    for (const file of Object.values(place.files)) rmSync(file, { force: true })
    expect(await place.restart().status()).toMatchObject({ state: 'missing' })
  })

  test.skipIf(process.platform === 'win32')('is missing where a link leads to a disk that is not there', async () => {
    const link = join(temporaryFolder(), 'vault')
    const disk = join(temporaryFolder(), 'disk')
    symlinkSync(join(disk, 'practice'), link)
    const place = makeVaultPlace({ folder: link })
    expect(await place.status()).toMatchObject({ state: 'missing' })
    await expectCode(place.create(), 'VAULT_MISSING')
    expect(existsSync(disk)).toBe(false)
  })

  test('is absent where nobody ever opened one', async () => {
    const profile = temporaryFolder()
    expect(await makeVaultPlace({ markerFile: join(profile, 'vaults.json') }).status()).toMatchObject({
      state: 'absent',
    })
  })

  test('is looked for in the copy when the whole profile was copied, not in the original', async () => {
    const profile = temporaryFolder()
    const first = makeVaultPlace({ markerFile: join(profile, 'vaults.json'), folder: join(profile, 'vault') })
    await first.create()
    first.dispatcher.close()
    const copy = join(temporaryFolder(), 'copy')
    cpSync(profile, copy, { recursive: true })
    expect(markerIn(join(copy, 'vaults.json')).current).toBe(join(copy, 'vault'))
    const elsewhere = makeVaultPlace({
      markerFile: join(copy, 'vaults.json'),
      folder: join(temporaryFolder(), 'stick'),
    })
    await elsewhere.create()
    expect(markerIn(join(copy, 'vaults.json')).current).toBe(elsewhere.folder)
  })

  const lost = (current: string) => JSON.stringify({ format: 'palpate-vaults', version: 1, current, vaults: [] })
  test.each(['', '{', '{"format":"palpate-vaults","version":9}', lost('/elsewhere'), lost('a\0b')])(
    'may have existed where the marker holds %j: a new one is made only when asked for explicitly',
    async (text) => {
      const file = join(temporaryFolder(), 'vaults.json')
      writeFileSync(file, text)
      expect(markerIn(file).current).toBe(null)
      const place = makeVaultPlace({ markerFile: file })
      expect(await place.status()).toMatchObject({ state: 'missing' })
      await expectCode(place.create(), 'VAULT_MISSING')
      const making = { practice: samplePractice, passphrase, insteadOfMissing: true }
      await place.dispatcher.dispatch('vault:create', making)
      expect(await place.status()).toMatchObject({ state: 'unlocked' })
      expect(markerIn(file).current).toBe(place.folder)
    },
  )
})

test("a file in the folder's place is said to be one, and stays as it is", async () => {
  const folder = join(temporaryFolder(), 'vault')
  writeFileSync(folder, 'a file')
  const place = makeVaultPlace({ folder })
  await expectCode(place.status(), 'VAULT_NOT_A_FOLDER')
  await expectCode(place.create(), 'VAULT_NOT_A_FOLDER')
})
