import { array, assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { andWords, countWords, listWords, orWords } from './wordLists.ts'

describe('a list within a line', () => {
  it.each([
    [[], ''],
    [['Foam roller'], 'Foam roller'],
    [['Doorway stretch', '', 'Foam roller'], 'Doorway stretch, Foam roller'],
    [['Heat, 15 min', 'Foam roller'], 'Heat, 15 min; Foam roller'],
    [['Heat, 15 min; dry', 'Foam roller'], 'Heat, 15 min; dry · Foam roller'],
  ])('of %j is "%s"', (items, words) => {
    expect(listWords(items)).toBe(words)
  })

  it.each([
    [[], ''],
    [['4'], '4'],
    [['4', '9'], '4 and 9'],
    [['4', '9', '12'], '4, 9 and 12'],
    [['Heat, 15 min', 'short walks'], 'Heat, 15 min; and short walks'],
    [['heat', 'cat and camel', 'short walks'], 'heat; cat and camel; and short walks'],
  ])('with "and" of %j is "%s"', (items, words) => {
    expect(andWords(items)).toBe(words)
  })

  it('can be taken apart again wherever one of its signs is left', () => {
    const item = string({ unit: 'grapheme-ascii', minLength: 1 }).filter(
      (text) => text.trim() === text && !/[|·]/u.test(text),
    )
    assert(
      property(array(item, { minLength: 2 }), (items) => {
        const words = listWords(items)
        expect([', ', '; ', ' · ', ' | '].some((sign) => words.split(sign).join('\n') === items.join('\n'))).toBe(true)
      }),
    )
  })
})

describe('a choice within a line', () => {
  it.each([
    [['4'], '4'],
    [['4', '9', '12'], '4, 9 or 12'],
    [['Nov 29, 2026', '2026-11-29'], 'Nov 29, 2026; or 2026-11-29'],
  ])('of %j is "%s"', (items, words) => expect(orWords(items)).toBe(words))
})

describe('a count within a line', () => {
  it('of one has no s, and of thousands a comma', () => {
    expect(countWords(1, 'finding')).toBe('1 finding')
    expect(countWords(0, 'finding')).toBe('0 findings')
    expect(countWords(2, 'entry', 'entries')).toBe('2 entries')
    expect(countWords(1021, 'session')).toBe('1,021 sessions')
  })
})
