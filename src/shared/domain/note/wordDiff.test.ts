import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mostDifferences, wordDiff, type DiffPiece } from './wordDiff.ts'

const shown = (pieces: readonly DiffPiece[]) =>
  pieces.map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`)).join('')
const side = (pieces: readonly DiffPiece[], left: 'removed' | 'added') =>
  pieces.flatMap(({ kind, text }) => (kind === 'same' || kind === left ? [text] : [])).join('')

const words = fc.array(
  fc.constantFrom('left', 'right', 'shoulder', 'pain', 'größer', '界', '7', ' ', '\n', ', ', '.'),
  {
    maxLength: 40,
  },
)
const texts = fc.oneof(
  words.map((list) => list.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
)

describe('the differences between two texts', () => {
  it.each([
    ['the same text', 'Weekly.', 'Weekly.', 'Weekly.'],
    [
      'a word changed',
      'Pain in the left shoulder.',
      'Pain in the right shoulder.',
      'Pain in the [-left-]{+right+} shoulder.',
    ],
    ['a word put in', 'Sore since Sunday.', 'Sore again since Sunday.', 'Sore {+again +}since Sunday.'],
    ['a sentence taken out', 'Firm. Left hip warm.', 'Firm.', 'Firm.[- Left hip warm.-]'],
    ['words changed side by side', 'left hip firm', 'right knee firm', '[-left hip-]{+right knee+} firm'],
    [
      'one word for two',
      'Weekly for the hip',
      'Every fortnight for the hip',
      '[-Weekly-]{+Every fortnight+} for the hip',
    ],
    ['a line changed in a list', '• one\n• two', '• one\n• three', '• one\n• [-two-]{+three+}'],
    ['text where there was none', '', 'Weekly.', '{+Weekly.+}'],
    ['text taken out whole', 'Weekly.', '', '[-Weekly.-]'],
    ['two empty texts', '', '', ''],
    ['a number', 'Rotation 45° to 60°', 'Rotation 45° to 65°', 'Rotation 45° to [-60-]{+65+}°'],
  ])('shows %s', (_, before, after, expected) => {
    expect(shown(wordDiff(before, after))).toBe(expected)
  })

  it('lose no letter of either text, whatever they are', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const pieces = wordDiff(before, after)
        expect(side(pieces, 'removed')).toBe(before)
        expect(side(pieces, 'added')).toBe(after)
        expect(pieces.every(({ text }) => text !== '')).toBe(true)
        for (const [index, { kind }] of pieces.entries()) {
          expect(kind).not.toBe(pieces[index + 1]?.kind)
          if (kind === 'added') expect(pieces[index + 1]?.kind ?? 'same').toBe('same')
        }
      }),
      { numRuns: 400 },
    )
  })

  it('are none between a text and itself', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(wordDiff(text, text)).toEqual(text === '' ? [] : [{ kind: 'same', text }])
      }),
    )
  })

  it('are as few as there can be, by words', () => {
    // Words of one letter, with nothing between them that would count as well.
    const many = fc.array(fc.constantFrom('左', '右', '肩', '膝'), { maxLength: 14 })
    fc.assert(
      fc.property(many, many, (one, other) => {
        const pieces = wordDiff(one.join(''), other.join(''))
        const same = pieces.flatMap(({ kind, text }) => (kind === 'same' ? [...text] : []))
        expect(same).toHaveLength(longestCommon(one, other))
      }),
      { numRuns: 500 },
    )
  })

  it('of a long note are found in a moment, and of two that share nothing as one change', () => {
    const long = Array.from({ length: 5000 }, (_, index) => `word${index}`)
    const changed = long.with(17, 'other').toSpliced(3000, 2).with(4000, 'new')
    expect(wordDiff(long.join(' '), changed.join(' ')).filter(({ kind }) => kind !== 'same').length).toBe(5)
    const different = Array.from({ length: mostDifferences }, (_, index) => `else${index}`)
    expect(wordDiff(long.join(' '), different.join(' ')).map(({ kind }) => kind)).toEqual(['removed', 'added'])
  })
})

function longestCommon(one: readonly string[], other: readonly string[]): number {
  const rows = Array.from({ length: one.length + 1 }, () => Array.from({ length: other.length + 1 }, () => 0))
  for (let x = 1; x <= one.length; x++) {
    for (let y = 1; y <= other.length; y++) {
      rows[x]![y] =
        one[x - 1] === other[y - 1] ? rows[x - 1]![y - 1]! + 1 : Math.max(rows[x - 1]![y]!, rows[x]![y - 1]!)
    }
  }
  return rows[one.length]![other.length]!
}
