import { expect, test } from 'vitest'
import { keyFromPassphrase, keyFromRecoveryCode } from './keyDerivation.ts'

// Computed with other implementations (OpenSSL's Argon2id, Python's hmac). A change of either would lock
// everybody out of their vault.
test('a passphrase gives the key that Argon2id gives', async () => {
  const derivation = {
    name: 'argon2id',
    memoryKiB: 64,
    iterations: 2,
    parallelism: 1,
    salt: '00112233445566778899aabbccddeeff',
  } as const
  const key = await keyFromPassphrase('correct horse battery', derivation)
  expect(key.toString('hex')).toBe('0f860709a78e772da611ee30933e6b10a72b99a1eab1aa93e137faae35e78d94')
})

test('a recovery code gives the key that HKDF gives', () => {
  const derivation = { name: 'hkdf-sha256', salt: '00112233445566778899aabbccddeeff' } as const
  expect(keyFromRecoveryCode('AAAAA-BBBBB', derivation).toString('hex')).toBe(
    '3fb910b9d1427c654eca564c6994d69e50eddd8c31e9e7995c68b971b9b1cf8a',
  )
})
