// A vault that cannot be written to. Permissions do not bind the administrator, so a child process tries as a user
// without them: "nobody" where the tests run as root, ourselves otherwise.
import { spawnSync } from 'node:child_process'
import { chmodSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeVaultPlace, passphrase, type VaultPlace } from '../fixtures/vaultPlace.ts'

const child = fileURLToPath(new URL('../fixtures/vaultOpeningChild.ts', import.meta.url))
const nobody = 65_534
const asNobody = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {}

function outcomes(operation: 'create' | 'unlock', folder: string, ...passphrases: string[]): string[] {
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

  test('the right passphrase says READ_ONLY', () => {
    expect(outcomes('unlock', place.folder, passphrase)).toEqual(['READ_ONLY'])
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

  test('only the database being read-only says READ_ONLY before the first note, not with it', () => {
    chmodSync(place.folder, 0o777)
    for (const name of readdirSync(place.folder)) chmodSync(join(place.folder, name), 0o666)
    chmodSync(place.files.database, 0o444)
    expect(outcomes('unlock', place.folder, passphrase)).toEqual(['READ_ONLY'])
  })

  test('files that may not even be read say READ_ONLY', () => {
    chmodSync(place.files.database, 0o000)
    expect(outcomes('unlock', place.folder, passphrase)).toEqual(['READ_ONLY'])
  })
})
