// An abbreviation for a new phrase, made from its words.
import { foldText } from '../folding.ts'
import { parsePhrase } from './parsePhrase.ts'
import { abbreviationLimit, foldAbbreviation } from './phrase.ts'

const shortest = 3
const longestInitials = 5

/**
 * The first word of the text that is free, then its initials, then the first word with a number.
 * @param isTaken whether another phrase has the abbreviation
 * @returns an abbreviation that is free, or "" for a text without words
 */
export function suggestAbbreviation(text: string, isTaken: (abbreviation: string) => boolean): string {
  const own = parsePhrase(text).map((piece) => (piece.kind === 'text' ? piece.text : ' '))
  const words = (foldText(own.join(' ')).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(foldAbbreviation)
  const [first = ''] = words
  if (first === '') return ''
  const initials = words.slice(0, longestInitials).map((word) => [...word][0] ?? '')
  const named = words.filter((word) => word.length >= shortest && word.length <= abbreviationLimit).slice(0, 3)
  const free = [...named, initials.join('')].find((word) => word.length > 1 && !isTaken(word))
  if (free !== undefined) return free
  const stem = [...first].slice(0, 10).join('')
  let number = 2
  while (isTaken(`${stem}${number}`)) number += 1
  return `${stem}${number}`
}
