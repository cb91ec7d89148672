// Derives keys: slowly from a passphrase, at once from a recovery code.
import { hkdfSync } from 'node:crypto'
import { argon2id } from 'hash-wasm'
import { z } from 'zod'

/** Bytes of every key and of every salt here. */
export const keyBytes = 32
export const saltBytes = 16

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`, 'u'))

/**
 * Cost of Argon2id. The bounds keep a forged envelope from asking for the machine's whole memory or for hours:
 * at most 1 GiB and 20 passes.
 */
export const argon2Cost = z.strictObject({
  memoryKiB: z.int().min(64).max(1_048_576),
  iterations: z.int().min(1).max(20),
  parallelism: z.int().min(1).max(4),
})
export type Argon2Cost = z.infer<typeof argon2Cost>

export const passphraseDerivation = argon2Cost.extend({ name: z.literal('argon2id'), salt: hex(saltBytes) })
export type PassphraseDerivation = z.infer<typeof passphraseDerivation>

export const recoveryDerivation = z.strictObject({ name: z.literal('hkdf-sha256'), salt: hex(saltBytes) })
export type RecoveryDerivation = z.infer<typeof recoveryDerivation>

/**
 * The key under which a passphrase wraps the database key. Different encodings of the same characters (NFKC) give the
 * same key. Takes as long as the cost says.
 * @returns {@link keyBytes} bytes, to be filled with zeros by the caller after use
 */
export async function keyFromPassphrase(passphrase: string, derivation: PassphraseDerivation): Promise<Buffer> {
  const password = Buffer.from(passphrase.normalize('NFKC'), 'utf8')
  try {
    const key = await argon2id({
      password,
      salt: Buffer.from(derivation.salt, 'hex'),
      memorySize: derivation.memoryKiB,
      iterations: derivation.iterations,
      parallelism: derivation.parallelism,
      hashLength: keyBytes,
      outputType: 'binary',
    })
    return Buffer.from(key.buffer, key.byteOffset, key.byteLength)
  } finally {
    password.fill(0)
  }
}

/**
 * The key under which a recovery code wraps the database key. The code has 140 random bits, so no slow derivation is
 * needed to keep it from being guessed.
 * @param code as `readRecoveryCode` gives it
 * @returns {@link keyBytes} bytes, to be filled with zeros by the caller after use
 */
export function keyFromRecoveryCode(code: string, derivation: RecoveryDerivation): Buffer {
  const secret = Buffer.from(code, 'utf8')
  try {
    return Buffer.from(
      hkdfSync('sha256', secret, Buffer.from(derivation.salt, 'hex'), 'palpate recovery code', keyBytes),
    )
  } finally {
    secret.fill(0)
  }
}
