import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyWords, readSeal, sealMark, signedBytes, writeSeal } from './chainSeal.ts'
import { fromCrockford, toCrockford } from '../crockford.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })

const statements = fc.record({
  sequence: fc.integer({ min: 1, max: 2 ** 32 - 1 }),
  madeAt: fc
    .date({ min: new Date(0), max: new Date('9999-01-01'), noInvalidDate: true })
    .map((time) => time.toISOString()),
  fingerprint: bytes(32).map((some) => Buffer.from(some).toString('hex')),
  publicKey: bytes(32),
})

describe('a seal as a line', () => {
  it('of any statement and signature / is read as it was written, whatever the case and the line breaks', () => {
    fc.assert(
      fc.property(statements, bytes(64), fc.integer({ min: 1, max: 300 }), (statement, signature, width) => {
        const signed = signedBytes(statement)
        const line = writeSeal(signed, signature, sha256)
        expect(line).toHaveLength(sealMark.length + 228)
        const broken =
          line.slice(0, 15) +
          line
            .slice(15)
            .toLowerCase()
            .replaceAll(new RegExp(`.{${width}}`, 'gu'), '$&\n ')
        for (const text of [line, `Seal: ${broken} end`]) {
          expect(readSeal(text, sha256)).toEqual({
            ok: true,
            seal: {
              ...statement,
              publicKey: Uint8Array.from(statement.publicKey),
              signed,
              signature: Uint8Array.from(signature),
            },
          })
        }
      }),
      { numRuns: 200 },
    )
  })

  it('with one character changed to another / is damaged', () => {
    const signed = signedBytes({
      sequence: 17,
      madeAt: '2026-11-23T14:00:00.000Z',
      fingerprint: 'ab'.repeat(32),
      publicKey: new Uint8Array(32).fill(7),
    })
    const line = writeSeal(signed, new Uint8Array(64).fill(9), sha256)
    // The last character has four bits that nothing is written in.
    for (let place = sealMark.length; place < line.length - 1; place++) {
      const other = line[place] === 'Z' ? 'Y' : 'Z'
      const changed = line.slice(0, place) + other + line.slice(place + 1)
      expect(readSeal(changed, sha256)).toEqual({ ok: false, problem: 'damaged' })
    }
    expect(readSeal(line.replaceAll('0', 'O').replaceAll('1', 'l').replace('SEAL-l', 'SEAL-1'), sha256).ok).toBe(true)
  })
})

describe('bytes as letters and digits', () => {
  it('of any length / are read as they were written', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (some) => {
        expect(fromCrockford(toCrockford(some), some.length)).toEqual(Uint8Array.from(some))
      }),
    )
  })

  it('of another length, or with a letter that is not among them / are refused', () => {
    expect(fromCrockford('00', 2)).toBeNull()
    expect(fromCrockford('0U', 1)).toBeNull()
  })

  it('of a key / are four groups of four', () => {
    expect(keyWords(new Uint8Array(32), sha256)).toMatch(/^(\w{4}-){3}\w{4}$/u)
  })
})
