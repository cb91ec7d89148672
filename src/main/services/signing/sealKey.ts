// The vault's own key, which signs seals. It is made once, from the surroundings' random bytes.
import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import type { Repositories } from '../../database/repositories/repositories.ts'
import type { Surroundings } from '../services.ts'

// RFC 8410: what stands before the 32 bytes of a private and of a public key in their DER forms.
const privateHead = Buffer.from('302e020100300506032b657004220420', 'hex')
const publicHead = Buffer.from('302a300506032b6570032100', 'hex')
const keyLength = 32

export interface SealKey {
  /** 32 bytes. */
  readonly publicKey: Buffer
  /** @returns 64 bytes */
  sign(bytes: Uint8Array): Buffer
}

const privateKeyOf = (der: Buffer): KeyObject => createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })

/** The vault's key; created and stored the first time, within the caller's transaction if there is one. */
export function sealKeyOf({ seals }: Repositories, { clock, randomBytes }: Surroundings): SealKey {
  const stored = seals.key()
  if (stored)
    return { publicKey: stored.publicKey, sign: (bytes) => sign(null, bytes, privateKeyOf(stored.privateKey)) }
  const privateKey = Buffer.concat([privateHead, randomBytes(keyLength)])
  const made = privateKeyOf(privateKey)
  const publicKey = createPublicKey(made).export({ format: 'der', type: 'spki' }).subarray(-keyLength)
  seals.insertKey({ id: 1, publicKey, privateKey, madeAt: clock.now() })
  privateKey.fill(0)
  return { publicKey, sign: (bytes) => sign(null, bytes, made) }
}

/** Makes the check whether a signature over bytes is this key's own. */
export function verifierOf(publicKey: Uint8Array): (bytes: Uint8Array, signature: Uint8Array) => boolean {
  try {
    const key = createPublicKey({ key: Buffer.concat([publicHead, publicKey]), format: 'der', type: 'spki' })
    return (bytes, signature) => verify(null, bytes, key, signature)
  } catch {
    // Bytes that are no key have signed nothing.
    return () => false
  }
}

/** Whether a signature is a key's own, over these bytes. */
export const isSignedBy = (publicKey: Uint8Array, bytes: Uint8Array, signature: Uint8Array): boolean =>
  verifierOf(publicKey)(bytes, signature)
