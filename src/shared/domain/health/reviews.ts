// The versions of what a client says about their health: when the next full review is due, and what changed between two of them.
import { dayOf, partsOfDay } from '../time.ts'
import { listWords } from '../wordLists.ts'
import { regionsInWords } from '../bodymap/treatment.ts'
import { answers, type Health, type HealthAnswer, type HealthEntry, type TablePreferences } from './health.ts'

/** How a version came about. The names are stored and signed, and never change. */
export const reviewKinds = ['intake', 'full review', 'change', 'nothing changed'] as const
export type ReviewKind = (typeof reviewKinds)[number]

/** After how many months a full review is due, unless the practice says otherwise. */
export const usualReviewMonths = 12

/**
 * The day from which a full review is due.
 * @param day of the last intake or full review, `YYYY-MM-DD`
 * @param months null where the practice asks for none
 */
export function reviewDueOn(day: string, months: number | null): string | null {
  if (months === null) return null
  const { year, month, day: ofMonth } = partsOfDay(day)
  const whole = year * 12 + month - 1 + months
  const inMonth = (wished: number) => dayOf(Math.floor(whole / 12), (whole % 12) + 1, wished)
  // A month that does not have the day ends before it.
  return inMonth(ofMonth) ?? inMonth(30) ?? inMonth(29) ?? inMonth(28)
}

/** One thing in two versions: both, or the one that has it. */
export interface HealthChange {
  readonly what: string
  readonly before: string
  readonly after: string
}

const answerNames: Readonly<Record<(typeof answers)[number], string>> = {
  no: 'no',
  yes: 'yes',
  past: 'in the past',
  unsure: 'not sure',
}

/** An answer in words: "yes, since 2019, after a fall". */
export const answerInWords = ({ answer, since, remark }: Pick<HealthAnswer, 'answer' | 'since' | 'remark'>): string =>
  listWords([answerNames[answer], since && `since ${since}`, remark].filter(Boolean))

/** An entry of a list in words, without its name. */
export const entryInWords = ({ detail, since, effect }: Pick<HealthEntry, 'detail' | 'since' | 'effect'>): string =>
  listWords([detail, since, effect === 'none' ? '' : effect].filter(Boolean))

type Facts = ReadonlyMap<string, { readonly what: string; readonly words: string }>

const preferenceNames: Readonly<Record<keyof TablePreferences, string>> = {
  pressure: 'Pressure',
  position: 'Position',
  warmth: 'Warmth',
  sound: 'Sound',
  oil: 'Oil',
  comfort: 'Comfort',
}

/** All that a version says, by what it is about. A "no" says as little as no answer. */
function factsOf({ answers: given, entries, pregnancyWeeks, earlierMassage, preferences }: Health): Facts {
  const facts: (readonly [key: string, what: string, words: string, where?: string])[] = [
    ...given
      .filter(({ answer }) => answer !== 'no')
      .map((one) => [one.questionId, one.text, answerInWords(one), regionsInWords(one.regionIds)] as const),
    ...entries.map((one) => [one.id, one.name, entryInWords(one) || one.list, regionsInWords(one.regionIds)] as const),
    ...(pregnancyWeeks === null ? [] : [['weeks', 'Weeks of pregnancy', String(pregnancyWeeks)] as const]),
    ...(earlierMassage === '' ? [] : [['massage', 'Earlier massage', earlierMassage] as const]),
    ...(Object.keys(preferenceNames) as (keyof TablePreferences)[])
      .filter((name) => preferences[name] !== null && preferences[name] !== '')
      .map((name) => [name, preferenceNames[name], String(preferences[name])] as const),
  ]
  return new Map(
    facts.map(([key, what, words, where = '']) => [key, { what, words: where === '' ? words : `${words} (${where})` }]),
  )
}

/** What is new, what is gone and what is said otherwise in the later one of two versions. */
export function changesBetween(
  before: Health,
  after: Health,
): { new: HealthChange[]; gone: HealthChange[]; changed: HealthChange[] } {
  const [earlier, later] = [factsOf(before), factsOf(after)]
  const result = { new: [] as HealthChange[], gone: [] as HealthChange[], changed: [] as HealthChange[] }
  for (const [key, { what, words }] of later) {
    const old = earlier.get(key)
    if (!old) result.new.push({ what, before: '', after: words })
    else if (old.words !== words) result.changed.push({ what, before: old.words, after: words })
  }
  for (const [key, { what, words }] of earlier)
    if (!later.has(key)) result.gone.push({ what, before: words, after: '' })
  return result
}
