// Reads a proof of OpenTimestamps without a network: that it begins with our digest, and which Merkle root of which
// block of Bitcoin it leads to. Whether that block has this root has to be looked up elsewhere.
import { createHash } from 'node:crypto'
import { StampError } from '#shared/domain/record/chainSeal.ts'

export interface BlockchainStamp {
  /** SHA-256 of what was stamped, hexadecimal. */
  readonly digest: string
  /** Merkle roots are written as block explorers write them. */
  readonly blocks: readonly { readonly height: number; readonly merkleRoot: string }[]
  /** Calendars that still have to put it into a block. */
  readonly pending: number
}

const magic = Buffer.from('004f70656e54696d657374616d7073000050726f6f6600bf89e2e884e89294', 'hex')
const bitcoin = '0588960d73d71901'
const pendingTag = '83dfe30d2ef90c8e'
const sha256Op = 0x08
const longestMessage = 4096
const longestWay = 500
/** Steps on all ways together: a real proof has some hundred, and a file of a megabyte has room for a million. */
const mostSteps = 10_000

/** The attestations found so far. */
interface Found {
  readonly blocks: { height: number; merkleRoot: string }[]
  pending: number
  steps: number
}

const hashOps: Readonly<Record<number, string>> = { 0x02: 'sha1', 0x03: 'ripemd160', [sha256Op]: 'sha256' }

export const looksLikeBlockchainStamp = (file: Uint8Array): boolean =>
  magic.equals(Buffer.from(file.subarray(0, magic.length)))

/** Reads bytes from front to back. */
class Reader {
  #at = 0
  readonly #bytes: Buffer

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  take(length: number): Buffer {
    const taken = this.#bytes.subarray(this.#at, this.#at + length)
    if (taken.length !== length) throw new StampError('damaged')
    this.#at += length
    return taken
  }

  byte(): number {
    return this.take(1)[0] ?? 0
  }

  /** Seven bits a byte, the lowest first. */
  number(): number {
    let value = 0
    for (let place = 1; place <= 2 ** 35; place *= 128) {
      const byte = this.byte()
      value += (byte & 127) * place
      if (byte < 128) return value
    }
    throw new StampError('damaged')
  }

  counted(): Buffer {
    const length = this.number()
    if (length > longestMessage) throw new StampError('damaged')
    return this.take(length)
  }

  get isAtEnd(): boolean {
    return this.#at === this.#bytes.length
  }
}

/** @throws StampError `damaged`, or `unknown algorithm` for a step that this version cannot do */
export function readBlockchainStamp(file: Uint8Array): BlockchainStamp {
  const reader = new Reader(Buffer.from(file))
  reader.take(magic.length)
  if (reader.number() !== 1) throw new StampError('unknown algorithm')
  if (reader.byte() !== sha256Op) throw new StampError('unknown algorithm')
  const digest = reader.take(32)
  const found: Found = { blocks: [], pending: 0, steps: 0 }
  follow(reader, digest, found, longestWay)
  if (!reader.isAtEnd) throw new StampError('damaged')
  const { blocks, pending } = found
  return { digest: digest.toString('hex'), blocks, pending }
}

/** Follows every path from a message to its attestations. */
function follow(reader: Reader, message: Buffer, found: Found, left: number): void {
  if (left === 0) throw new StampError('damaged')
  let tag = reader.byte()
  // A fork: each path but the last begins with this byte.
  while (tag === 0xff) {
    step(reader, reader.byte(), message, found, left)
    tag = reader.byte()
  }
  step(reader, tag, message, found, left)
}

function step(reader: Reader, tag: number, message: Buffer, found: Found, left: number): void {
  found.steps += 1
  if (found.steps > mostSteps) throw new StampError('damaged')
  if (tag === 0x00) attest(reader, message, found)
  else follow(reader, changed(reader, tag, message), found, left - 1)
}

function attest(reader: Reader, message: Buffer, found: Found): void {
  const tag = reader.take(8).toString('hex')
  const payload = new Reader(reader.counted())
  if (tag === pendingTag) found.pending += 1
  if (tag !== bitcoin) return
  if (message.length !== 32) throw new StampError('damaged')
  found.blocks.push({ height: payload.number(), merkleRoot: Buffer.from(message.toReversed()).toString('hex') })
}

function changed(reader: Reader, tag: number, message: Buffer): Buffer {
  const next = () => {
    if (tag === 0xf0) return Buffer.concat([message, reader.counted()])
    if (tag === 0xf1) return Buffer.concat([reader.counted(), message])
    if (tag === 0xf2) return Buffer.from(message.toReversed())
    if (tag === 0xf3) return Buffer.from(message.toString('hex'), 'ascii')
    const hash = hashOps[tag]
    if (hash === undefined) throw new StampError('unknown algorithm')
    try {
      return createHash(hash).update(message).digest()
    } catch {
      // Not every build of OpenSSL still has the oldest of them.
      throw new StampError('unknown algorithm')
    }
  }
  const result = next()
  if (result.length > longestMessage) throw new StampError('damaged')
  return result
}
