import { describe, expect, it } from 'vitest'
import { passphraseStrength } from './passphraseStrength.ts'

describe('the strength of a passphrase', () => {
  it('tells what is guessed at once from what is not', async () => {
    expect(await passphraseStrength('password1234', [])).toBeLessThan(2)
    expect(await passphraseStrength('meadow lantern copper fjord', [])).toBe(4)
  })

  it('counts the practice’s own name for nothing', async () => {
    const unknown = await passphraseStrength('harbourmoreno', [])
    expect(await passphraseStrength('harbourmoreno', ['Harbour Moreno'])).toBeLessThan(unknown)
  })
})
