import { describe, expect, it } from 'vitest'
import { fieldText, fieldTextLimit, latinDigits, longText, longTextLimit, wholeNumberOf } from './text.ts'

describe('a field', () => {
  it('takes 500 characters and refuses one more', () => {
    expect(fieldText.parse('a'.repeat(fieldTextLimit))).toHaveLength(500)
    expect(fieldText.safeParse('a'.repeat(fieldTextLimit + 1)).success).toBe(false)
    expect(longText.safeParse('a'.repeat(longTextLimit)).success).toBe(true)
    expect(longText.safeParse('a'.repeat(longTextLimit + 1)).success).toBe(false)
  })

  it('loses the spaces around its text before it is measured', () => {
    expect(fieldText.parse(`  ${'a'.repeat(500)}\n`)).toHaveLength(500)
  })

  it.each(['محمد العلي', 'נועה לוי', '李伟', 'अनीता', '👩🏽‍⚕️ Zoë', 'a\tb'])('takes %s as it is', (text) => {
    expect(fieldText.parse(text)).toBe(text)
  })

  it('refuses what cannot be stored: a NUL and half of a surrogate pair', () => {
    expect(fieldText.safeParse('a\u0000b').success).toBe(false)
    expect(fieldText.safeParse('a\ud800b').success).toBe(false)
  })
})

/** Digits of ten signs, one for each value; some systems of numbers, such as Roman ones, have none. */
const systems = Intl.supportedValuesOf('numberingSystem').flatMap((system) => {
  const { format } = new Intl.NumberFormat('en', { numberingSystem: system, useGrouping: false })
  const digits = Array.from({ length: 10 }, (_, value) => format(value))
  return digits.every((digit) => /^\p{Nd}$/u.test(digit)) ? [[system, digits.join('')] as const] : []
})

describe('digits', () => {
  it('are looked at in dozens of scripts', () => {
    expect(systems.length).toBeGreaterThan(50)
  })

  it.each(systems)('of the system %s are those of Latin', (_, digits) => {
    expect(latinDigits(digits)).toBe('0123456789')
  })

  it('leave all else as it is', () => {
    expect(latinDigits('١٤:٠٥ م, 2 March, m², 6½')).toBe('14:05 م, 2 March, m², 6½')
  })
})

describe('a whole number', () => {
  it.each(systems)('in digits of the system %s / is read', (_, digits) => {
    expect(wholeNumberOf(` ${[...digits].slice(1, 4).join('')} `)).toBe(123)
  })

  it.each(['', 'ten', '6.5', '-3', '5-6', '1234567', '½'])('is not %j', (text) => {
    expect(wholeNumberOf(text)).toBeNull()
  })
})
