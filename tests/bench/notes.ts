// Long notes for the benchmarks: natural text of any length, and what the therapist does to it.
import { documentFromText } from '#shared/domain/note/plainText.ts'
import type { NoteDocument } from '#shared/domain/note/document.ts'
import { sectionTexts } from '../fixtures/practiceOfSize.ts'

/** The length of a note that is long for anybody. */
export const longNote = 5000

const wordsOfParagraph = 60

/** Natural words, as many as wanted, the same each time. */
export function naturalWords(count: number): readonly string[] {
  const given = sectionTexts().subjective.join(' ').split(/\s+/u).filter(Boolean)
  return Array.from({ length: count }, (_, at) => given[at % given.length] ?? '')
}

/** Words as text, a line for each paragraph. */
export const paragraphsOf = (words: readonly string[]): string =>
  Array.from({ length: Math.ceil(words.length / wordsOfParagraph) }, (_, at) =>
    words.slice(at * wordsOfParagraph, (at + 1) * wordsOfParagraph).join(' '),
  ).join('\n')

/**
 * The note as it is at one saving of many: it grows to its length, and every saving changes two words as well, far
 * apart.
 */
export function noteAtSaving(words: readonly string[], saving: number, savings: number): NoteDocument {
  const written = words.slice(0, Math.max(1, Math.ceil((words.length * 2 * saving) / savings)))
  const places = [(saving * 7919) % written.length, (saving * 104_729) % written.length]
  return documentFromText(paragraphsOf(written.map((word, at) => (places.includes(at) ? `${word}${saving}` : word))))
}
