// A vault that cannot be written to. Permissions do not bind the administrator, so a child process tries as a user
// without them: "nobody" where the tests run as root, ourselves otherwise.
import { spawnSync } from 'node:child_process'
import { chmodSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { crashedVault } from '../fixtures/crashedVault.ts'
import { samplePractice } from '../fixtures/practiceUnderTest.ts'
import { makeVaultPlace, passphrase, type VaultPlace } from '../fixtures/vaultPlace.ts'

const child = fileURLToPath(new URL('../fixtures/vaultOpeningChild.ts', import.meta.url))
const nobody = 65_534
const asNobody = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {}

/** Names, sizes and times of what is in a folder. */
const listing = (folder: string) =>
  readdirSync(folder).map((name) => {
    const { size, mtimeMs } = statSync(join(folder, name))
    return [name, size, mtimeMs]
  })

function outcomes(operation: 'create' | 'unlock' | 'read', folder: string, ...passphrases: string[]): unknown[] {
  const { stdout, stderr } = spawnSync(process.execPath, [child, operation, folder, ...passphrases], {
    encoding: 'utf8',
    ...asNobody,
  })
  expect(stderr).toBe('')
  return JSON.parse(stdout)
}

describe.skipIf(process.platform === 'win32')('in a folder where nothing may be written', () => {
  let place: VaultPlace
  beforeEach(async () => {
    place = makeVaultPlace()
    await place.create()
    place.dispatcher.close()
    for (const name of readdirSync(place.folder)) chmodSync(join(place.folder, name), 0o444)
    chmodSync(place.folder, 0o555)
    chmodSync(dirname(place.folder), 0o555)
  })
  afterEach(() => {
    chmodSync(dirname(place.folder), 0o755)
    chmodSync(place.folder, 0o755)
  })

  test('the right passphrase opens it for reading; every write is READ_ONLY', () => {
    const before = listing(place.folder)
    expect(outcomes('read', place.folder, passphrase)).toEqual(['read only', samplePractice.name, 'READ_ONLY', []])
    expect(listing(place.folder)).toEqual(before)
  })

  test('what a crash left in the log is read as well', async () => {
    const crashed = await crashedVault('Written before the crash')
    chmodSync(dirname(crashed), 0o755)
    for (const name of readdirSync(crashed)) chmodSync(join(crashed, name), 0o444)
    chmodSync(crashed, 0o555)
    expect(outcomes('read', crashed, passphrase)).toEqual(['read only', 'Written before the crash', 'READ_ONLY', []])
    chmodSync(crashed, 0o755)
  })

  test('a wrong passphrase is wrong first, and after five of them throttled, though they cannot be written down', () => {
    const guesses = Array.from({ length: 6 }, () => 'a guess')
    const wrong = Array.from({ length: 5 }, () => 'WRONG_PASSPHRASE')
    expect(outcomes('unlock', place.folder, ...guesses)).toEqual([...wrong, 'THROTTLED'])
  })

  test('a new vault cannot be made, and nothing is left of the attempt', () => {
    const elsewhere = join(dirname(place.folder), 'other')
    expect(outcomes('create', elsewhere, passphrase)).toEqual(['READ_ONLY'])
    expect(readdirSync(dirname(place.folder))).toEqual(['vault'])
  })

  test('that only the database is read-only is said before the first note, not after it', () => {
    chmodSync(place.folder, 0o777)
    for (const name of readdirSync(place.folder)) chmodSync(join(place.folder, name), 0o666)
    chmodSync(place.files.database, 0o444)
    expect(outcomes('read', place.folder, passphrase)).toEqual(['read only', samplePractice.name, 'READ_ONLY', []])
  })

  test('files that may not even be read are READ_ONLY', () => {
    chmodSync(place.files.database, 0o000)
    expect(outcomes('unlock', place.folder, passphrase)).toEqual(['READ_ONLY'])
  })
})
