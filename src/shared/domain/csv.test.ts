import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { csvRow } from './csv.ts'

/** The cells of one line, as a spreadsheet reads them that takes this character for the end of a cell. */
function cellsOf(line: string, separator: string): string[] {
  const cells = ['']
  let isQuoted = false
  for (let at = 0; at < line.length; at += 1) {
    const character = line[at] ?? ''
    const last = cells.length - 1
    if (isQuoted && character === '"' && line[at + 1] === '"') {
      cells[last] += '"'
      at += 1
    } else if (character === '"' && (isQuoted || cells[last] === '')) isQuoted = !isQuoted
    else if (!isQuoted && [separator, '\n', '\r'].includes(character)) cells.push('')
    else cells[last] += character
  }
  return cells
}

const runs = (cell: string) => /^[\s\p{Cf}]*[=+\-@＝＋－＠]/u.test(cell)

describe('a line of a table for spreadsheets', () => {
  it.each([
    '=1',
    '+1',
    '-1',
    '@A',
    ' =1',
    '\u00a0=1',
    '\u200e=1',
    '＝1',
    '\t=1',
    'a;=1',
    'a;"=1',
    'a|-1',
    'a\t+1',
    '"=1',
    '"";=1',
  ])('with %j / begins no cell with a formula, whatever ends a cell', (text) => {
    for (const separator of [',', ';', '\t', '|']) {
      expect(cellsOf(csvRow(['1', text, 'b']), separator).filter(runs)).toEqual([])
    }
  })

  it('of any text / begins no cell with a formula, whatever ends a cell', () => {
    const text = fc.string({
      unit: fc.constantFrom('=', '+', '-', '@', ';', ',', '|', '\t', '\n', '"', "'", ' ', 'a', '＝'),
    })
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(',', ';', '\t', '|'),
        (cells, separator) => {
          expect(cellsOf(csvRow(cells), separator).filter(runs)).toEqual([])
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('of ordinary names and days / has them as they are', () => {
    expect(csvRow(['1448-G2MB', 'Anne-Marie O’Neil', '2036-11-20', 7, null])).toBe(
      '1448-G2MB,Anne-Marie O’Neil,2036-11-20,7,\r\n',
    )
  })
})
