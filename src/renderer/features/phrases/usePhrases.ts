// The practice's phrases as the screens read and change them.
import type { PhraseRecord } from '#shared/contract/phrases.ts'
import { expandPhrase, type Expansion, type PhraseSource } from '#shared/domain/phrase/expandPhrase.ts'
import type { ValueName } from '#shared/domain/phrase/parsePhrase.ts'
import { useAnswer, useMutationOf } from '#renderer/bridge/queries.ts'

const none: readonly PhraseRecord[] = []

/** Every phrase in the practice's order; none while they are not read yet. */
export const usePhrases = (): readonly PhraseRecord[] => useAnswer('phrase:list', {}).data?.phrases ?? none

/** The values of phrases' placeholders, such as the client's first name. */
export type PhraseValues = Readonly<Partial<Record<ValueName, string>>>

/** Saves a phrase. */
export const usePutPhrase = () => useMutationOf('phrase:put')

/** Expands a phrase, stored or not, with all that it calls. */
export function expandAmong(
  phrases: readonly PhraseRecord[],
  phrase: PhraseSource,
  values: PhraseValues = {},
): Expansion {
  const texts = new Map(phrases.map(({ abbreviation, text }) => [abbreviation, text]))
  return expandPhrase(phrase, {
    textOf: (abbreviation) => texts.get(abbreviation),
    values,
    newId: () => crypto.randomUUID(),
  })
}
