// The vault's whole life through the dispatcher: made, locked, unlocked, recovered, its secrets changed.
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { emptyClient } from '#shared/domain/client.ts'
import { closedVaultFiles, expectCode, makeVaultPlace, passphrase, type VaultPlace } from '../fixtures/vaultPlace.ts'
import { samplePractice } from '../fixtures/practiceUnderTest.ts'

const addClient = ({ dispatcher }: Pick<VaultPlace, 'dispatcher'>, lastName: string) =>
  dispatcher.dispatch('client:create', { fields: { ...emptyClient, lastName } })

const clientNames = async ({ dispatcher }: Pick<VaultPlace, 'dispatcher'>) =>
  ((await dispatcher.dispatch('client:list', {})) as { lastName: string }[]).map(({ lastName }) => lastName)

describe('the first start', () => {
  test('makes an open vault with the practice in it, and says that the recovery code is not confirmed', async () => {
    const { dispatcher, create, status, folder } = makeVaultPlace()
    expect(await status()).toMatchObject({ state: 'absent', retryAfterSeconds: 0, folder })
    const { recoveryCode } = await create()
    expect(recoveryCode).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){6}[0-9A-HJKMNP-TV-Z]{5}$/u)
    expect(await status()).toEqual({
      state: 'unlocked',
      folder,
      syncedBy: null,
      onlyRead: null,
      heldBy: null,
      isMoved: false,
      isOverwritten: false,
      isOnlyHere: false,
      notices: [],
      retryAfterSeconds: 0,
      envelopeRepaired: false,
      recoveryUnconfirmed: true,
      hasErasedCameBack: false,
      demoPassphrase: null,
    })
    expect(await dispatcher.dispatch('practice:get', {})).toMatchObject({ practice: samplePractice })
    await dispatcher.dispatch('vault:confirmRecoveryCode', {})
    expect(await status()).toMatchObject({ recoveryUnconfirmed: false })
    expect(readdirSync(dirname(folder))).toEqual(['vault'])
  })

  test.runIf(process.platform !== 'win32')('keeps the folder from other users of the machine', async () => {
    const { create, folder, files } = makeVaultPlace()
    await create()
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(statSync(files.envelope).mode & 0o777).toBe(0o600)
  })

  test('still says after a restart that nobody has confirmed the code', async () => {
    const place = makeVaultPlace()
    await place.create()
    place.dispatcher.close()
    const { status, unlock } = place.restart()
    expect(await status()).toMatchObject({ state: 'locked', recoveryUnconfirmed: false })
    await unlock()
    expect(await status()).toMatchObject({ state: 'unlocked', recoveryUnconfirmed: true })
  })

  test('uses an existing folder that holds nothing of value', async () => {
    const { create, status, folder } = makeVaultPlace()
    mkdirSync(folder)
    writeFileSync(join(folder, '.DS_Store'), '')
    expect(await status()).toMatchObject({ state: 'absent' })
    await create()
    expect(await status()).toMatchObject({ state: 'unlocked' })
  })

  test('never replaces anything that is there already', async () => {
    const { create, dispatcher, files, folder } = makeVaultPlace()
    await create()
    await expectCode(create(), 'ALREADY_EXISTS')
    dispatcher.lock()
    await expectCode(create(), 'ALREADY_EXISTS')
    const other = makeVaultPlace()
    mkdirSync(other.folder)
    writeFileSync(join(other.folder, 'my letters.txt'), 'dear')
    await expectCode(other.create(), 'ALREADY_EXISTS')
    expect(readdirSync(other.folder)).toEqual(['my letters.txt'])
    expect(existsSync(files.database) && existsSync(folder)).toBe(true)
  })

  test('says that there is nothing to unlock where there is no vault', async () => {
    const { unlock, recover, folder } = makeVaultPlace()
    await expectCode(unlock(), 'NOT_FOUND')
    await expectCode(recover('X'), 'NOT_FOUND')
    expect(existsSync(folder)).toBe(false)
  })
})

describe('locking', () => {
  test('refuses every other operation until the passphrase is given, and keeps what was written', async () => {
    const place = makeVaultPlace()
    const { dispatcher, create, unlock, status } = place
    await create()
    await addClient(place, 'Morgenstern')
    dispatcher.lock()
    expect(await status()).toMatchObject({ state: 'locked', recoveryUnconfirmed: false })
    await expectCode(dispatcher.dispatch('client:list', {}), 'LOCKED')
    await expectCode(dispatcher.dispatch('vault:renewRecoveryCode', {}), 'LOCKED')
    await expectCode(dispatcher.dispatch('vault:confirmRecoveryCode', {}), 'LOCKED')
    const next = 'a longer passphrase'
    await expectCode(dispatcher.dispatch('vault:changePassphrase', { current: passphrase, next }), 'LOCKED')
    await unlock()
    expect(await clientNames(place)).toEqual(['Morgenstern'])
  })

  test('leaves one whole file behind: nothing waits in a log beside it', async () => {
    const place = makeVaultPlace()
    await place.create()
    await addClient(place, 'Morgenstern')
    place.dispatcher.lock()
    expect(readdirSync(place.folder).toSorted()).toEqual(closedVaultFiles)
  })

  test('wins over an unlock that is on its way', async () => {
    const { dispatcher, create, unlock, status } = makeVaultPlace()
    await create()
    dispatcher.lock()
    const unlocking = unlock()
    await Promise.resolve()
    await Promise.resolve()
    dispatcher.lock()
    await expectCode(unlocking, 'LOCKED')
    expect(await status()).toMatchObject({ state: 'locked' })
  })

  test('is needed before another vault is opened or made; an open one stays as it is', async () => {
    const place = makeVaultPlace()
    const { recoveryCode } = await place.create()
    await addClient(place, 'Silva')
    await place.unlock('not the passphrase')
    await expectCode(place.recover(recoveryCode), 'CONFLICT')
    await expectCode(place.create(), 'ALREADY_EXISTS')
    expect(await clientNames(place)).toEqual(['Silva'])
    place.dispatcher.lock()
    await expectCode(place.unlock('another passphrase'), 'WRONG_PASSPHRASE')
    await place.unlock()
  })

  test('may be asked for twice, and after closing nothing is answered', async () => {
    const { dispatcher, create, unlock } = makeVaultPlace()
    await create()
    dispatcher.lock()
    dispatcher.lock()
    dispatcher.close()
    dispatcher.close()
    await expectCode(unlock(), 'LOCKED')
  })
})

describe('the secrets', () => {
  test('a recovery code, however typed, opens the vault and sets a new passphrase; the old one is of no use', async () => {
    const place = makeVaultPlace()
    const { dispatcher, create, unlock, recover } = place
    const { recoveryCode } = await create()
    await addClient(place, 'Morgenstern')
    dispatcher.lock()
    await recover(recoveryCode.toLowerCase().replaceAll('-', ' '), 'a new passphrase')
    expect(await clientNames(place)).toEqual(['Morgenstern'])
    dispatcher.lock()
    await expectCode(unlock(), 'WRONG_PASSPHRASE')
    await unlock('a new passphrase')
  })

  test('the recovery code stays valid after it was used and after the passphrase was changed', async () => {
    const { dispatcher, create, unlock, recover } = makeVaultPlace()
    const { recoveryCode } = await create()
    dispatcher.lock()
    await recover(recoveryCode, 'a second passphrase')
    await dispatcher.dispatch('vault:changePassphrase', { current: 'a second passphrase', next: 'a third passphrase' })
    dispatcher.lock()
    await expectCode(unlock('a second passphrase'), 'WRONG_PASSPHRASE')
    await recover(recoveryCode, 'a fourth passphrase')
    dispatcher.lock()
    await unlock('a fourth passphrase')
  })

  test('a renewed recovery code takes the place of the old one and is not confirmed yet', async () => {
    const { dispatcher, create, recover, status } = makeVaultPlace()
    const { recoveryCode } = await create()
    await dispatcher.dispatch('vault:confirmRecoveryCode', {})
    const renewed = (await dispatcher.dispatch('vault:renewRecoveryCode', {})) as { recoveryCode: string }
    expect(await status()).toMatchObject({ recoveryUnconfirmed: true })
    dispatcher.lock()
    await expectCode(recover(recoveryCode), 'WRONG_RECOVERY_CODE')
    await recover(renewed.recoveryCode)
  })

  test('the passphrase is not changed without the current one, and a wrong one counts as a try', async () => {
    const { dispatcher, create, unlock } = makeVaultPlace()
    await create()
    const change = (current: string) =>
      dispatcher.dispatch('vault:changePassphrase', { current, next: 'a longer passphrase' })
    for (let time = 0; time < 5; time += 1) await expectCode(change('a guess'), 'WRONG_PASSPHRASE')
    await expectCode(change(passphrase), 'THROTTLED')
    dispatcher.lock()
    await expectCode(unlock(), 'THROTTLED', { retryAfterSeconds: 5 })
  })

  test('a practice begins with the paper that is given, and with A4 where none is given', async () => {
    for (const [given, kept] of [
      [{ paperSize: 'Letter' }, 'Letter'],
      [{}, 'A4'],
    ] as const) {
      const { dispatcher } = makeVaultPlace()
      await dispatcher.dispatch('vault:create', { practice: samplePractice, passphrase, ...given })
      expect(await dispatcher.dispatch('practice:get', {})).toMatchObject({ settings: { paperSize: kept } })
    }
  })

  test('a weak passphrase is refused wherever one is set, changes nothing and costs no try, and is taken once accepted', async () => {
    const weak = 'password1234'
    const { dispatcher, create, unlock } = makeVaultPlace()
    const refusal = (path: string) => ({ issues: [{ path, code: 'weak' }] })
    const making = { practice: samplePractice, passphrase: weak }
    await expectCode(dispatcher.dispatch('vault:create', making), 'VALIDATION', refusal('passphrase'))
    const { recoveryCode } = await create()
    const recovering = { recoveryCode, newPassphrase: weak }
    await expectCode(dispatcher.dispatch('vault:recover', recovering), 'VALIDATION', refusal('newPassphrase'))
    const changing = { current: passphrase, next: weak }
    for (let time = 0; time < 7; time += 1) {
      await expectCode(dispatcher.dispatch('vault:changePassphrase', changing), 'VALIDATION', refusal('next'))
    }
    dispatcher.lock()
    await unlock()
    await dispatcher.dispatch('vault:changePassphrase', { ...changing, weakAccepted: true })
    dispatcher.lock()
    await unlock(weak)
    dispatcher.lock()
    await dispatcher.dispatch('vault:recover', { ...recovering, weakAccepted: true })
    const other = makeVaultPlace()
    await other.dispatcher.dispatch('vault:create', { ...making, weakAccepted: true })
    expect(await other.status()).toMatchObject({ state: 'unlocked' })
  })

  test('a changed secret is changed in both files, so that no copy opens with the old one', async () => {
    const { dispatcher, create, files } = makeVaultPlace()
    await create()
    await dispatcher.dispatch('vault:changePassphrase', { current: passphrase, next: 'a longer passphrase' })
    expect(readFileSync(files.envelopeCopy, 'utf8')).toBe(readFileSync(files.envelope, 'utf8'))
  })
})

describe('the demo', () => {
  test('makes its own vault, filled and open, and shows its passphrase', async () => {
    const demo = {
      passphrase: 'demo-practice',
      practice: samplePractice,
      fill: ({ sqlite }: { sqlite: { exec(sql: string): unknown } }) => {
        sqlite.exec("UPDATE practice SET name = 'Invented practice'")
      },
    }
    const { dispatcher, status, unlock } = makeVaultPlace({ demo })
    const [name] = await Promise.all([dispatcher.dispatch('practice:get', {}), status(), status()])
    expect(name).toMatchObject({ practice: { name: 'Invented practice' } })
    expect(await status()).toMatchObject({
      state: 'unlocked',
      demoPassphrase: 'demo-practice',
      recoveryUnconfirmed: false,
    })
    dispatcher.lock()
    expect(await status()).toMatchObject({ state: 'locked', demoPassphrase: 'demo-practice' })
    await unlock('demo-practice')
  })

  test.runIf(process.platform !== 'win32')(
    'is reported as moved when its folder goes while it is open, and is not made anew',
    async () => {
      const { dispatcher, status, folder } = makeVaultPlace({
        demo: { passphrase: 'demo-practice', practice: samplePractice, fill: () => undefined },
      })
      expect(await status()).toMatchObject({ state: 'unlocked', isMoved: false })
      renameSync(folder, `${folder}-elsewhere`)
      expect(await status()).toMatchObject({ state: 'unlocked', isMoved: true })
      await expectCode(dispatcher.dispatch('practice:get', {}), 'VAULT_MOVED')
      expect(existsSync(folder)).toBe(false)
    },
  )
})

test('an unknown operation / is answered as an internal error, without a crash', async () => {
  const { dispatcher, create } = makeVaultPlace()
  await create()
  for (const channel of ['client:erase', 'vault:lock', '__proto__', 'constructor', 'toString', '']) {
    await expectCode(dispatcher.dispatch(channel, {}), 'INTERNAL')
  }
})
