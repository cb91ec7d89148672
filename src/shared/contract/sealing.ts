// Seals the messages between a page and the services, so that the process between them cannot read them. Both
// sides agree on a key for each load of a page: ECDH on P-256, HKDF-SHA-256, then AES-256-GCM for every message. This is the
// page's half, by WebCrypto; the services' is `services/process/pageSeal.ts`.
import type { Result } from './errors.ts'

/** The channel on which a page and the services agree; no operation of the contract. */
export const agreeChannel = 'bridge:agree'

/** What a page sends on a channel of the services. All but `sealed` can be read by main. */
export interface SealedRequest {
  /** Counts the page's messages from 1, always upwards. */
  readonly number: number
  /** The session that is written in, null for none. The services check that it is true. */
  readonly sessionId: string | null
  /** Nonce, then the input with its tag. */
  readonly sealed: Uint8Array
}

/**
 * What a page gets: a sealed {@link Result}; an error of the processes in between; or that the services have no key of
 * this page, because they were restarted after it had agreed on one.
 */
export type PageReply = { readonly sealed: Uint8Array } | Result<never> | { readonly agreeAnew: true }

// WebCrypto as far as it is used here. It is the same in a page and in Node, but no library of types has it for both.
interface OpaqueKey {
  readonly type: string
}
interface Named {
  readonly name: string
}
interface Subtle {
  generateKey(
    kind: object,
    isExtractable: boolean,
    uses: string[],
  ): Promise<{ publicKey: OpaqueKey; privateKey: OpaqueKey }>
  exportKey(format: 'raw', key: OpaqueKey): Promise<ArrayBuffer>
  importKey(
    format: 'raw',
    bytes: Uint8Array,
    kind: object | string,
    isExtractable: boolean,
    uses: string[],
  ): Promise<OpaqueKey>
  deriveBits(kind: Named & { public: OpaqueKey }, key: OpaqueKey, bits: number): Promise<ArrayBuffer>
  deriveKey(kind: object, key: OpaqueKey, derived: object, isExtractable: boolean, uses: string[]): Promise<OpaqueKey>
  encrypt(kind: object, key: OpaqueKey, bytes: Uint8Array): Promise<ArrayBuffer>
  decrypt(kind: object, key: OpaqueKey, bytes: Uint8Array): Promise<ArrayBuffer>
}
declare const crypto: { readonly subtle: Subtle; getRandomValues(bytes: Uint8Array): Uint8Array }
declare const TextEncoder: new () => { encode(text: string): Uint8Array }
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string }

const curve = { name: 'ECDH', namedCurve: 'P-256' }
const cipher = { name: 'AES-GCM', length: 256 }
/** The purpose of the agreed key. A later form of the seal has another one. */
export const purpose = 'palpate page and services 1'
export const keyBytes = 32
export const saltBytes = 32
export const nonceBytes = 12
export const tagBytes = 16

/** One side's keys for one agreement. */
export interface AgreementKeys {
  /** 65 bytes, for the other side. */
  readonly publicKey: Uint8Array
  readonly privateKey: OpaqueKey
}

/** The key of one page load. It cannot be exported. */
export type ChannelKey = OpaqueKey

/** New keys for one agreement. */
export async function newAgreementKeys(): Promise<AgreementKeys> {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(curve, false, ['deriveBits'])
  return { publicKey: new Uint8Array(await crypto.subtle.exportKey('raw', publicKey)), privateKey }
}

/**
 * The key that both sides compute.
 * @param theirs the other side's public key
 * @param publicKeys both public keys in an order that both sides know: the page's, then the services'
 * @throws when `theirs` is no point on the curve
 */
export async function agreedKey(
  { privateKey }: AgreementKeys,
  theirs: Uint8Array,
  publicKeys: readonly [page: Uint8Array, services: Uint8Array],
): Promise<ChannelKey> {
  const theirKey = await crypto.subtle.importKey('raw', theirs, curve, false, [])
  const shared = new Uint8Array(await crypto.subtle.deriveBits({ name: 'ECDH', public: theirKey }, privateKey, 256))
  const material = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey'])
  shared.fill(0)
  const info = joined(bytesOf(purpose), ...publicKeys)
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(saltBytes), info }
  return crypto.subtle.deriveKey(derivation, material, cipher, false, ['encrypt', 'decrypt'])
}

/** What a request is bound to: its sealed text does not open in another message. */
export const requestBinding = (channel: string, { number, sessionId }: Omit<SealedRequest, 'sealed'>): string =>
  JSON.stringify(['request', channel, number, sessionId])

/** The same for the answer to the request of that number. */
export const answerBinding = (channel: string, number: number): string => JSON.stringify(['answer', channel, number])

/** Seals a text with a fresh nonce. @param binding what it is bound to */
export async function seal(key: ChannelKey, text: string, binding: string): Promise<Uint8Array> {
  const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes))
  const plain = bytesOf(text)
  const kind = { name: cipher.name, iv: nonce, additionalData: bytesOf(binding) }
  const sealed = await crypto.subtle.encrypt(kind, key, plain)
  plain.fill(0)
  return joined(nonce, new Uint8Array(sealed))
}

/** Opens what {@link seal} made. @throws when the key, the binding or a single bit differs */
export async function unseal(key: ChannelKey, sealed: Uint8Array, binding: string): Promise<string> {
  const kind = { name: cipher.name, iv: sealed.subarray(0, nonceBytes), additionalData: bytesOf(binding) }
  const plain = new Uint8Array(await crypto.subtle.decrypt(kind, key, sealed.subarray(nonceBytes)))
  const text = new TextDecoder().decode(plain)
  plain.fill(0)
  return text
}

const bytesOf = (text: string) => new TextEncoder().encode(text)

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
