// Consents in words.
import type { ConsentRecord } from '#shared/contract/consents.ts'
import type { ConsentElement, ConsentKind, MarkRole, Validity } from '#shared/domain/consent/consent.ts'
import type { ConsentState } from '#shared/domain/consent/validity.ts'
import { labelOfRegion, regionById } from '#shared/domain/bodymap/regions.ts'
import { listWords } from '#shared/domain/wordLists.ts'
import { longDateWords } from '#renderer/ui/dateWords.ts'

export const kindWords: Readonly<Record<ConsentKind, string>> = {
  treatment: 'Treatment',
  'sensitive area': 'Sensitive area',
  minor: 'Treatment of a minor',
  photograph: 'Photographs',
  release: 'Release to someone else',
  draping: 'Change of draping',
  own: 'Own form',
}

export const elementWords: Readonly<Record<ConsentElement, string>> = {
  nature: 'What is done',
  benefit: 'What it should achieve',
  risk: 'Risks and side effects',
  alternatives: 'What else could be done',
  'without treatment': 'What may happen without it',
  'right to stop': 'The right to ask, change and stop',
}

export const validityWords: Readonly<Record<Validity, string>> = {
  'this session': 'for one session',
  'six months': 'for six months',
  'one year': 'for one year',
  'until the plan changes': 'until the plan changes',
  'until withdrawn': 'until it is withdrawn',
}

export const roleWords: Readonly<Record<MarkRole, string>> = {
  client: 'Client',
  guardian: 'Parent or guardian',
  therapist: 'Therapist',
  witness: 'Witness',
}

const stateNames: Readonly<Record<ConsentState, string>> = {
  valid: 'Valid',
  withdrawn: 'Withdrawn',
  ended: 'Ended',
  'other session': 'For one session',
  later: 'Valid',
}

/** "Valid until 2 March 2027", "Withdrawn", "For one session". */
export function stateWords({ state, validity, lastDay, ending }: ConsentRecord): string {
  if (ending) return ending.cause === 'withdrawn' ? 'Withdrawn' : 'Ended: the plan changed'
  if (validity === 'this session') return 'For one session'
  if (state !== 'valid' && state !== 'later') return stateNames[state]
  return lastDay === null ? `Valid ${validityWords[validity]}` : `Valid until ${longDateWords(lastDay)}`
}

/** A region without its side, where there are two of it: the same for left and right. */
export const pairOf = (regionId: string): string => regionId.replace(/\.(?:left|right)$/u, '')

/** "Breast", for both sides of it or one. */
export function pairWords(pair: string): string {
  const region = regionById(pair) ?? regionById(`${pair}.right`)
  if (!region) return labelOfRegion(pair)
  return region.name.charAt(0).toUpperCase() + region.name.slice(1)
}

/** Regions as pairs, each once, in their order. */
export const pairsOf = (regionIds: readonly string[]): string[] => [...new Set(regionIds.map(pairOf))]

/** Regions in words: "Breast", "Left breast" where only one side is meant. */
export function regionWords(regionIds: readonly string[]): string {
  return listWords(
    pairsOf(regionIds).map((pair) => {
      const sides = regionIds.filter((id) => pairOf(id) === pair)
      return sides.length === 1 && sides[0] !== undefined ? labelOfRegion(sides[0]) : pairWords(pair)
    }),
  )
}
