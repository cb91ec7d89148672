// The recovery code: 140 random bits that people write down, in seven groups that each detect a slip of the pen.
import { alphabet } from '#shared/domain/crockford.ts'
import { latinDigits } from '#shared/domain/text.ts'
import { AppError } from '../appError.ts'

const groupCount = 7
const dataPerGroup = 4
const groupLength = dataPerGroup + 1

/** Random bytes that one code is made from; of the last byte the upper half is used: 17.5 bytes are 140 bits. */
export const recoveryCodeBytes = 18

/** Multiplies by the generator of GF(32), x⁵ + x² + 1. */
const timesGenerator = (value: number) => ((value << 1) ^ (value & 16 ? 0b100101 : 0)) & 31

/**
 * The check value of a group. Each place has its own power of the generator, so every single wrong character and every
 * exchange of two characters changes it; the group's position is mixed in, so exchanged groups are noticed as well.
 */
function checkValue(data: readonly number[], position: number): number {
  return data.reduceRight((sum, value) => timesGenerator(sum ^ value), 0) ^ (position + 1)
}

/**
 * Makes a code from {@link recoveryCodeBytes} random bytes.
 * @returns `XXXXX-XXXXX-…`, seven groups of four characters and a check character
 */
export function recoveryCodeFrom(random: Uint8Array): string {
  if (random.length < recoveryCodeBytes) throw new AppError('INTERNAL')
  const bits = Array.from(random, (byte) => byte.toString(2).padStart(8, '0')).join('')
  const groups = Array.from({ length: groupCount }, (_, position) => {
    const data = Array.from({ length: dataPerGroup }, (__, place) => {
      const start = (position * dataPerGroup + place) * 5
      return Number.parseInt(bits.slice(start, start + 5), 2)
    })
    return [...data, checkValue(data, position)].map((value) => alphabet[value]).join('')
  })
  return groups.join('-')
}

/**
 * Reads a typed code: case, spaces and dashes do not matter; O is 0, I and L are 1.
 * @returns the code as {@link recoveryCodeFrom} writes it
 * @throws AppError MISTYPED_RECOVERY_CODE with the first group (from 1) that does not fit
 */
export function readRecoveryCode(typed: string): string {
  const characters = latinDigits(typed.normalize('NFKC'))
    .toUpperCase()
    .replace(/[\s\p{Dash}\p{Cf}]+/gu, '')
    .replace(/O/gu, '0')
    .replace(/[IL]/gu, '1')
  const symbols = Array.from(characters)
  const groups = Array.from({ length: groupCount }, (_, position) =>
    symbols.slice(position * groupLength, (position + 1) * groupLength),
  )
  groups.forEach((group, position) => {
    const values = group.map((symbol) => alphabet.indexOf(symbol))
    const fits =
      values.length === groupLength &&
      !values.includes(-1) &&
      values.at(-1) === checkValue(values.slice(0, dataPerGroup), position)
    if (!fits) throw new AppError('MISTYPED_RECOVERY_CODE', { group: position + 1 })
  })
  if (symbols.length > groupCount * groupLength) throw new AppError('MISTYPED_RECOVERY_CODE', { group: groupCount })
  return groups.map((group) => group.join('')).join('-')
}
