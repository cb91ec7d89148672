// A seal of the record: the newest link of the chain at a moment, signed with the vault's own key, as one line of text.
// docs/adr/0003-signature-chain.md specifies it byte by byte. Then its file, and the problems of time stamps of it.
import { fromCrockford, toCrockford } from '../crockford.ts'

/** What a seal was made for. */
export const sealReasons = ['saved', 'patient file', 'time stamp'] as const
export type SealReason = (typeof sealReasons)[number]

/** The two kinds of time stamps: an authority's answer (RFC 3161), and a proof of OpenTimestamps. */
export const stampKinds = ['rfc3161', 'opentimestamps'] as const
export type StampKind = (typeof stampKinds)[number]

/** What a seal states. */
export interface SealStatement {
  /** The newest signature when it was made, from 1. */
  readonly sequence: number
  /** UTC with milliseconds. */
  readonly madeAt: string
  /** The newest signature's, 64 lower-case hex digits: it stands for every signature before it too. */
  readonly fingerprint: string
  /** The vault's Ed25519 key, 32 bytes. */
  readonly publicKey: Uint8Array
}

export interface ReadSeal extends SealStatement {
  /** The bytes that were signed. */
  readonly signed: Uint8Array
  /** 64 bytes. */
  readonly signature: Uint8Array
}

/** `none`: no seal in the text. `newer`: of a later form. `damaged`: characters are missing or mistyped. */
export type SealReading =
  | { readonly ok: true; readonly seal: ReadSeal }
  | { readonly ok: false; readonly problem: 'none' | 'newer' | 'damaged' }

export const sealMark = 'PALPATE-SEAL-1.'
const statementLength = 74
const checkLength = 4
const sealLength = statementLength + 64 + checkLength
const lineLength = Math.ceil((sealLength * 8) / 5)

/** Computes SHA-256 of bytes. The domain has no hash of its own. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array

const hexOf = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
const bytesOfHex = (hex: string) => Uint8Array.from(hex.match(/../gu) ?? [], (digits) => Number.parseInt(digits, 16))
const markBytes = Uint8Array.from(sealMark, (character) => character.charCodeAt(0))
const joined = (...parts: readonly Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => Array.from(part)))

/** The bytes that are signed: the mark in ASCII, then the statement's 74 bytes. */
export function signedBytes({ sequence, madeAt, fingerprint, publicKey }: SealStatement): Uint8Array {
  const head = new DataView(new ArrayBuffer(10))
  head.setUint32(0, sequence)
  const time = Date.parse(madeAt)
  head.setUint16(4, Math.floor(time / 2 ** 32))
  head.setUint32(6, time % 2 ** 32)
  return joined(markBytes, new Uint8Array(head.buffer), bytesOfHex(fingerprint), publicKey)
}

/** The line that carries a seal: {@link sealMark} and 228 characters. */
export function writeSeal(signed: Uint8Array, signature: Uint8Array, sha256: Sha256): string {
  const sealed = joined(signed.slice(sealMark.length), signature)
  return sealMark + toCrockford(joined(sealed, sha256(sealed).slice(0, checkLength)))
}

/**
 * Finds the first seal in a text, whatever stands around it; lines may be broken and indented within it.
 * It does not check the signature.
 */
export function readSeal(text: string, sha256: Sha256): SealReading {
  const found = /PALPATE-\s*SEAL-\s*(\d+)\s*\.([0-9A-Z\s]*)/u.exec(text.toUpperCase())
  if (!found) return { ok: false, problem: 'none' }
  if (found[1] !== '1') return { ok: false, problem: 'newer' }
  const characters = (found[2] ?? '').replaceAll(/\s+/gu, '').slice(0, lineLength)
  const bytes = fromCrockford(characters, sealLength)
  if (!bytes) return { ok: false, problem: 'damaged' }
  const sealed = bytes.slice(0, sealLength - checkLength)
  const check = bytes.slice(sealLength - checkLength)
  if (hexOf(sha256(sealed).slice(0, checkLength)) !== hexOf(check)) return { ok: false, problem: 'damaged' }
  const view = new DataView(sealed.buffer)
  const time = new Date(view.getUint16(4) * 2 ** 32 + view.getUint32(6))
  const sequence = view.getUint32(0)
  if (sequence === 0 || Number.isNaN(time.getTime())) return { ok: false, problem: 'damaged' }
  return {
    ok: true,
    seal: {
      sequence,
      madeAt: time.toISOString(),
      fingerprint: hexOf(sealed.slice(10, 42)),
      publicKey: sealed.slice(42, statementLength),
      signed: joined(markBytes, sealed.slice(0, statementLength)),
      signature: sealed.slice(statementLength),
    },
  }
}

/** A public key in short, to be compared by eye: `XXXX-XXXX-XXXX-XXXX`, the first 80 bits of its SHA-256. */
export const keyWords = (publicKey: Uint8Array, sha256: Sha256): string =>
  (toCrockford(sha256(publicKey).slice(0, 10)).match(/.{4}/gu) ?? []).join('-')

/** The problems that a time stamp can have when it is imported. */
export const stampProblems = [
  'foreign', // neither an authority's answer nor a proof of OpenTimestamps
  'damaged', // it breaks off, or says what it cannot
  'refused', // the authority did not stamp what it was asked to
  'other seal', // it stamps something that is no seal of this vault
  'wrong nonce', // it answers another request
  'no certificate', // the certificate that signed it did not come along
  'not for stamping', // that certificate must not sign time stamps
  'bad signature', // its signature is not the certificate's
  'unknown algorithm', // this version of the app cannot check it
  'pending', // a proof that leads to no block yet: it has to be upgraded first
] as const
export type StampProblem = (typeof stampProblems)[number]

/** The problem of a time stamp. */
export class StampError extends Error {
  readonly problem: StampProblem

  constructor(problem: StampProblem) {
    super(problem)
    this.name = 'StampError'
    this.problem = problem
  }
}

/** The content of a seal's file. Only its line counts; the rest explains it to people. */
interface SealFacts {
  readonly line: string
  readonly sequence: number
  readonly signedAt: string
  readonly fingerprint: string
  readonly madeAt: string
  readonly key: string
}

/** A seal in words, with the line that carries it. Times are UTC; lines end with a line feed. */
export const sealAsText = ({ line, sequence, signedAt, fingerprint, madeAt, key }: SealFacts): string =>
  [
    'A seal of a Palpate record',
    '',
    `Signature ${sequence} of the record, made ${signedAt}`,
    `Fingerprint (SHA-256) ${fingerprint}`,
    `Sealed ${madeAt} with the vault's key ${key}`,
    '',
    'The line below carries the seal. In Palpate, "Check a seal" in the settings tells whether the record still has it.',
    '',
    line,
    '',
  ].join('\n')

/** The same as JSON. */
export const sealAsJson = ({ line, sequence, signedAt, fingerprint, madeAt, key }: SealFacts): string =>
  `${JSON.stringify({ format: 'palpate-seal', version: 1, sequence, signedAt, fingerprint, madeAt, key, line }, null, 2)}\n`
