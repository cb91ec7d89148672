// Techniques and homework of a session: two short lists, by name.
import { z } from 'zod'
import { fieldText, isEachOnce } from './text.ts'
import { recordWords, type DateWords } from './dateWords.ts'
import { calendarDate } from './time.ts'
import { listWords } from './wordLists.ts'

/** One technique that was used, or one thing that the client does at home. */
export const sessionItem = z.strictObject({
  text: fieldText.min(1),
  /** The service date of the visit that it was carried over from, until it is confirmed; otherwise null. */
  carriedFrom: calendarDate.nullable(),
})
export type SessionItem = z.infer<typeof sessionItem>

/** The most entries of one list. */
export const mostItems = 60

/** A list in its own order, each entry once. */
export const sessionItems = z
  .array(sessionItem)
  .max(mostItems)
  .refine((items) => isEachOnce(items.map(({ text }) => text)), 'repeated')

/**
 * "Doorway stretch; Heat for 15 minutes (from 9 November 2026, not confirmed)"
 * @param day formats a day: as the record does where it is signed in an amendment, otherwise as the screen does
 */
export const itemsInWords = (
  items: readonly SessionItem[],
  day: DateWords['longDate'] = recordWords.longDate,
): string =>
  listWords(
    items.map(({ text, carriedFrom }) =>
      carriedFrom === null ? text : `${text} (from ${day(carriedFrom)}, not confirmed)`,
    ),
  )

/** Homework to choose from at first; the therapist adds others by typing them. */
export const homeworkIdeas: readonly string[] = [
  'Doorway stretch',
  'Chin tucks',
  'Upper trapezius stretch',
  'Shoulder rolls',
  'Hip flexor stretch',
  'Hamstring stretch',
  'Piriformis stretch',
  'Calf stretch',
  'Cat and camel',
  'Ball against the wall',
  'Foam roller',
  'Heat for 15 minutes',
  'Cold for 10 minutes',
  'Short walks',
  'Breaks from sitting',
  'Breathing exercise',
  'Drink water',
]
