// Why a passphrase is weak, and what it takes to guess it, in words. Facts only, without alarm.
import { numberWords } from '#shared/domain/wordLists.ts'

const reasons: Readonly<Record<string, string>> = {
  straightRow: 'It is a row of keys on the keyboard.',
  keyPattern: 'It is a short pattern on the keyboard.',
  simpleRepeat: 'It repeats the same character.',
  extendedRepeat: 'It repeats the same few characters.',
  sequences: 'It is a sequence that is easy to continue, such as abc or 123.',
  recentYears: 'It is built around a year.',
  dates: 'It is built around a date.',
  topTen: 'It is one of the ten most used passwords.',
  topHundred: 'It is one of the hundred most used passwords.',
  common: 'It is a password that many people use.',
  similarToCommon: 'It is close to a password that many people use.',
  wordByItself: 'It is a single word.',
  namesByThemselves: 'It is a name.',
  commonNames: 'It is a common name.',
  userInputs: 'It is built from the name of the practice or your own.',
}

/** What makes it weak: a sentence for the estimator's word. */
export const weaknessReason = (weakness: string | null): string =>
  reasons[weakness ?? ''] ?? 'It is short, or built from very few parts.'

// Argon2id at our cost on a processor of many cores. Machines made for guessing are faster; this is what anybody has.
const triesPerSecond = 20

const minute = 60
const hour = 60 * minute

/** To one or two leading digits: the estimate is no better than that. */
const rounded = (value: number): string => {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1)
  return numberWords(Math.max(1, Math.round(value / step) * step))
}

function durationWords(seconds: number): string {
  if (seconds < minute) return 'less than a minute'
  if (seconds < 1.5 * minute) return 'about a minute'
  if (seconds < hour) return `about ${rounded(seconds / minute)} minutes`
  if (seconds < 1.5 * hour) return 'about an hour'
  return `about ${rounded(seconds / hour)} hours`
}

/** What a thief needs for so many guesses: how many tries, and how long an ordinary computer takes over them. */
export const guessingWords = (guesses: number): string =>
  `Somebody who has this computer, or a copy of its files, needs about ${rounded(guesses)} tries to guess it. ` +
  `An ordinary computer gets through them in ${durationWords(guesses / triesPerSecond)}.`
