import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyDifference, decodeWhole, encodeDifference, encodeWhole } from './versionData.ts'

const bytes = (text: string) => Buffer.from(text, 'utf8')
const pieces = fc.array(
  fc.constantFrom('neck pain ', 'since Monday, ', 'שלום', '👩🏽‍⚕️', 'a', 'b', '{"type":"paragraph"}'),
  {
    maxLength: 60,
  },
)
const texts = pieces.map((all) => bytes(all.join('')))

describe('a version', () => {
  it('is read back as it was, whole or as a difference, whatever it is', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        expect(decodeWhole(encodeWhole(after))).toEqual(after)
        expect(applyDifference(before, encodeDifference(before, after))).toEqual(after)
      }),
    )
  })

  it('is read back when a few places of a long text were changed', () => {
    const long = fc.array(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 200, maxLength: 400 })
    const edits = fc.array(fc.tuple(fc.nat(199), fc.string({ maxLength: 20 })), { maxLength: 6 })
    fc.assert(
      fc.property(long, edits, (words, changes) => {
        const changed = words.map((word, at) => changes.find(([place]) => place === at)?.[1] ?? word)
        const [before, after] = [bytes(words.join(' ')), bytes(changed.join(' '))]
        expect(applyDifference(before, encodeDifference(before, after))).toEqual(after)
      }),
    )
  })

  it('is a few bytes where two words of a long text were changed, far apart', () => {
    const words = Array.from({ length: 5000 }, (_, at) => `word${at}`)
    const changed = words.with(40, 'neck').with(4900, 'shoulder')
    const difference = encodeDifference(bytes(words.join(' ')), bytes(changed.join(' ')))
    expect(difference.length).toBeLessThan(60)
  })

  it('is refused when it does not fit the text before', () => {
    const difference = encodeDifference(bytes('The neck is stiff today.'), bytes('The neck is free today.'))
    expect(() => applyDifference(bytes('Short'), difference)).toThrow(RangeError)
    expect(() => applyDifference(bytes('Short'), Buffer.from([255, 255]))).toThrow(RangeError)
    expect(() => decodeWhole(Buffer.from([9, 1, 2]))).toThrow(RangeError)
  })
})
