// What a try at the passphrase costs: raised at an unlock on a faster machine, never lowered, and never a reason not to open.
import { mkdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readEnvelope } from '#main/vault/envelope.ts'
import type { VaultFiles } from '#main/vault/vaultFolder.ts'
import { expectCode, makeVaultPlace } from '../fixtures/vaultPlace.ts'

const cheap = { memoryKiB: 64, iterations: 1, parallelism: 1 }
const dearer = { memoryKiB: 128, iterations: 2, parallelism: 1 }

function costIn({ envelope }: VaultFiles) {
  const found = readEnvelope(readFileSync(envelope, 'utf8'))
  const { memoryKiB, iterations, parallelism } = found?.passphrase.derivation ?? cheap
  return { memoryKiB, iterations, parallelism }
}

/** A locked vault of that cost, opened by a start that would choose another. */
async function vaultMadeAt(made: typeof cheap, opened: typeof cheap) {
  const place = makeVaultPlace({ cost: made })
  const { recoveryCode } = await place.create()
  place.dispatcher.close()
  return { ...place, ...makeVaultPlace({ cost: opened, folder: place.folder }), recoveryCode }
}

test('unlocking wraps the key anew at the higher cost; the same passphrase and recovery code open afterwards', async () => {
  const place = await vaultMadeAt(cheap, dearer)
  await place.unlock()
  expect(costIn(place.files)).toEqual(dearer)
  expect(readFileSync(place.files.envelopeCopy, 'utf8')).toBe(readFileSync(place.files.envelope, 'utf8'))
  place.dispatcher.lock()
  await expectCode(place.unlock('not the passphrase'), 'WRONG_PASSPHRASE')
  await place.unlock()
  place.dispatcher.lock()
  await place.recover(place.recoveryCode)
})

test('unlocking on a slower machine leaves the cost as it is, and so does a new passphrase there', async () => {
  const place = await vaultMadeAt(dearer, cheap)
  await place.recover(place.recoveryCode)
  expect(costIn(place.files)).toEqual(dearer)
})

test('a wrong passphrase changes nothing', async () => {
  const place = await vaultMadeAt(cheap, dearer)
  const before = readFileSync(place.files.envelope, 'utf8')
  await expectCode(place.unlock('not the passphrase'), 'WRONG_PASSPHRASE')
  expect(readFileSync(place.files.envelope, 'utf8')).toBe(before)
})

test('a key that cannot be wrapped anew opens all the same', async () => {
  const place = await vaultMadeAt(cheap, dearer)
  // A folder where the envelope is written before it is complete: no file can be made of that name.
  mkdirSync(`${place.files.envelope}.unfinished`)
  await place.unlock()
  expect(await place.status()).toMatchObject({ state: 'unlocked' })
  expect(costIn(place.files)).toEqual(cheap)
})

test('a vault made on this machine has a measured cost, and unlocking at that cost changes nothing', async () => {
  // Whatever is measured takes a second: the slowest of machines, which still gets the least.
  let time = 0
  const place = makeVaultPlace({ stopwatch: () => (time += 1000), cost: undefined })
  await place.create()
  const before = readFileSync(place.files.envelope, 'utf8')
  expect(costIn(place.files)).toEqual({ memoryKiB: 65_536, iterations: 3, parallelism: 1 })
  place.dispatcher.lock()
  await place.unlock()
  expect(readFileSync(place.files.envelope, 'utf8')).toBe(before)
})
