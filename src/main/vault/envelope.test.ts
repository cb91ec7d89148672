import { createHash, randomBytes } from 'node:crypto'
import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { AppError } from '../appError.ts'
import {
  envelopeOf,
  openWithPassphrase,
  openWithRecoveryCode,
  passphraseSlotFor,
  readEnvelope,
  recoverySlotFor,
  writeEnvelope,
  type Envelope,
} from './envelope.ts'
import { leastCost } from './costOfTry.ts'
import { argon2Cost } from './keyDerivation.ts'

const vaultId = '01900000-0000-7000-8000-0000000000aa'
const key = randomBytes(32)
const cost = { memoryKiB: 64, iterations: 1, parallelism: 1 }
const code = 'AAAAA-BBBBB-CCCCC-DDDDD-EEEEE-FFFFF-GGGGG'
const passphrase = 'correct horse battery'

let envelope: Envelope
beforeAll(async () => {
  envelope = envelopeOf(
    vaultId,
    await passphraseSlotFor(vaultId, key, passphrase, cost, randomBytes),
    recoverySlotFor(vaultId, key, code, randomBytes),
  )
})

/** An envelope file with any content and a checksum that fits it: what somebody writes who knows the format. */
const forged = (content: object) => {
  const checksum = createHash('sha256')
    .update(canonicalize(content) ?? '')
    .digest('hex')
  return JSON.stringify({ ...content, checksum })
}

const codeOf = async (run: () => unknown) => {
  try {
    await run()
    return 'opened'
  } catch (error) {
    return error instanceof AppError ? error.code : error
  }
}

/** Every path to a string or number inside. */
function leaves(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([name, inner]) => leaves(inner, [...path, name]))
}

/** A copy with the leaf at the path replaced. */
function withLeaf(value: unknown, path: readonly string[], change: (leaf: unknown) => unknown): unknown {
  const [name, ...rest] = path
  if (name === undefined) return change(value)
  const object = value as Record<string, unknown>
  return { ...object, [name]: withLeaf(object[name], rest, change) }
}

describe('an envelope', () => {
  test('gives its key back for the passphrase and for the recovery code', async () => {
    const read = readEnvelope(writeEnvelope(envelope))
    expect(read).toEqual(envelope)
    expect(await openWithPassphrase(envelope, passphrase)).toEqual(key)
    expect(openWithRecoveryCode(envelope, code)).toEqual(key)
  })

  test('refuses another passphrase and another code, each by its own name', async () => {
    expect(await codeOf(() => openWithPassphrase(envelope, 'correct horse batterz'))).toBe('WRONG_PASSPHRASE')
    expect(await codeOf(() => openWithRecoveryCode(envelope, code.replace('A', 'B')))).toBe('WRONG_RECOVERY_CODE')
  })

  test('takes a passphrase however its accents and widths were typed', async () => {
    const slot = await passphraseSlotFor(vaultId, key, 'e\u0301te\u0301 ＡＢＣ ﬁn', cost, randomBytes)
    const typedOtherwise = '\u00e9t\u00e9 ABC fin'
    expect(await openWithPassphrase({ ...envelope, passphrase: slot }, typedOtherwise)).toEqual(key)
  })

  test('never holds the key or the passphrase itself', () => {
    const text = writeEnvelope(envelope)
    expect(text).not.toContain(key.toString('hex'))
    expect(text).not.toContain(key.toString('base64'))
    expect(text).not.toContain(passphrase)
  })

  test('is wrapped anew each time: salt, nonce and result differ for the same passphrase', async () => {
    const again = await passphraseSlotFor(vaultId, key, passphrase, cost, randomBytes)
    expect(again.derivation.salt).not.toBe(envelope.passphrase.derivation.salt)
    expect(again.nonce).not.toBe(envelope.passphrase.nonce)
    expect(again.wrappedKey).not.toBe(envelope.passphrase.wrappedKey)
  })
})

describe('a damaged envelope file', () => {
  test('is noticed whichever byte was changed', () => {
    const bytes = Buffer.from(writeEnvelope(envelope))
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const changed = Buffer.from(bytes)
        changed[at] = (changed[at] ?? 0) ^ flip
        const read = readEnvelope(changed.toString('utf8'))
        // White space between the fields is not content.
        if (read !== null) expect(read).toEqual(envelope)
        const isSpace =
          bytes
            .subarray(at, at + 1)
            .toString()
            .trim() === ''
        if (!isSpace) expect(read).toBeNull()
      }),
      { numRuns: 2000 },
    )
  })

  test('is noticed wherever it was cut off', () => {
    const text = writeEnvelope(envelope)
    for (let length = 0; length < text.length - 2; length += 1) expect(readEnvelope(text.slice(0, length))).toBeNull()
  })

  test('is noticed with anything at all in its place', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => readEnvelope(text) === null))
  })
})

describe('a forged envelope, its checksum made to fit', () => {
  // The one that is opened must refuse; the other slot is not touched by the forgery.
  test('opens with no field changed: the tag covers the header, the derivation and the wrapped key', async () => {
    const paths = leaves(envelope).filter((path) => !['format', 'version'].includes(path[0] ?? ''))
    expect(paths).toContainEqual(['vaultId'])
    expect(paths).toContainEqual(['passphrase', 'derivation', 'memoryKiB'])
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), fc.nat(35), async (path, at) => {
        const content = withLeaf(envelope, path, (leaf) => {
          if (typeof leaf === 'number') return leaf + 1 + at
          const text = String(leaf)
          const place = at % text.length
          const next = text[place] === '-' ? '-' : ((Number.parseInt(text[place] ?? '', 16) + 1) % 16).toString(16)
          return text.slice(0, place) + next + text.slice(place + 1)
        }) as Envelope
        if (JSON.stringify(content) === JSON.stringify(envelope)) return
        const read = readEnvelope(forged(content))
        if (read === null) return
        if (path[0] !== 'recovery') expect(await codeOf(() => openWithPassphrase(read, passphrase))).not.toBe('opened')
        if (path[0] !== 'passphrase') expect(await codeOf(() => openWithRecoveryCode(read, code))).not.toBe('opened')
      }),
      { numRuns: 400 },
    )
  })

  test('does not open with the slots of another vault that has the same passphrase', async () => {
    const otherId = '01900000-0000-7000-8000-0000000000bb'
    const other = await passphraseSlotFor(otherId, randomBytes(32), passphrase, cost, randomBytes)
    expect(await codeOf(() => openWithPassphrase({ ...envelope, passphrase: other }, passphrase))).toBe(
      'WRONG_PASSPHRASE',
    )
  })

  test.each([
    ['more than 1 GiB of memory', { memoryKiB: 1_048_577 }],
    ['more than 20 passes', { iterations: 21 }],
    ['no pass at all', { iterations: 0 }],
    ['too many lanes', { parallelism: 5 }],
    ['another algorithm', { name: 'md5' }],
    ['a field that nobody knows', { secret: 'x' }],
  ])('cannot ask for %s', (_, change) => {
    const { passphrase: slot } = envelope
    const content = { ...envelope, passphrase: { ...slot, derivation: { ...slot.derivation, ...change } } }
    expect(readEnvelope(forged(content))).toBeNull()
  })

  test('of a newer version is said to come from the future, not to be damaged', async () => {
    expect(await codeOf(() => readEnvelope(forged({ ...envelope, version: 2, more: true })))).toBe('DB_FROM_FUTURE')
  })
})

test('what new envelopes cost is within the bounds and at least what RFC 9106 asks for', () => {
  expect(argon2Cost.parse(leastCost)).toEqual({ memoryKiB: 64 * 1024, iterations: 3, parallelism: 1 })
})
