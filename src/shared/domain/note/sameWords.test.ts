import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mostOrderedWords, samePercent, wordsOf } from './sameWords.ts'

const words = fc.array(fc.constantFrom('pain', 'neck', 'left', 'right', 'after', '7', '3'), { maxLength: 60 })
const percentOf = (one: string, other: string) => samePercent(wordsOf(one), wordsOf(other))

describe('the words of a text', () => {
  it('are without case, accents and punctuation, and keep every figure', () => {
    expect(wordsOf('Café: 7/10 → 3, L5–S1.')).toEqual(['cafe', '7', '10', '3', 'l5', 's1'])
  })

  it('are single letters in a script without spaces', () => {
    expect(wordsOf('首の痛み')).toHaveLength(4)
    expect(wordsOf('боль в шее')).toEqual(['боль', 'в', 'шее'])
  })

  it('are none in a text of spaces and signs', () => {
    expect(wordsOf(' \n… – ')).toEqual([])
  })
})

describe('how much of the same two texts are', () => {
  it('is 100 for the same words, whatever they stand in', () => {
    fc.assert(fc.property(words, (text) => samePercent(text, [...text]) === 100))
    expect(percentOf('Weekly. Doorway stretch!', 'weekly\n• doorway STRETCH')).toBe(100)
  })

  it('is 0 where no word is shared', () => {
    const others = fc.array(fc.constantFrom('calm', 'hip', 'gone'), { minLength: 1, maxLength: 60 })
    fc.assert(fc.property(words, others, (one, other) => samePercent(one, other) === 0))
  })

  it('does not depend on which of the two comes first', () => {
    fc.assert(fc.property(words, words, (one, other) => samePercent(one, other) === samePercent(other, one)))
  })

  it('is 100 for nothing but the same words', () => {
    fc.assert(
      fc.property(words, words, (one, other) => {
        const percent = samePercent(one, other)
        expect(percent).toBeGreaterThanOrEqual(0)
        expect(percent === 100).toBe(one.join(' ') === other.join(' '))
      }),
    )
  })

  it('is what a plain table of the longest common subsequence gives', () => {
    const plainLength = (one: readonly string[], other: readonly string[]) => {
      let row = Array.from<number>({ length: other.length + 1 }).fill(0)
      for (const word of one) {
        const next = [0]
        for (const [at, candidate] of other.entries()) {
          next.push(word === candidate ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0))
        }
        row = next
      }
      return row.at(-1) ?? 0
    }
    fc.assert(
      fc.property(words, words, (one, other) => {
        const all = one.length + other.length
        fc.pre(all > 0)
        const share = Math.ceil((200 * plainLength(one, other)) / all)
        const isSame = one.join(' ') === other.join(' ')
        expect(samePercent(one, other)).toBe(isSame ? 100 : Math.min(99, share))
      }),
    )
  })

  it('falls when words are moved, put in, left out or changed', () => {
    const text = 'pain in the neck since monday after a long drive home'
    expect(percentOf(text, text.replace('monday', 'sunday'))).toBe(91)
    expect(percentOf(text, `${text} again`)).toBe(96)
    expect(percentOf(text, text.split(' ').toReversed().join(' '))).toBeLessThan(30)
  })

  it('is computed for 5,000 words, and for 2 MB of them', () => {
    const some = (count: number, step: number) =>
      Array.from({ length: count }, (_, at) => `w${(at * step * 7919) % 997}`).join(' ')
    expect(percentOf(some(5000, 1), some(5000, 3))).toBe(34)
    expect(percentOf(some(400_000, 1), some(400_000, 3))).toBe(99)
  })

  it('counts words whatever their order where more of them differ than are compared in order', () => {
    const one = Array.from({ length: mostOrderedWords + 1 }, (_, at) => `w${at}`)
    expect(samePercent(one, one.toReversed())).toBe(99)
    expect(samePercent(one, [...one])).toBe(100)
    expect(samePercent(['pain'], one)).toBe(0)
  })
})
