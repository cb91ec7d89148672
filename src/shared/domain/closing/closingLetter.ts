// The letter that tells clients that the practice closes: its text to begin with, and what is filled in for each client.
import { storable } from '../text.ts'

/** What a letter's blanks are filled with. Day and deadline are words, as they are typed. */
export interface LetterFacts {
  readonly lastDay: string
  /** Who keeps the records, and where. */
  readonly keeper: string
  /** How to ask for a copy. */
  readonly contact: string
  /** Until when to ask. */
  readonly until: string
}

export const letterFactNames: Readonly<Record<keyof LetterFacts, string>> = {
  lastDay: 'Last day',
  keeper: 'Who keeps the records',
  contact: 'How to ask for a copy',
  until: 'Ask until',
}

/** The blanks of a letter, as they are written in its text. */
const blanks = {
  client: '{client}',
  practice: '{practice}',
  therapist: '{therapist}',
  lastDay: '{last day}',
  keeper: '{keeper}',
  contact: '{contact}',
  until: '{until}',
} as const
type Blank = keyof typeof blanks

export const letterBlanks: readonly string[] = Object.values(blanks)

/** The text to begin with. */
export const defaultLetter = `Dear {client},

I am closing my practice, {practice}. My last day will be {last day}.

Your records stay safe. From then on they will be kept by {keeper}, for as long as the law requires, and then destroyed.

If you would like a copy of your records, or want them to go to another therapist, please ask by {until}: {contact}. You can ask after that day too, directly where the records are kept.

Thank you for your trust.

{therapist}
{practice}`

/** The facts that a text asks for and that are still empty. */
export const missingFacts = (text: string, facts: LetterFacts): readonly (keyof LetterFacts)[] =>
  (Object.keys(letterFactNames) as (keyof LetterFacts)[]).filter(
    (name) => text.includes(blanks[name]) && facts[name].trim() === '',
  )

/** The words between braces that no blank has: they would be printed as they stand. */
export const unknownBlanks = (text: string): readonly string[] =>
  (text.match(/\{[^{}\n]*\}/gu) ?? []).filter((word) => !letterBlanks.includes(word))

/** Fills in the facts and the practice; the client's name is filled in when each letter is printed. */
export function withFacts(text: string, facts: LetterFacts, practice: { name: string; therapistName: string }): string {
  const values: Readonly<Record<Exclude<Blank, 'client'>, string>> = {
    ...facts,
    practice: practice.name,
    therapist: practice.therapistName || practice.name,
  }
  return filled(text, values)
}

/** The letter to one client. */
export const letterTo = (text: string, clientName: string): string => filled(text, { client: clientName })

/** Every blank at once: what is filled in is never searched for blanks. */
function filled(text: string, values: Partial<Readonly<Record<Blank, string>>>): string {
  const byWord = new Map(
    (Object.keys(values) as Blank[]).map((name) => [blanks[name] as string, (values[name] ?? '').trim()]),
  )
  return storable(text.replace(/\{[^{}\n]*\}/gu, (word) => byWord.get(word) ?? word))
}
