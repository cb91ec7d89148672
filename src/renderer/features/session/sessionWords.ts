// Facts of a session in words, for header, summary, signature and phrases.
import { entryDay } from '#shared/domain/lateEntry.ts'
import { ageOn } from '#shared/domain/time.ts'
import type { SessionRecord } from '#shared/contract/sessions.ts'
import type { SessionDetails } from '#shared/domain/session.ts'
import type { PhraseValues } from '#renderer/features/phrases/index.ts'
import { today } from '#renderer/bridge/wallClock.ts'
import { dateWords, dayWords, instantDayOnScreen, momentOnScreen, timeWords } from '#renderer/ui/dateWords.ts'

/** "she/her · 47 · session 12". */
export function clientFacts({ client, details, number }: Pick<SessionRecord, 'client' | 'details' | 'number'>): string {
  const age = ageOn(client.dateOfBirth, details.serviceStart.slice(0, 10))
  return [client.pronouns, age === null ? '' : String(age), `session ${number}`].filter(Boolean).join(' · ')
}

/** "Mon 23 Nov, 14:00 · visit · 60 min". */
export function detailsWords({ serviceStart, place, lengthMinutes }: SessionDetails): string {
  const day = dayWords(serviceStart, today())
  return `${day}, ${timeWords(serviceStart)} · ${place} · ${lengthMinutes} min`
}

/** "14:38" of an instant today, "Mon 9 Nov, 14:38" of one on another day. */
export const momentHere = (at: string): string => momentOnScreen(at, today())

/** "23 Nov 2026" of the entry; null when it was on the session's own day, and for a late entry, which names it already. */
export function entryDateIfLater(
  record: Pick<SessionRecord, 'enteredAt' | 'enteredOffset' | 'lateEntryReason'>,
  details: SessionDetails,
): string | null {
  if (record.lateEntryReason !== null || entryDay(details.serviceStart, record) === 'same') return null
  return instantDayOnScreen(record.enteredAt, record.enteredOffset)
}

/** The values of phrases' placeholders: the client, and the day of writing; in a late entry the day of the visit. */
export function phraseValues({
  client: { firstName, lastName, preferredName },
  details,
  lateEntryReason,
}: Pick<SessionRecord, 'client' | 'details' | 'lateEntryReason'>): PhraseValues {
  return {
    'client.firstName': firstName,
    'client.lastName': lastName,
    'client.preferredName': preferredName || firstName || lastName,
    today: dateWords(lateEntryReason === null ? today() : details.serviceStart),
  }
}
