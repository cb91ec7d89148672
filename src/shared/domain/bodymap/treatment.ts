// What was done in a session, by its treated areas: the minutes together, and each area as a sentence.
import { onOneLine } from '../text.ts'
import { regionById, regionInSentence, type Side } from './regions.ts'
import type { TreatedArea } from './marks.ts'
import { listWords } from '../wordLists.ts'

/**
 * Techniques to choose from at first; the therapist adds others by typing them.
 * Swedish massage stands as a whole and by its five strokes.
 */
export const techniques: readonly string[] = [
  'Swedish massage',
  'Effleurage',
  'Petrissage',
  'Tapotement',
  'Friction',
  'Vibration',
  'Deep tissue',
  'Trigger point therapy',
  'Myofascial release',
  'Stretching',
  'Joint mobilisation',
  'Lymphatic drainage',
  'Scar mobilisation',
  'Cupping',
  'Heat or cold',
]

export interface TreatedMinutes {
  /** Of all areas of which the minutes were counted. */
  readonly minutes: number
  /** How many areas have no minutes. */
  readonly uncounted: number
  /** By how many minutes the sum is longer than the session; 0 when it is not. Shown, never refused. */
  readonly exceedsBy: number
}

/**
 * Adds up the minutes of a session's treated areas.
 * @param areas of one session
 * @param lengthMinutes how long the session was
 */
export function treatedMinutes(areas: readonly Pick<TreatedArea, 'minutes'>[], lengthMinutes: number): TreatedMinutes {
  const minutes = areas.reduce((sum, area) => sum + (area.minutes ?? 0), 0)
  const uncounted = areas.filter((area) => area.minutes === null).length
  return { minutes, uncounted, exceedsBy: Math.max(0, minutes - lengthMinutes) }
}

/** "Myofascial release: right and left upper trapezius, 20 min, pressure 2 of 5." */
export function treatedSentence({
  technique,
  regionIds,
  minutes,
  pressure,
}: Omit<TreatedArea, 'id' | 'sessionId'>): string {
  const details = [
    regionsInWords(regionIds),
    minutes === null ? '' : `${minutes} min`,
    pressure === null ? '' : `pressure ${pressure} of 5`,
  ]
  return `${onOneLine(technique)}: ${listWords(details)}.`
}

/**
 * Several regions within a sentence, sides of a pair together: "right and left upper trapezius, left soleus, sacrum".
 * In the given order; one that this version does not know is called unknown.
 */
export function regionsInWords(regionIds: readonly string[]): string {
  const sidesOf = new Map<string, Side[]>()
  for (const id of regionIds) {
    const region = regionById(id)
    const name = region?.name ?? regionInSentence(id)
    const sides = sidesOf.get(name) ?? []
    if (region && region.side !== 'midline') sides.push(region.side)
    sidesOf.set(name, sides)
  }
  return listWords([...sidesOf].map(([name, sides]) => [sides.join(' and '), name].filter(Boolean).join(' ')))
}
