// Finds phrases by a semicolon and some letters, or a slash and words.
import type { PhraseRecord } from '#shared/contract/phrases.ts'
import type { SectionId } from '#shared/domain/note/sections.ts'
import { foldAbbreviation } from '#shared/domain/phrase/phrase.ts'
import { foldText } from '#shared/domain/folding.ts'

/** The beginning of a phrase that is being typed. */
export interface Typed {
  readonly trigger: ';' | '/'
  /** The text behind the sign; empty only after a slash. */
  readonly query: string
  /** Characters from the sign to the caret. */
  readonly length: number
}

// A semicolon in ordinary prose comes after a word, or has a space behind it.
const afterSemicolon = /(?<![\p{L}\p{M}\p{N};]);([\p{L}\p{N}][\p{L}\p{M}\p{N}._-]{0,29})$/u
// A score such as "7 /10" opens no menu.
const afterSlash = /(?:^|\s)\/(?!(?<=\p{N}\s\/)\p{N})((?:[^\s/][^/\n\ufffc]{0,39})?)$/u

/** @param before the text of the line up to the caret */
export function typedPhrase(before: string): Typed | null {
  const semicolon = afterSemicolon.exec(before)?.[1]
  if (semicolon !== undefined) return { trigger: ';', query: semicolon, length: semicolon.length + 1 }
  const slash = afterSlash.exec(before)?.[1]
  if (slash === undefined || slash.includes('  ')) return null
  return { trigger: '/', query: slash, length: slash.length + 1 }
}

const mostBehindSemicolon = 7
const mostBehindSlash = 9

/** Most used first; of those used equally often the one used last, then the practice's order. */
const byUse = (one: PhraseRecord, other: PhraseRecord): number =>
  other.useCount - one.useCount || (other.lastUsedAt ?? '').localeCompare(one.lastUsedAt ?? '')

/** Lists and phrases are immutable, so results can be cached by them. */
function once<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>()
  return (key) => {
    const value = known.get(key) ?? make(key)
    known.set(key, value)
    return value
  }
}

const sortedByUse = once((phrases: readonly PhraseRecord[]) => phrases.toSorted(byUse))
const foldedText = once(({ text }: PhraseRecord) => foldText(text))
const foldedWords = once(
  ({ abbreviation, text }: PhraseRecord) => foldText(`${abbreviation} ${text}`).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [],
)

/** The phrase with exactly this abbreviation, of whatever section. */
export function phraseCalled(phrases: readonly PhraseRecord[], query: string): PhraseRecord | undefined {
  const abbreviation = foldAbbreviation(query)
  return phrases.find((phrase) => phrase.abbreviation === abbreviation)
}

/**
 * The phrases to offer, the likeliest first. After a semicolon those of the section and the general ones, by the
 * beginning of abbreviation or text; after a slash all, by any words of them.
 * @param section the section that is written; null where none is, which means all
 */
export function findPhrases(
  phrases: readonly PhraseRecord[],
  { trigger, query }: Pick<Typed, 'trigger' | 'query'>,
  section: SectionId | null,
): readonly PhraseRecord[] {
  const isOwn = (phrase: PhraseRecord) => section === null || phrase.section === null || phrase.section === section
  const sorted = sortedByUse(phrases)
  return trigger === ';' ? behindSemicolon(sorted, query, isOwn) : behindSlash(sorted, query, isOwn)
}

type IsOwn = (phrase: PhraseRecord) => boolean

function behindSemicolon(sorted: readonly PhraseRecord[], query: string, isOwn: IsOwn): readonly PhraseRecord[] {
  const typed = foldAbbreviation(query)
  const exact = sorted.filter(({ abbreviation }) => abbreviation === typed)
  const others = sorted.filter((phrase) => isOwn(phrase) && !exact.includes(phrase))
  const begins = others.filter(({ abbreviation }) => abbreviation.startsWith(typed))
  const reads = others.filter((phrase) => !begins.includes(phrase) && foldedText(phrase).startsWith(typed))
  return [...exact, ...begins, ...reads].slice(0, mostBehindSemicolon)
}

function behindSlash(sorted: readonly PhraseRecord[], query: string, isOwn: IsOwn): readonly PhraseRecord[] {
  const asked = foldText(query).split(' ').filter(Boolean)
  const own = [...sorted.filter(isOwn), ...sorted.filter((phrase) => !isOwn(phrase))]
  if (asked.length === 0) return own.slice(0, mostBehindSlash)
  const fits = own.filter((phrase) =>
    asked.every((typed) => foldedWords(phrase).some((word) => word.startsWith(typed))),
  )
  const isCalled = ({ abbreviation }: PhraseRecord) => abbreviation.startsWith(asked.join(''))
  return [...fits.filter(isCalled), ...fits.filter((phrase) => !isCalled(phrase))].slice(0, mostBehindSlash)
}
