import { describe, expect, it } from 'vitest'
import { latinDigits } from './latinDigits.ts'

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
