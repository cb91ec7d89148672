import { array, assert, property, stringMatching } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keepEmptyCells } from './tabbedRows.ts'

describe('rows of a sheet as plain text', () => {
  it('keep the place of an empty cell', () => {
    expect(keepEmptyCells(['\tbefore\tafter', 'left\t\t45', 'right\t30\t', 'Weekly'])).toEqual([
      '(empty) | before | after',
      'left | (empty) | 45',
      'right | 30 | (empty)',
      'Weekly',
    ])
    expect(keepEmptyCells(['left\t\t45'])).toEqual(['left | (empty) | 45'])
  })

  it('have no columns at the end and no rows that are wholly empty', () => {
    expect(keepEmptyCells(['left\t\t45\t', '\t\t\t', 'right\t30\t50\t'])).toEqual([
      'left | (empty) | 45',
      'right | 30 | 50',
    ])
  })

  it.each([
    [['left\t45', 'right\t30']],
    [['\tindented', '\tas well']],
    [['\tindented', 'a heading', '\t\tand further']],
    [['Name:\t', 'Plan']],
    [['', '', 'no tab at all']],
    [['\t']],
  ])('are none in %j', (lines) => {
    expect(keepEmptyCells(lines)).toEqual(lines)
  })

  it('lose no word, whatever stands in them', () => {
    const cell = stringMatching(/^[a-z ]{0,4}$/)
    assert(
      property(array(array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 6 }), (rows) => {
        const words = (lines: readonly string[]) =>
          lines
            .join(' ')
            .replaceAll('(empty)', '')
            .match(/[a-z]+/gu) ?? []
        const lines = rows.map((cells) => cells.join('\t'))
        expect(words(keepEmptyCells(lines))).toEqual(words(lines))
      }),
    )
  })
})
