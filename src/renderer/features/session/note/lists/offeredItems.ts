// What the field of a list offers for what is typed, and whether Enter takes the first of it.
import { foldText } from '#shared/domain/folding.ts'

export interface OfferedItems {
  /** Each with its own value; the last one adds the text as it was typed, unless it stands there already. */
  readonly options: readonly { readonly value: string; readonly label: string }[]
  /** Whether the first one begins with the typed text and has all its signs, so that Enter takes it. */
  readonly isFirstMeant: boolean
}

const wordsOf = (text: string): readonly string[] => foldText(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

const signsOf = (text: string): readonly string[] => text.match(/[^\p{L}\p{M}\p{N}\p{Cf}\s]/gu) ?? []
const leadingSign = (text: string): string | undefined => signsOf(text.charAt(0))[0]

/** Whether the suggestion keeps every sign of the typed text: "- heat" and "heat?" say something else than "Heat". */
const keepsSigns = (suggestion: string, typed: string): boolean => {
  const own = signsOf(suggestion)
  return leadingSign(suggestion) === leadingSign(typed) && signsOf(typed).every((sign) => own.includes(sign))
}

/** What the practice uses, the most used first, then what is built in and not among it yet. */
export const usedFirst = (used: readonly string[], builtIn: readonly string[]): readonly string[] => [
  ...new Set([...used, ...builtIn]),
]

/**
 * The suggestions that fit: first those that begin with what was typed, word by word ("up trap" means "Upper trapezius
 * stretch"; whole words before begun ones), then those that hold it elsewhere, each group in the order given. Case and
 * accents do not matter.
 * @param typed as it stands in the field
 * @param taken what the list has already: it is not offered again
 */
export function offeredItems(suggestions: readonly string[], typed: string, taken: readonly string[]): OfferedItems {
  const free = suggestions.filter((text) => !taken.includes(text))
  const plain = (text: string) => ({ value: text, label: text })
  const text = typed.trim()
  if (text === '') return { options: free.map(plain), isFirstMeant: false }
  const words = wordsOf(text)
  const folded = foldText(text)
  /** "Short walks" comes before "Shorter walks" for "short", and the very words before both. */
  const distance = (one: string) => {
    if (foldText(one) === folded) return 0
    return wordsOf(one)[words.length - 1] === words.at(-1) ? 1 : 2
  }
  const begins = (one: string) => {
    const own = wordsOf(one)
    return words.length > 0 && words.every((word, at) => own[at]?.startsWith(word))
  }
  const meant = free.filter(begins).toSorted((one, other) => distance(one) - distance(other))
  const others = free.filter((one) => !meant.includes(one) && foldText(one).includes(folded))
  const isThere = free.includes(text) || taken.includes(text)
  return {
    options: [...meant, ...others].map(plain).concat(isThere ? [] : [{ value: text, label: `Add “${text}”` }]),
    isFirstMeant: meant[0] !== undefined && keepsSigns(meant[0], text),
  }
}
