import { describe, expect, it } from 'vitest'
import { errorCodes } from '#shared/contract/errors.ts'
import { isLasting } from './autosave.ts'
import { leftUnsavedWords, notSavedWords } from './refusalWords.ts'

describe('the words for a save that was refused', () => {
  it.each(errorCodes)('with %s / say that it is tried again exactly where it is', (code) => {
    const isRetried = !isLasting(code)
    expect(notSavedWords(code).includes('Trying again')).toBe(isRetried)
    expect(leftUnsavedWords(code).includes('tries again by itself')).toBe(isRetried)
  })

  it('say what to do where trying again does not help', () => {
    expect(notSavedWords('SIGNED')).toBe(
      'Not saved: the note is already signed. Copy what you wrote, and add it as an addendum. It stays here until you leave this screen.',
    )
    expect(notSavedWords('NOT_FOUND')).toBe(
      'Not saved: the session is no longer there. Copy what you wrote. It stays here until you leave this screen.',
    )
    expect(leftUnsavedWords('NOT_FOUND')).toBe(
      'Your last changes in the session could not be saved: the session is no longer there. They are lost; what was saved before is safe.',
    )
  })
})
