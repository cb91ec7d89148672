import { describe, expect, it } from 'vitest'
import { estimatePassphrase, isWeak, passphraseStrength } from './passphraseStrength.ts'

describe('the strength of a passphrase', () => {
  it('distinguishes what is guessed at once from what is not', async () => {
    expect(await passphraseStrength('password1234', [])).toBeLessThan(2)
    expect(await passphraseStrength('meadow lantern copper fjord', [])).toBe(4)
  })

  it('is weak for what is guessed within a day, with the reason; four unrelated words are not', async () => {
    const common = await estimatePassphrase('password1234', [])
    expect(isWeak(common.strength)).toBe(true)
    expect(common.weakness).toBe('similarToCommon')
    expect(common.guesses).toBeLessThan(1_000_000)
    expect(isWeak(await passphraseStrength('warm stones beside the river', []))).toBe(false)
    expect(isWeak(await passphraseStrength('demo-practice', []))).toBe(false)
  })

  it('counts the practice’s own name for nothing', async () => {
    const unknown = await passphraseStrength('harbourmoreno', [])
    expect(await passphraseStrength('harbourmoreno', ['Harbour Moreno'])).toBeLessThan(unknown)
  })
})
