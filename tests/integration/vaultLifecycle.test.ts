// The vault's whole life through the dispatcher: made, locked, unlocked, recovered, its secrets changed.
import { expect, test } from 'vitest'
import { expectCode, makeVaultPlace } from './vaultPlace.ts'

test('a new vault is open at once, and its status says that the recovery code is not confirmed', async () => {
  const { dispatcher, create, status } = makeVaultPlace()
  expect(await status()).toMatchObject({ state: 'absent' })
  const { recoveryCode } = await create()
  expect(recoveryCode).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){6}[0-9A-HJKMNP-TV-Z]{5}$/u)
  expect(await status()).toEqual({
    state: 'unlocked',
    retryAfterSeconds: 0,
    envelopeRepaired: false,
    recoveryUnconfirmed: true,
    demoPassphrase: null,
  })
  await dispatcher.dispatch('vault:confirmRecoveryCode', {})
  expect(await status()).toMatchObject({ recoveryUnconfirmed: false })
})

test('after a lock every other operation is refused until the passphrase is given', async () => {
  const { dispatcher, create, unlock, status } = makeVaultPlace()
  await create()
  dispatcher.lock()
  expect(await status()).toMatchObject({ state: 'locked' })
  await expectCode(dispatcher.dispatch('practice:get', {}), 'LOCKED')
  await expectCode(dispatcher.dispatch('vault:renewRecoveryCode', {}), 'LOCKED')
  await unlock()
  expect(await dispatcher.dispatch('practice:get', {})).toMatchObject({ practice: { name: 'Quiet Hands' } })
})
