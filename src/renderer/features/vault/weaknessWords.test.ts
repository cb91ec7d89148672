import { expect, it } from 'vitest'
import { guessingWords, weaknessReason } from './weaknessWords.ts'

it.each([
  [12, 'about 12 tries', 'in less than a minute'],
  [1500, 'about 1,500 tries', 'in about a minute'],
  [16_432, 'about 16,000 tries', 'in about 14 minutes'],
  [80_000, 'about 80,000 tries', 'in about an hour'],
  [999_000, 'about 1,000,000 tries', 'in about 14 hours'],
])('%d guesses are worded with their number and their time, rounded', (guesses, tries, time) => {
  expect(guessingWords(guesses)).toContain(tries)
  expect(guessingWords(guesses)).toContain(time)
})

it('a weakness that has no sentence of its own still has a reason', () => {
  expect(weaknessReason('topTen')).toBe('It is one of the ten most used passwords.')
  expect(weaknessReason('of a later version')).toBe(weaknessReason(null))
})
