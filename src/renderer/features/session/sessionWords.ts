// Facts of a session in words, for header, summary and signature.
import { ageOn } from '#shared/domain/time.ts'
import type { SessionRecord } from '#shared/contract/sessions.ts'
import type { SessionDetails } from '#shared/domain/session.ts'
import { today, wallTimeOf as wallTimeOfMoment } from '#renderer/bridge/wallClock.ts'
import { dateWords, dayWords, timeWords } from '#renderer/ui/dateWords.ts'

/** An instant as the wall-clock time of this computer, `YYYY-MM-DDTHH:mm`. */
export const wallTimeOf = (instant: string): string => wallTimeOfMoment(new Date(instant))

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

/** "23 Nov 2026, 14:03" of an instant, here. */
export function instantHere(instant: string): string {
  const wall = wallTimeOf(instant)
  return `${dateWords(wall)}, ${timeWords(wall)}`
}

/** "14:38" of an instant today, here; "Mon 9 Nov, 14:38" of one on another day. */
export function momentHere(instant: string): string {
  const wall = wallTimeOf(instant)
  const day = wall.slice(0, 10) === today() ? '' : `${dayWords(wall, today())}, `
  return `${day}${timeWords(wall)}`
}

/** "23 Nov 2026" of the entry; null when it was on the session's own day, and where a late entry says it anyway. */
export function entryDateIfLater(
  record: Pick<SessionRecord, 'enteredAt' | 'lateEntryReason'>,
  details: SessionDetails,
): string | null {
  if (record.lateEntryReason !== null) return null
  const entered = wallTimeOf(record.enteredAt).slice(0, 10)
  return entered === details.serviceStart.slice(0, 10) ? null : dateWords(entered)
}
