// The key envelope: the database key, wrapped once under the passphrase and once under the recovery code.
import { createCipheriv, createDecipheriv, createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { z } from 'zod'
import { AppError } from '../appError.ts'
import {
  keyBytes,
  keyFromPassphrase,
  keyFromRecoveryCode,
  passphraseDerivation,
  recoveryDerivation,
  saltBytes,
  type Argon2Cost,
} from './keyDerivation.ts'

const format = 'palpate-vault'
const version = 1
const nonceBytes = 12
const tagBytes = 16

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`, 'u'))
const wrapping = { nonce: hex(nonceBytes), wrappedKey: hex(keyBytes), tag: hex(tagBytes) }
const passphraseSlot = z.strictObject({ derivation: passphraseDerivation, ...wrapping })
const recoverySlot = z.strictObject({ derivation: recoveryDerivation, ...wrapping })

const envelopeSchema = z.strictObject({
  format: z.literal(format),
  version: z.literal(version),
  vaultId: z.uuid(),
  passphrase: passphraseSlot,
  recovery: recoverySlot,
})
export type Envelope = z.infer<typeof envelopeSchema>

type Slot = z.infer<typeof passphraseSlot> | z.infer<typeof recoverySlot>
type RandomBytes = (count: number) => Uint8Array

const canonicalBytes = (value: unknown) => Buffer.from(canonicalize(value) ?? '', 'utf8')

/** Everything around the wrapped key that must not be exchangeable: it is authenticated by GCM's tag. */
const boundTo = (vaultId: string, slot: 'passphrase' | 'recovery', derivation: Slot['derivation']) =>
  canonicalBytes([format, version, vaultId, slot, derivation])

function wrap(key: Buffer, wrappingKey: Buffer, bound: Buffer, randomBytes: RandomBytes) {
  const nonce = Buffer.from(randomBytes(nonceBytes))
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, nonce, { authTagLength: tagBytes }).setAAD(bound)
  const wrappedKey = Buffer.concat([cipher.update(key), cipher.final()])
  return {
    nonce: nonce.toString('hex'),
    wrappedKey: wrappedKey.toString('hex'),
    tag: cipher.getAuthTag().toString('hex'),
  }
}

/** The wrapped key, or null when the wrapping key is wrong or anything bound to it was changed. */
function unwrap(slot: Slot, wrappingKey: Buffer, bound: Buffer): Buffer | null {
  const nonce = Buffer.from(slot.nonce, 'hex')
  const decipher = createDecipheriv('aes-256-gcm', wrappingKey, nonce, { authTagLength: tagBytes })
    .setAAD(bound)
    .setAuthTag(Buffer.from(slot.tag, 'hex'))
  const key = decipher.update(Buffer.from(slot.wrappedKey, 'hex'))
  try {
    decipher.final()
    return key
  } catch {
    key.fill(0)
    return null
  }
}

const newSalt = (randomBytes: RandomBytes) => Buffer.from(randomBytes(saltBytes)).toString('hex')

/** Wraps the database key under a passphrase, with a new salt. Takes as long as `cost` says. */
export async function passphraseSlotFor(
  vaultId: string,
  key: Buffer,
  passphrase: string,
  cost: Argon2Cost,
  randomBytes: RandomBytes,
): Promise<Envelope['passphrase']> {
  const derivation = { name: 'argon2id' as const, ...cost, salt: newSalt(randomBytes) }
  const wrappingKey = await keyFromPassphrase(passphrase, derivation)
  try {
    return { derivation, ...wrap(key, wrappingKey, boundTo(vaultId, 'passphrase', derivation), randomBytes) }
  } finally {
    wrappingKey.fill(0)
  }
}

/** Wraps the database key under a recovery code (as `readRecoveryCode` gives it), with a new salt. */
export function recoverySlotFor(
  vaultId: string,
  key: Buffer,
  code: string,
  randomBytes: RandomBytes,
): Envelope['recovery'] {
  const derivation = { name: 'hkdf-sha256' as const, salt: newSalt(randomBytes) }
  const wrappingKey = keyFromRecoveryCode(code, derivation)
  try {
    return { derivation, ...wrap(key, wrappingKey, boundTo(vaultId, 'recovery', derivation), randomBytes) }
  } finally {
    wrappingKey.fill(0)
  }
}

/** A whole envelope from its two slots. */
export const envelopeOf = (
  vaultId: string,
  passphrase: Envelope['passphrase'],
  recovery: Envelope['recovery'],
): Envelope => ({ format, version, vaultId, passphrase, recovery })

/**
 * The database key, by passphrase.
 * @returns {@link keyBytes} bytes, to be filled with zeros by the caller after use
 * @throws AppError WRONG_PASSPHRASE
 */
export async function openWithPassphrase(envelope: Envelope, passphrase: string): Promise<Buffer> {
  const { derivation } = envelope.passphrase
  const wrappingKey = await keyFromPassphrase(passphrase, derivation)
  const key = unwrap(envelope.passphrase, wrappingKey, boundTo(envelope.vaultId, 'passphrase', derivation))
  wrappingKey.fill(0)
  if (key === null) throw new AppError('WRONG_PASSPHRASE')
  return key
}

/**
 * The database key, by recovery code (as `readRecoveryCode` gives it).
 * @returns {@link keyBytes} bytes, to be filled with zeros by the caller after use
 * @throws AppError WRONG_RECOVERY_CODE
 */
export function openWithRecoveryCode(envelope: Envelope, code: string): Buffer {
  const { derivation } = envelope.recovery
  const wrappingKey = keyFromRecoveryCode(code, derivation)
  const key = unwrap(envelope.recovery, wrappingKey, boundTo(envelope.vaultId, 'recovery', derivation))
  wrappingKey.fill(0)
  if (key === null) throw new AppError('WRONG_RECOVERY_CODE')
  return key
}

// Not keyed: it distinguishes a damaged file from a wrong passphrase, nothing more. GCM protects against manipulation.
const checksumOf = (content: unknown) => createHash('sha256').update(canonicalBytes(content)).digest('hex')

/** The envelope as its file stores it. */
export function writeEnvelope(envelope: Envelope): string {
  return `${JSON.stringify({ ...envelope, checksum: checksumOf(envelope) }, null, 2)}\n`
}

const anyEnvelope = z.looseObject({ format: z.literal(format), version: z.int(), checksum: hex(32) })

/**
 * Reads an envelope's file.
 * @returns null when it is damaged or not an envelope
 * @throws AppError DB_FROM_FUTURE when a newer version of the app wrote it
 */
export function readEnvelope(text: string): Envelope | null {
  const parsed = anyEnvelope.safeParse(parseJson(text))
  if (!parsed.success) return null
  const { checksum, ...content } = parsed.data
  if (checksumOf(content) !== checksum) return null
  if (content.version > version) throw new AppError('DB_FROM_FUTURE')
  return envelopeSchema.safeParse(content).data ?? null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
