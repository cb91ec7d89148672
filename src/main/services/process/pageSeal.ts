// The services' half of the seal with Node's own crypto: the same bytes as `shared/contract/sealing.ts`, but not
// through the thread pool, which would cost every message two waits.
import { createCipheriv, createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'
import { keyBytes, nonceBytes, purpose, saltBytes, tagBytes } from '#shared/contract/sealing.ts'

/** The key of one page load. It lives until the process ends: an answer under way may still need it. */
export type PageKey = Buffer

/**
 * Agrees with a page.
 * @param theirs the page's public key
 * @throws when it is no point on the curve
 */
export function agreeWith(theirs: Uint8Array): { publicKey: Uint8Array; key: PageKey } {
  const own = createECDH('prime256v1')
  const publicKey = own.generateKeys()
  const shared = own.computeSecret(theirs)
  const info = Buffer.concat([Buffer.from(purpose), theirs, publicKey])
  const key = Buffer.from(hkdfSync('sha256', shared, Buffer.alloc(saltBytes), info, keyBytes))
  shared.fill(0)
  return { publicKey: new Uint8Array(publicKey), key }
}

/** Seals a text with a fresh nonce. @param binding what it is bound to */
export function sealText(key: PageKey, text: string, binding: string): Uint8Array {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(binding))
  const plain = Buffer.from(text)
  const sealed = Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  plain.fill(0)
  // A plain array of bytes: not every transport to a page supports Node's own type.
  return new Uint8Array(sealed)
}

/** Opens what a page has sealed; null when the key, the binding or a single bit differs. */
export function openText(key: PageKey, sealed: Uint8Array, binding: string): string | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes })
    decipher.setAAD(Buffer.from(binding)).setAuthTag(sealed.subarray(-tagBytes))
    const plain = decipher.update(sealed.subarray(nonceBytes, -tagBytes))
    try {
      decipher.final()
      return plain.toString('utf8')
    } finally {
      plain.fill(0)
    }
  } catch {
    return null
  }
}
