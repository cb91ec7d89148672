// The form of a seal as the decision record publishes it: its example was made by other programs.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createRepositories } from '#main/database/repositories/repositories.ts'
import { digestOfLine, sha256 } from '#main/services/signing/chainSeals.ts'
import { isSignedBy, sealKeyOf } from '#main/services/signing/sealKey.ts'
import { keyWords, readSeal, sealMark, signedBytes, writeSeal } from '#shared/domain/record/chainSeal.ts'
import { practiceUnderTest } from '../fixtures/practiceUnderTest.ts'

const adr = readFileSync(new URL('../../docs/adr/0003-signature-chain.md', import.meta.url), 'utf8')

describe('the published example of a seal', () => {
  it('is what this version writes with the same key, and is read back', () => {
    const example = adr.slice(adr.indexOf('### An example of a seal'))
    const [line = ''] = /PALPATE-SEAL-1\.\w{228}/u.exec(example) ?? []
    const practice = practiceUnderTest()
    let next = 0
    const randomBytes = (count: number) => Uint8Array.from({ length: count }, () => next++)
    const repositories = createRepositories(practice.database)
    const key = sealKeyOf(repositories, { ...practice.surroundings, randomBytes })
    const signed = signedBytes({
      sequence: 2,
      madeAt: '2026-11-23T16:00:00.000Z',
      fingerprint: 'f59dbcf4ec56ca1139bcbc7ea3bd92572b7cb6563c57b9ee2e2234e73f3ac062',
      publicKey: key.publicKey,
    })
    expect(writeSeal(signed, key.sign(signed), sha256)).toBe(line)
    expect(example).toContain(Buffer.from(signed).subarray(sealMark.length).toString('hex'))
    expect(example).toContain(keyWords(key.publicKey, sha256))
    expect(example).toContain(digestOfLine(line))
    const reading = readSeal(line, sha256)
    expect(reading).toMatchObject({ ok: true, seal: { sequence: 2, madeAt: '2026-11-23T16:00:00.000Z' } })
    if (reading.ok) {
      const { publicKey, signature } = reading.seal
      expect(isSignedBy(publicKey, reading.seal.signed, signature)).toBe(true)
      const other = Uint8Array.from(reading.seal.signed, (byte, place) => (place === 20 ? byte ^ 1 : byte))
      expect(isSignedBy(publicKey, other, signature)).toBe(false)
    }
    practice.remove()
  })
})
