// Until when a record has to be kept, and what was erased, in words.
import { dateWords, dayHere } from '#renderer/ui/dateWords.ts'
import type { ErasedComeBack, ErasureRecord, RetainedClient } from '#shared/contract/retention.ts'
import type { RetentionRule } from '#shared/domain/retention/retentionRule.ts'
import { andWords, countWords } from '#shared/domain/wordLists.ts'

/** "10 years after the last entry; for clients under age 10 years after they turn 18, if that is later". */
export function ruleWords({ yearsAfterLast, minors }: RetentionRule): string {
  const last = `${countWords(yearsAfterLast, 'year')} after the last entry`
  if (minors === null) return last
  const { ageOfMajority, yearsAfter } = minors
  const after = yearsAfter === 0 ? 'until' : `${countWords(yearsAfter, 'year')} after`
  return `${last}; for clients under age ${after} they turn ${ageOfMajority}, if that is later`
}

/** What the day until which a record has to be kept follows from. */
export function becauseWords({ because, lastEntryOn, isBirthMissing }: RetainedClient): string {
  const last = `Last entry ${dateWords(lastEntryOn)}`
  if (because === 'under age') return `${last}; the rule for clients under age gives the later day`
  return isBirthMissing ? `${last}; no date of birth, so the rule for clients under age could not be applied` : last
}

/** What was erased: "3 notes and 2 additions", "no signed notes". */
export function erasedWords({ notes, others }: Pick<ErasureRecord, 'notes' | 'others'>): string {
  const parts = [
    ...(notes > 0 ? [countWords(notes, 'signed note')] : []),
    ...(others > 0 ? [countWords(others, 'signed addition')] : []),
  ]
  return parts.length === 0 ? 'no signed notes' : andWords(parts)
}

/** Whose erasure a backup does not have: the heading after it was restored. */
export const backWords = (clients: number): string =>
  clients === 1 ? 'An erased client is back' : 'Erased clients are back'

/** When a client was erased, and by which signature. */
export const erasedOnWords = ({ erasedAt, sequence }: Pick<ErasedComeBack, 'erasedAt' | 'sequence'>): string =>
  `erased ${dateWords(dayHere(erasedAt))}, signature ${sequence}`

/** What happens to clients who came back: "Erase again", "Erase 2, keep 1", "Keep both". */
export function decideWords(erased: number, kept: number): string {
  if (kept === 0) return 'Erase again'
  if (erased === 0) return kept === 1 ? 'Keep the record' : kept === 2 ? 'Keep both' : `Keep all ${kept}`
  return `Erase ${erased} again, keep ${kept}`
}

/** Whether the record may be erased without a reason: its time is certainly over. */
export const isFree = (retained: RetainedClient | null): boolean =>
  retained !== null && retained.isOver && !retained.isBirthMissing

/** What is said about the time of a client's record before it is erased. */
export function timeWords(retained: RetainedClient | null): string {
  if (retained === null) {
    return 'No retention rule is chosen in the settings, so Palpate cannot say whether this record still has to be kept.'
  }
  const until = dateWords(retained.keptUntil)
  if (!retained.isOver) return `This record has to be kept until ${until}. ${becauseWords(retained)}.`
  if (retained.isBirthMissing) {
    return `For an adult, this record had to be kept until ${until}. No date of birth is known: if the client was under age, it has to be kept longer.`
  }
  return `This record had to be kept until ${until}. That day has passed.`
}

const issueWords: Readonly<Record<string, string>> = {
  too_early: 'Give the reason',
  names_client: 'This reason stays after the erasure. Leave the client’s name out of it.',
  other_name: 'That is not the client’s name',
}

/** What is wrong with a field, in words; null where nothing is. */
export const wordsOfIssue = (code: string | undefined): string | null =>
  code === undefined ? null : (issueWords[code] ?? 'This cannot be taken')
