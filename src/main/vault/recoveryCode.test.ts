import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppError } from '../appError.ts'
import { readRecoveryCode, recoveryCodeBytes, recoveryCodeFrom } from './recoveryCode.ts'

const random = fc.uint8Array({ minLength: recoveryCodeBytes, maxLength: recoveryCodeBytes })
const code = random.map(recoveryCodeFrom)
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The group that is refused, 0 when the code is taken. */
function refusedGroup(typed: string): number {
  try {
    readRecoveryCode(typed)
    return 0
  } catch (error) {
    if (error instanceof AppError && error.code === 'MISTYPED_RECOVERY_CODE') return error.details?.group ?? -1
    throw error
  }
}

const replaced = (text: string, at: number, by: string) => text.slice(0, at) + by + text.slice(at + 1)

describe('a recovery code', () => {
  test('typed in digits of another script / is read', () => {
    const arabic = (text: string) => text.replace(/\d/gu, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)] ?? '')
    fc.assert(fc.property(code, (text) => readRecoveryCode(arabic(text)) === readRecoveryCode(text)))
  })

  test('has seven groups of five characters', () => {
    fc.assert(fc.property(code, (text) => /^([0-9A-HJKMNP-TV-Z]{5}-){6}[0-9A-HJKMNP-TV-Z]{5}$/u.test(text)))
  })

  test('carries all 140 bits: each of them changes the code', () => {
    const bytes = Uint8Array.from({ length: recoveryCodeBytes }, (_, index) => index * 13)
    const codes = Array.from({ length: 140 }, (_, bit) => {
      const flipped = bytes.with(bit >> 3, (bytes[bit >> 3] ?? 0) ^ (128 >> (bit & 7)))
      return recoveryCodeFrom(flipped)
    })
    expect(new Set([...codes, recoveryCodeFrom(bytes)]).size).toBe(141)
  })

  test('is not made from too few random bytes', () => {
    expect(() => recoveryCodeFrom(new Uint8Array(recoveryCodeBytes - 1))).toThrow(AppError)
  })
})

describe('reading a typed code', () => {
  test('takes small letters, missing and extra spaces and dashes, and the letters that look like digits', () => {
    const careless = fc.array(fc.constantFrom('', ' ', '-', ' – ', '\n', '\u00a0', '\u00ad'), {
      minLength: 42,
      maxLength: 42,
    })
    fc.assert(
      fc.property(code, careless, fc.boolean(), (text, between, isLower) => {
        const letters = Array.from(text.replaceAll('-', ''), (letter, index) =>
          letter === '0' ? 'O' : letter === '1' ? (index % 2 ? 'I' : 'l') : letter,
        )
        const typed = letters.map((letter, index) => letter + (between[index] ?? '')).join('')
        expect(readRecoveryCode(isLower ? typed.toLowerCase() : typed)).toBe(text)
      }),
    )
  })

  test('names the group of any single wrong character', () => {
    fc.assert(
      fc.property(code, fc.nat(34), fc.constantFrom(...alphabet), (text, at, letter) => {
        const group = Math.floor(at / 5)
        const typed = replaced(text, at + group, letter)
        expect(refusedGroup(typed)).toBe(typed === text ? 0 : group + 1)
      }),
    )
  })

  test('notices any two characters of a group that changed places', () => {
    fc.assert(
      fc.property(code, fc.nat(6), fc.nat(4), fc.nat(4), (text, group, a, b) => {
        const [at, bt] = [group * 6 + a, group * 6 + b]
        const typed = replaced(replaced(text, at, text.charAt(bt)), bt, text.charAt(at))
        expect(refusedGroup(typed)).toBe(typed === text ? 0 : group + 1)
      }),
    )
  })

  test('notices any two groups that changed places', () => {
    fc.assert(
      fc.property(code, fc.nat(6), fc.nat(6), (text, a, b) => {
        const groups = text.split('-')
        const swapped = groups.with(a, groups[b] ?? '').with(b, groups[a] ?? '')
        expect(refusedGroup(swapped.join('-'))).toBe(a === b ? 0 : Math.min(a, b) + 1)
      }),
    )
  })

  test('names the group where a character is missing, too many, or none of the alphabet', () => {
    const text = recoveryCodeFrom(Uint8Array.from({ length: recoveryCodeBytes }, (_, index) => index * 31 + 5))
    expect(refusedGroup(text.slice(0, -1))).toBe(7)
    expect(refusedGroup(text.slice(0, 6))).toBe(2)
    expect(refusedGroup('')).toBe(1)
    expect(refusedGroup(`${text}7`)).toBe(7)
    expect(refusedGroup(replaced(text, 13, 'U'))).toBe(3)
    expect(refusedGroup(replaced(text, 13, '🙂'))).toBe(3)
  })

  test('never accepts noise as it is and never fails in another way', () => {
    fc.assert(fc.property(fc.string({ maxLength: 200, unit: 'binary' }), (typed) => refusedGroup(typed) > 0))
  })
})
