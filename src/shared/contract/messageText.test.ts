import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textOf, valueOf } from './messageText.ts'

const tooLarge = { ok: false, error: { code: 'TOO_LARGE' } }
const wrong = { ok: false, error: { code: 'VALIDATION' } }

describe('a message as text', () => {
  it('is the same value on the other side, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = textOf(value)
        expect(text.ok && valueOf(text.data)).toEqual({ ok: true, data: JSON.parse(JSON.stringify(value)) as unknown })
      }),
    )
  })

  it('is nothing where nothing is said', () => {
    expect(textOf(undefined)).toEqual({ ok: true, data: 'null' })
  })

  it('is refused for what has no text, and for what is too long for one', () => {
    const circle: { self?: unknown } = {}
    circle.self = circle
    expect(textOf(circle)).toEqual(wrong)
    expect(textOf(1n)).toEqual(wrong)
    expect(textOf('x'.repeat(20_000_000))).toEqual(tooLarge)
    expect(valueOf('x'.repeat(20_000_000))).toEqual(tooLarge)
  })

  it('is refused when it is no text of a value', () => {
    for (const text of ['', '{', 'nonsense', '"\\', '{"a":1,}']) expect(valueOf(text)).toEqual(wrong)
  })

  it('is refused with 700,000 keys, a million and more values, or a depth that nothing of ours has', () => {
    const keys = Object.fromEntries(Array.from({ length: 700_000 }, (_, at) => [`key${at}`, 1]))
    expect(valueOf(JSON.stringify(keys))).toEqual(tooLarge)
    expect(valueOf(`[${'1,'.repeat(1_100_000)}1]`)).toEqual(tooLarge)
    expect(valueOf(`${'['.repeat(300)}${']'.repeat(300)}`)).toEqual(tooLarge)
  })

  it('counts nothing that stands in a text', () => {
    const value = { 'a "quoted" [key]': `\\"${'[{,'.repeat(1000)}\\\\` }
    expect(valueOf(JSON.stringify(value))).toEqual({ ok: true, data: value })
  })

  it('with many small objects in a list is let through', () => {
    const blocks = Array.from({ length: 20_000 }, () => ({ type: 'paragraph', content: [{ type: 'text', text: 'x' }] }))
    expect(valueOf(JSON.stringify(blocks)).ok).toBe(true)
  })
})
