import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isTooLarge } from './payloadSize.ts'

describe('the size of a message', () => {
  it('lets a note of two million characters through', () => {
    expect(isTooLarge({ document: { content: [{ text: 'x'.repeat(2_000_000) }] } })).toBe(false)
  })

  it('stops 50 MB of text, in one piece or in many', () => {
    expect(isTooLarge({ text: 'x'.repeat(50_000_000) })).toBe(true)
    expect(isTooLarge(Array.from({ length: 50_000 }, () => 'x'.repeat(1000)))).toBe(true)
  })

  it('stops 50 MB of bytes', () => {
    expect(isTooLarge({ bytes: new Uint8Array(50_000_000) })).toBe(true)
  })

  it('stops a message whose keys are the load', () => {
    expect(isTooLarge({ ['k'.repeat(20_000_000)]: 1 })).toBe(true)
  })

  it('stops a value that is nested deeper than any of ours, without overflowing', () => {
    let nested: unknown = 1
    for (let depth = 0; depth < 100_000; depth++) nested = [nested]
    expect(isTooLarge(nested)).toBe(true)
  })

  it('never throws, whatever the value', () => {
    fc.assert(
      fc.property(
        fc.anything({ withMap: true, withSet: true, withTypedArray: true }),
        (value) => typeof isTooLarge(value) === 'boolean',
      ),
    )
  })
})
