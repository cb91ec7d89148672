// Bad luck and bad intent at the vault's folder: wrong secrets, damaged, exchanged and missing files.
import { copyFileSync, existsSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { expectCode, makeVaultPlace, passphrase } from '../fixtures/vaultPlace.ts'

const disk = vi.hoisted(() => ({ isFull: false }))
vi.mock('node:fs', async (importOriginal) => {
  const real = await importOriginal<typeof import('node:fs')>()
  return {
    ...real,
    fsyncSync(handle: number) {
      if (disk.isFull) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
      real.fsyncSync(handle)
    },
  }
})

/** A vault that is locked, as after a restart. */
async function lockedVault() {
  const place = makeVaultPlace()
  const { recoveryCode } = await place.create()
  place.dispatcher.close()
  return { ...place, ...place.restart(), recoveryCode }
}

const flipByte = (file: string, at: number, flip = 1) => {
  const bytes = readFileSync(file)
  bytes[at] = (bytes[at] ?? 0) ^ flip
  writeFileSync(file, bytes)
}

describe('wrong tries', () => {
  test('five are free; then even the right passphrase has to wait, also after a restart; nothing is erased', async () => {
    const place = await lockedVault()
    for (let time = 0; time < 5; time += 1) await expectCode(place.unlock('a guess'), 'WRONG_PASSPHRASE')
    expect(await place.status()).toMatchObject({ state: 'locked', retryAfterSeconds: 5 })
    await expectCode(place.unlock(), 'THROTTLED', { retryAfterSeconds: 5 })
    const { unlock, status } = place.restart()
    await expectCode(unlock(), 'THROTTLED', { retryAfterSeconds: 5 })
    place.pass(5)
    await expectCode(unlock('a guess'), 'WRONG_PASSPHRASE')
    await expectCode(unlock(), 'THROTTLED', { retryAfterSeconds: 10 })
    place.pass(10)
    await unlock()
    expect(await status()).toMatchObject({ state: 'unlocked', retryAfterSeconds: 0 })
  })

  test('wrong passphrases and wrong recovery codes count together', async () => {
    const place = await lockedVault()
    const other = await makeVaultPlace().create()
    for (let time = 0; time < 3; time += 1) await expectCode(place.unlock('a guess'), 'WRONG_PASSPHRASE')
    for (let time = 0; time < 2; time += 1) await expectCode(place.recover(other.recoveryCode), 'WRONG_RECOVERY_CODE')
    await expectCode(place.recover(place.recoveryCode), 'THROTTLED', { retryAfterSeconds: 5 })
  })

  test('a mistyped recovery code costs nothing and names its group', async () => {
    const place = await lockedVault()
    const groups = place.recoveryCode.split('-')
    const swapped = groups.with(2, groups[4] ?? '').with(4, groups[2] ?? '')
    for (let time = 0; time < 10; time += 1) {
      await expectCode(place.recover(swapped.join('-')), 'MISTYPED_RECOVERY_CODE', { group: 3 })
    }
    await expectCode(place.recover('nothing like it'), 'MISTYPED_RECOVERY_CODE', { group: 1 })
    expect(await place.status()).toMatchObject({ retryAfterSeconds: 0 })
    await place.recover(place.recoveryCode)
  })

  test('two at once are counted one after the other', async () => {
    const place = await lockedVault()
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => place.unlock('a guess')))
    const codes = tries.map((tried) => (tried.status === 'rejected' ? tried.reason.code : 'opened'))
    expect(codes.filter((code) => code === 'WRONG_PASSPHRASE')).toHaveLength(5)
    expect(codes.filter((code) => code === 'THROTTLED')).toHaveLength(15)
  })

  test('removing the count does not give the free tries back', async () => {
    const place = await lockedVault()
    rmSync(place.files.attempts)
    await expectCode(place.restart().unlock(), 'THROTTLED', { retryAfterSeconds: 5 })
  })
})

describe('the envelope', () => {
  test.each([
    ['missing', (file: string) => rmSync(file)],
    ['empty', (file: string) => truncateSync(file)],
    ['cut off', (file: string) => truncateSync(file, 300)],
    ['damaged', (file: string) => flipByte(file, 200)],
    ['enormous', (file: string) => writeFileSync(file, Buffer.alloc(1_000_000, 0x20))],
  ])('is put back from its copy when it is %s, and the status says so', async (_, damage) => {
    const place = await lockedVault()
    const whole = readFileSync(place.files.envelope, 'utf8')
    damage(place.files.envelope)
    expect(await place.status()).toMatchObject({ state: 'locked', envelopeRepaired: true })
    expect(readFileSync(place.files.envelope, 'utf8')).toBe(whole)
    await place.unlock()
    expect(await place.status()).toMatchObject({ envelopeRepaired: true })
    expect(await place.restart().status()).toMatchObject({ envelopeRepaired: false })
  })

  test.each([
    ['missing', (file: string) => rmSync(file)],
    ['damaged', (file: string) => flipByte(file, 200)],
  ])('has its copy written anew when that is %s', async (_, damage) => {
    const place = await lockedVault()
    damage(place.files.envelopeCopy)
    await place.unlock()
    expect(readFileSync(place.files.envelopeCopy, 'utf8')).toBe(readFileSync(place.files.envelope, 'utf8'))
    expect(await place.status()).toMatchObject({ envelopeRepaired: false })
  })

  test("of another vault, put in the main file's place by mistake, leaves this vault's copy alone", async () => {
    const place = await lockedVault()
    const other = await lockedVault()
    const own = readFileSync(place.files.envelopeCopy, 'utf8')
    copyFileSync(other.files.envelope, place.files.envelope)
    await expectCode(place.unlock(), 'DB_FOREIGN')
    expect(readFileSync(place.files.envelopeCopy, 'utf8')).toBe(own)
    rmSync(place.files.envelope)
    await place.unlock()
  })

  test('damaged in both files is said to be damaged, not the passphrase to be wrong, and costs no try', async () => {
    const place = await lockedVault()
    flipByte(place.files.envelope, 250)
    flipByte(place.files.envelopeCopy, 400)
    for (let time = 0; time < 7; time += 1) await expectCode(place.unlock(), 'ENVELOPE_DAMAGED')
    await expectCode(place.recover(place.recoveryCode), 'ENVELOPE_DAMAGED')
    expect(await place.status()).toMatchObject({ state: 'locked', envelopeRepaired: false, retryAfterSeconds: 0 })
  })

  test('damaged, with its copy gone, is damaged and not missing', async () => {
    const place = await lockedVault()
    rmSync(place.files.envelopeCopy)
    flipByte(place.files.envelope, 250)
    await expectCode(place.unlock(), 'ENVELOPE_DAMAGED')
  })

  test('that is gone altogether / no new vault is made over the database', async () => {
    const place = await lockedVault()
    rmSync(place.files.envelope)
    rmSync(place.files.envelopeCopy)
    expect(await place.status()).toMatchObject({ state: 'locked' })
    await expectCode(place.unlock(), 'ENVELOPE_MISSING')
    await expectCode(place.create(), 'ALREADY_EXISTS')
    expect(existsSync(place.files.database)).toBe(true)
  })

  test('with the same byte changed in both files is damaged, whichever byte it was', async () => {
    const place = await lockedVault()
    const whole = readFileSync(place.files.envelope)
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 2), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        writeFileSync(place.files.envelope, whole)
        flipByte(place.files.envelope, at, flip)
        copyFileSync(place.files.envelope, place.files.envelopeCopy)
        const { unlock, status, dispatcher } = place.restart()
        const isSpace =
          whole
            .subarray(at, at + 1)
            .toString()
            .trim() === ''
        if (isSpace) return
        await expectCode(unlock(), 'ENVELOPE_DAMAGED')
        expect(await status()).toMatchObject({ state: 'locked' })
        dispatcher.close()
      }),
      { numRuns: 100 },
    )
  })
})

/** From here on, what is written to the key file or the count of tries finds no room. Until the test ends. */
function fillDisk(): { empty: () => void } {
  disk.isFull = true
  const empty = () => void (disk.isFull = false)
  onTestFinished(empty)
  return { empty }
}

test('an envelope that was never finished / goes at the next unlock: it would open with a passphrase that never came into force', async () => {
  const place = await lockedVault()
  const unfinished = [place.files.envelope, place.files.envelopeCopy].map((file) => `${file}.unfinished`)
  for (const file of unfinished) copyFileSync(place.files.envelope, file)
  await place.unlock()
  expect(unfinished.filter((file) => existsSync(file))).toEqual([])
})

describe('a full disk', () => {
  test('while the passphrase is changed leaves the old one valid, and both files as they were', async () => {
    const place = await lockedVault()
    await place.unlock()
    const before = readFileSync(place.files.envelope, 'utf8')
    const { empty } = fillDisk()
    const changing = place.dispatcher.dispatch('vault:changePassphrase', { current: passphrase, next: 'another one' })
    await expectCode(changing, 'DISK_FULL')
    empty()
    expect(readFileSync(place.files.envelope, 'utf8')).toBe(before)
    expect(readFileSync(place.files.envelopeCopy, 'utf8')).toBe(before)
    place.dispatcher.lock()
    await place.unlock()
  })

  test('while a recovery sets a new passphrase keeps the vault locked and the code valid', async () => {
    const place = await lockedVault()
    const { empty } = fillDisk()
    await expectCode(place.recover(place.recoveryCode), 'DISK_FULL')
    expect(await place.status()).toMatchObject({ state: 'locked' })
    empty()
    await place.recover(place.recoveryCode)
  })

  test('while the count of tries is written does not make a wrong try free', async () => {
    const place = await lockedVault()
    fillDisk()
    for (let time = 0; time < 5; time += 1) await expectCode(place.unlock('a guess'), 'WRONG_PASSPHRASE')
    await expectCode(place.unlock(), 'THROTTLED')
  })
})

describe.runIf(process.platform === 'linux')('a device in place of the temporary file', () => {
  test('while the passphrase is changed leaves the old one valid, and both files as they were', async () => {
    const place = await lockedVault()
    await place.unlock()
    const before = readFileSync(place.files.envelope, 'utf8')
    symlinkSync('/dev/full', `${place.files.envelope}.unfinished`)
    const changing = place.dispatcher.dispatch('vault:changePassphrase', { current: passphrase, next: 'another one' })
    await expectCode(changing, 'NOT_A_FILE')
    expect(readFileSync(place.files.envelope, 'utf8')).toBe(before)
    expect(readFileSync(place.files.envelopeCopy, 'utf8')).toBe(before)
  })

  test('while the count of tries is written does not make a wrong try free', async () => {
    const place = await lockedVault()
    for (let time = 0; time < 5; time += 1) {
      symlinkSync('/dev/full', `${place.files.attempts}.unfinished`)
      await expectCode(place.unlock('a guess'), 'WRONG_PASSPHRASE')
    }
    await expectCode(place.unlock(), 'THROTTLED')
  })
})

describe("what lies in the database's place", () => {
  test('nothing: it is missing, and no new one is made', async () => {
    const place = await lockedVault()
    rmSync(place.files.database)
    await expectCode(place.unlock(), 'DB_MISSING')
    await expectCode(place.recover(place.recoveryCode), 'DB_MISSING')
    await expectCode(place.create(), 'ALREADY_EXISTS')
    expect(existsSync(place.files.database)).toBe(false)
  })

  test("another vault's database: it is foreign, even with the same passphrase", async () => {
    const place = await lockedVault()
    const other = await lockedVault()
    copyFileSync(other.files.database, place.files.database)
    await expectCode(place.unlock(), 'DB_FOREIGN')
    expect(readFileSync(place.files.database)).toEqual(readFileSync(other.files.database))
  })

  test('a damaged one: a recovery leaves the passphrase as it was', async () => {
    const place = await lockedVault()
    const whole = readFileSync(place.files.database)
    truncateSync(place.files.database, 5000)
    await expectCode(place.recover(place.recoveryCode, 'a new passphrase'), 'DB_CORRUPT')
    writeFileSync(place.files.database, whole)
    await place.unlock(passphrase)
  })

  test('a damaged one: the right passphrase does not count as a wrong try', async () => {
    const place = await lockedVault()
    const whole = readFileSync(place.files.database)
    truncateSync(place.files.database, 5000)
    for (let time = 0; time < 8; time += 1) await expectCode(place.unlock(), 'DB_CORRUPT')
    writeFileSync(place.files.database, whole)
    await place.unlock()
  })
})
