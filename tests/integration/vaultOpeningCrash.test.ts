// A crash while a vault is being opened: what is found then is still in the notices afterwards, and nothing else is.
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '#main/database/openDatabase.ts'
import { openWithPassphrase, readEnvelope } from '#main/vault/envelope.ts'
import { samplePractice } from '../fixtures/practiceUnderTest.ts'
import { stillSurroundings } from '../fixtures/stillSurroundings.ts'
import { makeVaultPlace, passphrase, temporaryFolder, type VaultPlace } from '../fixtures/vaultPlace.ts'
import { realSurroundings } from '#main/services/thread/surroundings.ts'

const kindsIn = async (place: Pick<VaultPlace, 'status'>) => (await place.status()).notices.map(({ kind }) => kind)

/** Opens a vault and copies its folder each time that the clock is asked meanwhile, as crashes would leave it. */
async function crashesWhileOpening(folder: string, markerFile: string | null = null): Promise<string[]> {
  const copies: string[] = []
  const parent = temporaryFolder()
  let isWatched = false
  const { newId, randomBytes } = realSurroundings()
  const { clock } = stillSurroundings()
  const now = () => {
    if (isWatched) {
      const copy = join(mkdtempSync(join(parent, 'crash-')), 'vault')
      cpSync(folder, copy, { recursive: true })
      copies.push(copy)
    }
    return clock.now()
  }
  const place = makeVaultPlace({ folder, markerFile, surroundings: { newId, randomBytes, clock: { ...clock, now } } })
  isWatched = true
  await place.unlock()
  isWatched = false
  place.dispatcher.close()
  return copies
}

async function kindsAfter(folder: string): Promise<string[]> {
  const place = makeVaultPlace({ folder })
  await place.unlock()
  const kinds = await kindsIn(place)
  place.dispatcher.close()
  return kinds
}

/** Makes a closed vault into one of the versions that counted no generations and kept no head. */
async function beforeCounting({ files }: VaultPlace): Promise<void> {
  const envelope = readEnvelope(readFileSync(files.envelope, 'utf8'))
  if (envelope === null) throw new Error('the vault has no key file')
  const key = await openWithPassphrase(envelope, passphrase)
  const { sqlite } = openDatabase({ file: files.database, key, vaultId: envelope.vaultId })
  sqlite.pragma('application_id = 0')
  sqlite.pragma('wal_checkpoint(TRUNCATE)')
  sqlite.close()
  rmSync(files.head)
}

test('a crash at the first opening of an earlier version’s vault / gives no notice afterwards', async () => {
  const place = makeVaultPlace()
  await place.create()
  place.dispatcher.close()
  await beforeCounting(place)
  const crashes = await crashesWhileOpening(place.folder)
  expect(crashes.length).toBeGreaterThan(1)
  for (const crashed of crashes) expect(await kindsAfter(crashed)).toEqual([])
})

test('a crash while an older vault is opened / the notice that it is older comes afterwards', async () => {
  const place = makeVaultPlace()
  await place.create()
  place.dispatcher.lock()
  const monday = join(temporaryFolder(), 'practice.db')
  cpSync(place.files.database, monday)
  await place.unlock()
  await place.dispatcher.dispatch('practice:save', { practice: { ...samplePractice, name: 'Tuesday' } })
  place.dispatcher.close()
  cpSync(monday, place.files.database)
  const crashes = await crashesWhileOpening(place.folder)
  expect(crashes.length).toBeGreaterThan(1)
  for (const crashed of crashes) expect(await kindsAfter(crashed)).toContain('older')
})
