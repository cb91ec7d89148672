// Unlocking with this computer: the database key, wrapped under a random secret that only the system's keyring opens. One small
// file in the profile, made at the owner's wish; without it, and without the keyring, the passphrase opens as ever.
import { createCipheriv, createDecipheriv } from 'node:crypto'
import { closeSync, constants, fsyncSync, rmSync, statSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import canonicalize from 'canonicalize'
import { z } from 'zod'
import { AppError } from '../appError.ts'
import { syncFolder } from '../durable.ts'
import { openOrdinary, readOrdinary } from '../ordinaryFile.ts'
import type { Envelope } from './envelope.ts'
import { writeFileSafely } from './writeFileSafely.ts'

const format = 'palpate-computer-key'
const version = 1
const secretBytes = 32
const nonceBytes = 12
const tagBytes = 16
const largestFile = 64 * 1024

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`, 'u'))
const storedSchema = z.strictObject({
  format: z.literal(format),
  version: z.literal(version),
  vaultId: z.uuid(),
  /** The secret as the system's keyring has encrypted it, base64. */
  sealed: z.string().min(1).max(20_000),
  nonce: hex(nonceBytes),
  wrappedKey: hex(secretBytes),
  tag: hex(tagBytes),
})
type Stored = z.infer<typeof storedSchema>

/** What the wrapped key belongs to: this vault, and the passphrase that it has now. A new one has another salt. */
const boundTo = ({ vaultId, passphrase }: Envelope) =>
  Buffer.from(canonicalize([format, version, vaultId, passphrase.derivation.salt]) ?? '', 'utf8')

export interface ComputerKey {
  /** What the keyring is to open, for a vault; null when it is not turned on. */
  sealed(vaultId: string): string | null
  /**
   * Wraps a key under a new secret, and remembers both until {@link keep}.
   * @param key stays the caller's
   */
  prepare(envelope: Envelope, key: Buffer): void
  /** The secret that was prepared, in hexadecimal digits, once. Throws AppError CONFLICT where none was. */
  takeSecret(): string
  /** Stores what was prepared. Throws AppError CONFLICT where nothing was, and the node error. */
  keep(sealed: string): void
  /** The key, for the caller to overwrite. Throws AppError NOT_FOUND where the secret, the vault or its passphrase is another. */
  open(envelope: Envelope, secret: string): Buffer
  /** Overwrites and removes the file, and what was prepared. Throws nothing: what could not be removed opens nothing either. */
  forget(): void
}

/** @param file in the profile; null where there is none, and nothing can be kept */
export function computerKeyIn(file: string | null, randomBytes: (count: number) => Uint8Array): ComputerKey {
  let prepared: { secret: Buffer; content: Omit<Stored, 'sealed'> } | null = null

  function stored(): Stored | null {
    if (file === null) return null
    try {
      return storedSchema.safeParse(JSON.parse(readOrdinary(file))).data ?? null
    } catch {
      // Not there, or damaged: the passphrase opens.
      return null
    }
  }

  function dropPrepared(): void {
    prepared?.secret.fill(0)
    prepared = null
  }

  return {
    sealed(vaultId) {
      const found = stored()
      return found?.vaultId === vaultId ? found.sealed : null
    },
    prepare(envelope, key) {
      dropPrepared()
      const secret = Buffer.from(randomBytes(secretBytes))
      const nonce = Buffer.from(randomBytes(nonceBytes))
      const cipher = createCipheriv('aes-256-gcm', secret, nonce, { authTagLength: tagBytes }).setAAD(boundTo(envelope))
      const wrappedKey = Buffer.concat([cipher.update(key), cipher.final()]).toString('hex')
      const tag = cipher.getAuthTag().toString('hex')
      const { vaultId } = envelope
      prepared = { secret, content: { format, version, vaultId, nonce: nonce.toString('hex'), wrappedKey, tag } }
    },
    takeSecret() {
      if (prepared === null) throw new AppError('CONFLICT')
      const secret = prepared.secret.toString('hex')
      prepared.secret.fill(0)
      return secret
    },
    keep(sealed) {
      if (prepared === null || file === null) throw new AppError('CONFLICT')
      const content: Stored = { ...prepared.content, sealed }
      dropPrepared()
      writeFileSafely(file, `${JSON.stringify(content, null, 2)}\n`)
    },
    open(envelope, secret) {
      const found = stored()
      const wrapping = Buffer.from(secret, 'hex')
      if (found === null || found.vaultId !== envelope.vaultId || wrapping.length !== secretBytes) {
        throw new AppError('NOT_FOUND')
      }
      const decipher = createDecipheriv('aes-256-gcm', wrapping, Buffer.from(found.nonce, 'hex'), {
        authTagLength: tagBytes,
      })
        .setAAD(boundTo(envelope))
        .setAuthTag(Buffer.from(found.tag, 'hex'))
      const key = decipher.update(Buffer.from(found.wrappedKey, 'hex'))
      wrapping.fill(0)
      try {
        decipher.final()
        return key
      } catch {
        key.fill(0)
        throw new AppError('NOT_FOUND')
      }
    },
    forget() {
      dropPrepared()
      if (file === null) return
      try {
        const handle = openOrdinary(file, constants.O_RDWR)
        try {
          const { size } = statSync(file)
          writeSync(handle, Buffer.alloc(Math.min(size, largestFile)), 0, Math.min(size, largestFile), 0)
          fsyncSync(handle)
        } finally {
          closeSync(handle)
        }
      } catch {
        // Not there, or not to be written: removing it is tried all the same.
      }
      try {
        rmSync(file, { recursive: true, force: true })
        syncFolder(dirname(file))
      } catch {
        // Read-only: a new passphrase still makes it worthless.
      }
    },
  }
}
