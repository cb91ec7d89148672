import { describe, expect, it } from 'vitest'
import { newPassphraseProblem } from './NewPassphraseFields.tsx'

describe('a new passphrase', () => {
  it('has at least ten characters', () => {
    expect(newPassphraseProblem({ passphrase: '123456789', repeated: '123456789' })).toMatchObject({
      passphrase: 'At least 10 characters: 1 more',
    })
    expect(newPassphraseProblem({ passphrase: '1234567890', repeated: '1234567890' })).toBeNull()
  })

  it('is typed twice, the same both times', () => {
    expect(newPassphraseProblem({ passphrase: '1234567890', repeated: '' })).toHaveProperty('repeated')
    expect(newPassphraseProblem({ passphrase: '1234567890', repeated: '1234567890 ' })).toHaveProperty('repeated')
  })
})
