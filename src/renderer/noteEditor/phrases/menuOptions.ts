// The options of the list at the caret, and matching typed text to a blank's choices.
import type { PhraseRecord } from '#shared/contract/phrases.ts'
import { findPlaces, placeInSentence } from '#shared/domain/bodymap/findPlaces.ts'
import { foldText } from '#shared/domain/folding.ts'
import { latinDigits } from '#shared/domain/text.ts'
import type { BlankRun } from './blankMark.ts'
import type { Typed } from './phraseSearch.ts'

/** What the list is for, and the range that a choice replaces. */
export type Asked =
  | { readonly kind: 'phrase'; readonly from: number; readonly to: number; readonly typed: Typed }
  | { readonly kind: 'region'; readonly from: number; readonly to: number; readonly query: string }
  | {
      readonly kind: 'choice'
      readonly from: number
      readonly to: number
      readonly run: BlankRun
      readonly typed: string
    }

/** The commands of the slash menu besides phrases. */
export type PhraseCommand = 'make' | 'manage'

export type Option =
  | { readonly kind: 'phrase'; readonly phrase: PhraseRecord }
  | { readonly kind: 'text'; readonly text: string; readonly detail: string }
  | { readonly kind: 'command'; readonly command: PhraseCommand; readonly label: string }

const commands: readonly Extract<Option, { kind: 'command' }>[] = [
  { kind: 'command', command: 'make', label: 'Make a phrase' },
  { kind: 'command', command: 'manage', label: 'All phrases' },
]

const mostPlaces = 8

/**
 * The options, the likeliest first; empty when there is nothing to offer.
 * @param phrases the phrases for what was typed
 */
export function optionsFor(asked: Asked, phrases: (typed: Typed) => readonly PhraseRecord[]): readonly Option[] {
  switch (asked.kind) {
    case 'phrase': {
      const found = phrases(asked.typed).map((phrase) => ({ kind: 'phrase', phrase }) as const)
      if (asked.typed.trigger === ';') return found
      const query = foldText(asked.typed.query)
      return [...found, ...commands.filter(({ label }) => query === '' || foldText(label).startsWith(query))]
    }
    case 'region': {
      // A region and a muscle in it can have the same name; in a sentence they are the same words.
      const found = new Map(
        findPlaces(asked.query)
          .map((place) => [placeInSentence(place), place.detail] as const)
          .toReversed(),
      )
      return [...found]
        .toReversed()
        .slice(0, mostPlaces)
        .map(([text, detail]) => ({ kind: 'text', text, detail }))
    }
    case 'choice': {
      const { choices } = asked.run
      const reading = readChoice(choices, asked.typed)
      const shown = reading.kind === 'narrow' ? reading.indexes : choices.map((_, index) => index)
      const hasNumbers = choices.some((choice) => /^\d/.test(choice)) || choices.length > 9
      return shown.map((index) => ({
        kind: 'text',
        text: choices[index] ?? '',
        detail: hasNumbers ? '' : String(index + 1),
      }))
    }
  }
}

type ChoiceTyping =
  /** One choice is meant. */
  | { readonly kind: 'pick'; readonly index: number; readonly rest: string }
  /** Several begin with what was typed. */
  | { readonly kind: 'narrow'; readonly indexes: readonly number[] }
  /** None does: it is free text. */
  | { readonly kind: 'other' }

/**
 * Picking one of a blank's choices by typing: its first letters, its number, or a score.
 * @param choices as they are listed
 * @param typed all that was typed since the blank was reached
 * @returns the match; `rest` are the letters that follow when the choice is typed in full
 */
export function readChoice(choices: readonly string[], typed: string): ChoiceTyping {
  const begun = foldText(latinDigits(typed))
  if (begun === '') return { kind: 'other' }
  const folded = choices.map((choice) => foldText(latinDigits(choice)))
  const indexes = folded.flatMap((choice, index) => (choice.startsWith(begun) ? index : []))
  const whole = folded.indexOf(begun)
  const index = whole >= 0 ? whole : indexes.length === 1 ? indexes[0] : undefined
  if (index !== undefined) return { kind: 'pick', index, rest: (folded[index] ?? '').slice(begun.length) }
  if (indexes.length > 1) return { kind: 'narrow', indexes }
  const number = /^[1-9]$/.test(begun) ? Number(begun) - 1 : -1
  const isNumbered = number >= 0 && number < choices.length && !choices.some((choice) => /^\d/.test(choice))
  return isNumbered ? { kind: 'pick', index: number, rest: '' } : { kind: 'other' }
}
