// Unlocking with this computer, on the side of the services: what is kept, what it opens, and what makes it worthless.
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { PracticeRecord } from '#shared/contract/practice.ts'
import { samplePractice } from '../fixtures/practiceUnderTest.ts'
import { practiceWithStick } from '../fixtures/practiceWithStick.ts'
import { expectCode, makeVaultPlace, passphrase, temporaryFolder } from '../fixtures/vaultPlace.ts'

type Place = Pick<ReturnType<typeof makeVaultPlace>, 'dispatcher'>

const call = <T>({ dispatcher }: Place, channel: string, input: unknown = {}) =>
  dispatcher.dispatch(channel, input) as Promise<T>

/** What the keyring stands for here: it gives the secret back as it got it. */
async function turnOn(place: Place): Promise<string> {
  await call(place, 'vault:allowComputer', { passphrase })
  const { secret } = await call<{ secret: string }>(place, 'vault:takeComputerSecret')
  await call(place, 'vault:keepComputerKey', { sealed: 'c2VhbGVk' })
  return secret
}

const sealedOf = async (place: Place) => (await call<{ sealed: string | null }>(place, 'vault:computerKey')).sealed
const unlockWith = (place: Place, secret: string) => call(place, 'vault:unlockWithSecret', { secret })

async function turnedOn() {
  const computerKeyFile = join(temporaryFolder(), 'computer.json')
  const place = makeVaultPlace({ computerKeyFile })
  const { recoveryCode } = await place.create()
  return { ...place, computerKeyFile, recoveryCode, secret: await turnOn(place) }
}

describe('unlocking with this computer', () => {
  test('is off at first, and opens nothing', async () => {
    const place = makeVaultPlace({ computerKeyFile: join(temporaryFolder(), 'computer.json') })
    await place.create()
    place.dispatcher.lock()
    expect(await sealedOf(place)).toBe(null)
    await expectCode(unlockWith(place, '00'.repeat(32)), 'NOT_FOUND')
  })

  test('opens the vault with the secret that the keyring gives, also after a restart', async () => {
    const place = await turnedOn()
    place.dispatcher.close()
    const later = place.restart()
    expect(await sealedOf(later)).toBe('c2VhbGVk')
    await unlockWith(later, place.secret)
    expect((await later.status()).state).toBe('unlocked')
    expect((await call<PracticeRecord>(later, 'practice:get')).practice).toEqual(samplePractice)
  })

  test('keeps a file for its owner alone that has neither the key nor the secret in it', async () => {
    const { computerKeyFile, secret } = await turnedOn()
    const text = readFileSync(computerKeyFile, 'utf8')
    expect(text).not.toContain(secret)
    if (process.platform !== 'win32') expect(statSync(computerKeyFile).mode & 0o077).toBe(0)
  })

  test('another secret, or none that has its length / opens nothing', async () => {
    const place = await turnedOn()
    place.dispatcher.lock()
    await expectCode(unlockWith(place, 'ab'.repeat(32)), 'NOT_FOUND')
    await expectCode(unlockWith(place, 'ab'), 'NOT_FOUND')
    expect((await place.status()).state).toBe('locked')
  })

  test('a file that was changed anywhere, or is none / opens nothing, and the passphrase opens as ever', async () => {
    const place = await turnedOn()
    place.dispatcher.lock()
    const content = JSON.parse(readFileSync(place.computerKeyFile, 'utf8')) as Record<string, string>
    for (const name of ['nonce', 'wrappedKey', 'tag']) {
      const flipped = (content[name] ?? '').replace(/^./u, (digit) => (digit === '0' ? '1' : '0'))
      writeFileSync(place.computerKeyFile, JSON.stringify({ ...content, [name]: flipped }))
      // oxlint-disable-next-line no-await-in-loop -- one file
      await expectCode(unlockWith(place, place.secret), 'NOT_FOUND')
    }
    writeFileSync(place.computerKeyFile, '{')
    expect(await sealedOf(place)).toBe(null)
    await expectCode(unlockWith(place, place.secret), 'NOT_FOUND')
    await place.unlock()
  })

  test('without the passphrase, or with a wrong one / keeps nothing', async () => {
    const computerKeyFile = join(temporaryFolder(), 'computer.json')
    const place = makeVaultPlace({ computerKeyFile })
    await place.create()
    await expectCode(call(place, 'vault:allowComputer', { passphrase: 'a wrong one' }), 'WRONG_PASSPHRASE')
    await expectCode(call(place, 'vault:takeComputerSecret'), 'CONFLICT')
    await expectCode(call(place, 'vault:keepComputerKey', { sealed: 'c2VhbGVk' }), 'CONFLICT')
    expect(existsSync(computerKeyFile)).toBe(false)
  })

  test('cannot be turned on while the vault is locked', async () => {
    const place = makeVaultPlace({ computerKeyFile: join(temporaryFolder(), 'computer.json') })
    await place.create()
    place.dispatcher.lock()
    await expectCode(call(place, 'vault:allowComputer', { passphrase }), 'LOCKED')
  })

  test('neither waits for wrong passphrases nor forgives them', async () => {
    const place = await turnedOn()
    place.dispatcher.lock()
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    for (let tried = 0; tried < 5; tried += 1) await expectCode(place.unlock('a wrong one'), 'WRONG_PASSPHRASE')
    const { retryAfterSeconds } = await place.status()
    expect(retryAfterSeconds).toBeGreaterThan(0)
    await unlockWith(place, place.secret)
    place.dispatcher.lock()
    expect((await place.status()).retryAfterSeconds).toBe(retryAfterSeconds)
    await expectCode(place.unlock(), 'THROTTLED')
  })
})

describe('what was kept for this computer is gone', () => {
  const next = 'a quiet harbour lane'

  test('after it was turned off', async () => {
    const place = await turnedOn()
    await call(place, 'vault:forgetComputer')
    expect(existsSync(place.computerKeyFile)).toBe(false)
    place.dispatcher.lock()
    await expectCode(unlockWith(place, place.secret), 'NOT_FOUND')
  })

  test.each([
    ['a new passphrase', (place: Place) => call(place, 'vault:changePassphrase', { current: passphrase, next })],
    ['new keys', (place: Place) => call(place, 'vault:makeNewKeys', { passphrase })],
  ])('after %s, and an older copy of its file opens nothing', async (_, change) => {
    const place = await turnedOn()
    const before = readFileSync(place.computerKeyFile)
    await change(place)
    expect(existsSync(place.computerKeyFile)).toBe(false)
    place.dispatcher.lock()
    writeFileSync(place.computerKeyFile, before)
    await expectCode(unlockWith(place, place.secret), 'NOT_FOUND')
  })

  test('after the recovery code was used, which sets a new passphrase', async () => {
    const place = await turnedOn()
    place.dispatcher.lock()
    await place.recover(place.recoveryCode)
    expect(existsSync(place.computerKeyFile)).toBe(false)
  })

  test('after a backup was restored', async () => {
    const computerKeyFile = join(temporaryFolder(), 'computer.json')
    const practice = await practiceWithStick({ computerKeyFile })
    await practice.addStick()
    await turnOn(practice)
    await practice.backUp()
    practice.dispatcher.lock()
    const { copies } = await practice.dispatcher.backups.findCopies(practice.stick)
    const id = copies[0]?.id ?? ''
    await practice.call('backup:look', { id, secret: { passphrase } })
    await practice.call('backup:restore', { id })
    expect(existsSync(computerKeyFile)).toBe(false)
  })

  test('where it was another vault’s', async () => {
    const { computerKeyFile, secret } = await turnedOn()
    const other = makeVaultPlace({ computerKeyFile })
    await other.create()
    other.dispatcher.lock()
    expect(await sealedOf(other)).toBe(null)
    await expectCode(unlockWith(other, secret), 'NOT_FOUND')
  })

  test('also where something else lies in its place', async () => {
    const computerKeyFile = join(temporaryFolder(), 'computer.json')
    mkdirSync(computerKeyFile)
    const place = makeVaultPlace({ computerKeyFile })
    await place.create()
    await call(place, 'vault:forgetComputer')
    expect(existsSync(computerKeyFile)).toBe(false)
  })
})
