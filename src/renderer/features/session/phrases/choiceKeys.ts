// Picking one of a blank's choices by typing: its first letters, its number, or a score.
import { foldText } from '#shared/domain/folding.ts'

export type ChoiceTyping =
  /** One choice is meant. */
  | { readonly kind: 'pick'; readonly index: number; readonly rest: string }
  /** Several begin with what was typed. */
  | { readonly kind: 'narrow'; readonly indexes: readonly number[] }
  /** None does: it is text of its own. */
  | { readonly kind: 'other' }

/**
 * @param choices as they are listed
 * @param typed all that was typed since the blank was reached
 * @returns what is meant; `rest` is what a hand that spells the choice out will type next
 */
export function readChoice(choices: readonly string[], typed: string): ChoiceTyping {
  const begun = foldText(typed)
  if (begun === '') return { kind: 'other' }
  const folded = choices.map(foldText)
  const indexes = folded.flatMap((choice, index) => (choice.startsWith(begun) ? index : []))
  const whole = folded.indexOf(begun)
  const index = whole >= 0 ? whole : indexes.length === 1 ? indexes[0] : undefined
  if (index !== undefined) return { kind: 'pick', index, rest: (folded[index] ?? '').slice(begun.length) }
  if (indexes.length > 1) return { kind: 'narrow', indexes }
  const number = /^[1-9]$/.test(begun) ? Number(begun) - 1 : -1
  const isNumbered = number >= 0 && number < choices.length && !choices.some((choice) => /^\d/.test(choice))
  return isNumbered ? { kind: 'pick', index: number, rest: '' } : { kind: 'other' }
}
