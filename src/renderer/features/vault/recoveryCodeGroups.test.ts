import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  codeCompleteness,
  checkGroup,
  codeGroups,
  groupedCode,
  groupRange,
  groupToCheck,
} from './recoveryCodeGroups.ts'

const code = 'ABCDE-FGHJK-MNPQR-STVWX-01234-56789-ABCDE'

describe('a recovery code that is being typed', () => {
  it('shows its groups, whatever the case and the spaces', () => {
    expect(groupedCode('abcdef', 6)).toEqual({ text: 'ABCDE-F', caret: 7 })
    expect(groupedCode(' ab cde—fgh', 11)).toEqual({ text: 'ABCDE-FGH', caret: 9 })
  })

  it('keeps the caret where the typing was', () => {
    expect(groupedCode('ABXCDE-FG', 3)).toEqual({ text: 'ABXCD-EFG', caret: 3 })
    expect(groupedCode('ABCDE', 5)).toEqual({ text: 'ABCDE', caret: 5 })
  })

  it('is whole after seven groups', () => {
    expect(codeCompleteness(code)).toBe('complete')
    expect(codeCompleteness(code.slice(0, -1))).toBe('partial')
    expect(codeCompleteness(`${code}F`)).toBe('too long')
  })

  it('can have one group selected', () => {
    expect(code.slice(...groupRange(3))).toBe('MNPQR')
    expect(code.slice(...groupRange(7))).toBe('ABCDE')
  })

  it('does not change when it is grouped again, and the caret stays inside', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.nat(60), (typed, caret) => {
        const grouped = groupedCode(typed, caret)
        expect(codeGroups(grouped.text)).toEqual(codeGroups(typed))
        expect(groupedCode(grouped.text, 0).text).toBe(grouped.text)
        expect(grouped.caret).toBeLessThanOrEqual(grouped.text.length)
        expect(grouped.caret).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

describe('one group of the code, typed from the paper', () => {
  const written = '0123A-4567B-89ABC-CDEFG-HJKMN-PQRST-VWXYZ'

  it.each([
    ['0123A', 1, 'right'],
    [' o1 23-a ', 1, 'right'],
    ['OI23A', 1, 'right'],
    ['vwxyz', 7, 'right'],
    ['4567B', 1, 'another group'],
    ['0123B', 1, 'wrong'],
    ['0123', 1, 'wrong'],
    [' - ', 1, 'empty'],
    [written, 1, 'whole code'],
    ['0123A 4567B', 1, 'whole code'],
  ] as const)('“%s” for group %d is %s', (typed, group, found) => {
    expect(checkGroup(written, group, typed)).toBe(found)
  })

  it('is any of the seven', () => {
    expect([0, 1 / 7, 0.5, 0.999_999].map(groupToCheck)).toEqual([1, 2, 4, 7])
  })
})
