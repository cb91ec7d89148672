// The text of a phrase: double braces hold a blank, a known value of the session, or another phrase. Its words suggest an
// abbreviation.
import { foldText } from '../folding.ts'
import type { BlankKind } from '../note/document.ts'
import { abbreviationLimit, foldAbbreviation } from './phrase.ts'

/** The names of values that the session knows by itself. */
export const valueNames = ['client.preferredName', 'client.firstName', 'client.lastName', 'today'] as const
export type ValueName = (typeof valueNames)[number]

/** The value of a name, or empty. The first name replaces a missing preferred one. */
export const knownText = (name: ValueName, values: Readonly<Partial<Record<ValueName, string>>>): string =>
  values[name] || (name === 'client.preferredName' && values['client.firstName']) || ''

export interface Blank {
  readonly kind: BlankKind
  /** Its prompt: the words that are shown until it is filled in. */
  readonly name: string
  /** The choices; empty for a region and for free text. */
  readonly choices: readonly string[]
  /** Choices beyond what a blank can have, as they were written. */
  readonly leftOut?: readonly string[]
}

export type PhrasePiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'blank'; readonly blank: Blank }
  | { readonly kind: 'value'; readonly value: ValueName }
  | { readonly kind: 'include'; readonly abbreviation: string }

const sides = ['right', 'left', 'bilateral']
const scores = Array.from({ length: 11 }, (_, score) => String(score))

export const longestName = 200
export const mostChoices = 30

/** Text in double braces, on one line and without braces in it. Any other text with braces is text. */
const inBraces = /\{\{([^{}\n\r]+)\}\}/g

/**
 * The pieces of a phrase in their order. Known are `{{side}}`, `{{region}}`, `{{0-10}}`, `{{choice: a|b|c}}`, the
 * {@link valueNames} and `{{phrase: abbreviation}}`; any other name is a blank for free text. Braces that don't belong
 * together stay text. Never throws; the text outside of blanks is unchanged.
 */
export function parsePhrase(text: string): readonly PhrasePiece[] {
  const pieces: PhrasePiece[] = []
  let from = 0
  for (const match of text.matchAll(inBraces)) {
    const piece = pieceOf((match[1] ?? '').trim())
    if (!piece) continue
    if (match.index > from) pieces.push({ kind: 'text', text: text.slice(from, match.index) })
    pieces.push(piece)
    from = match.index + match[0].length
  }
  if (from < text.length) pieces.push({ kind: 'text', text: text.slice(from) })
  return pieces
}

function pieceOf(inner: string): PhrasePiece | null {
  if (inner === '' || inner.length > longestName * 5) return null
  const lower = inner.toLowerCase()
  const value = valueNames.find((name) => name.toLowerCase() === lower)
  if (value) return { kind: 'value', value }
  if (lower === 'side') return blank('side', 'side', sides)
  if (lower === 'region') return blank('region', 'region')
  if (/^0\s*[-–]\s*10$/.test(lower)) return blank('score', '0–10', scores)
  const called = /^(choice|phrase)\s*:(.*)$/i.exec(inner)
  if (called?.[1]?.toLowerCase() === 'phrase') return includeOf(called[2] ?? '')
  if (called) return choiceOf(called[2] ?? '')
  return inner.length > longestName ? null : blank('text', inner)
}

const blank = (kind: BlankKind, name: string, choices: readonly string[] = []): PhrasePiece => ({
  kind: 'blank',
  blank: { kind, name, choices },
})

function includeOf(typed: string): PhrasePiece {
  const abbreviation = foldAbbreviation(typed)
  return abbreviation === ''
    ? blank('text', 'phrase')
    : { kind: 'include', abbreviation: abbreviation.slice(0, longestName) }
}

function choiceOf(typed: string): PhrasePiece {
  const written = [...new Set(typed.split('|').map((choice) => choice.trim().toWellFormed()))].filter(Boolean)
  const choices = written.filter((choice) => choice.length <= longestName).slice(0, mostChoices)
  const leftOut = written.filter((choice) => !choices.includes(choice))
  const piece = choices.length === 0 ? blank('text', 'choice') : blank('choice', choiceName(choices), choices)
  if (piece.kind !== 'blank' || leftOut.length === 0) return piece
  return { kind: 'blank', blank: { ...piece.blank, leftOut } }
}

const longestShownChoices = 60

/** "mild / moderate / severe"; of many choices only the first ones. */
function choiceName(choices: readonly string[]): string {
  const all = choices.join(' / ')
  if (all.length <= longestShownChoices) return all
  let shown = 1
  while (choices.slice(0, shown + 1).join(' / ').length <= longestShownChoices) shown += 1
  return `${choices.slice(0, shown).join(' / ')} / …`
}

interface BracedBlank {
  readonly kind: BlankKind
  readonly choices: readonly string[]
}

/**
 * "{{side}}", "{{0-10}}", "{{choice: mild|severe}}", "{{what}}": what `parsePhrase` reads as this blank.
 * @param text the blank's prompt
 */
export function bracedBlank({ kind, choices }: BracedBlank, text: string): string {
  if (kind === 'side' || kind === 'region') return `{{${kind}}}`
  if (kind === 'score') return '{{0-10}}'
  return kind === 'choice' ? `{{choice: ${choices.join('|')}}}` : `{{${text}}}`
}

/** The shortest word that is suggested as it is. */
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
