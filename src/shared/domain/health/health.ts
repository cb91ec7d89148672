// What a client says about their health: the answers, and what is listed beside them.
import { z } from 'zod'
import { fieldText, isEachOnce, longText } from '../text.ts'
import { meanings, type Meaning, type Question } from './question.ts'
import { questionId } from './questionnaire.ts'

/** What can be answered. A question without an answer was not asked, or was left out. */
export const answers = ['no', 'yes', 'past', 'unsure'] as const
export type Answer = (typeof answers)[number]

const regionIds = z.array(z.string().min(1).max(100)).max(200).refine(isEachOnce, 'repeated')

/** An answer as it is given. */
export const givenAnswer = z.strictObject({
  questionId,
  answer: z.enum(answers),
  /** Since when, in the client's words; empty where nobody said. */
  since: fieldText,
  remark: fieldText,
  /** Where on the body; none where it was not asked or not said. */
  regionIds,
})
export type GivenAnswer = z.infer<typeof givenAnswer>

/** An answer as it is stored: with the words that were shown, and what it meant when it was given. */
export const healthAnswer = givenAnswer.extend({ text: z.string(), meaning: z.enum(meanings), wording: z.string() })
export type HealthAnswer = z.infer<typeof healthAnswer>

/** What is listed by name, as often as there is something to list. The names are stored and never change. */
export const entryLists = ['medication', 'allergy', 'operation', 'implant', 'other care'] as const
export type EntryList = (typeof entryLists)[number]

/** The effects of a medication that matter at the table. */
export const medicationEffects = [
  'none',
  'bruises easily',
  'dizzy on rising',
  'dulled feeling',
  'patch or injection',
] as const
export type MedicationEffect = (typeof medicationEffects)[number]

export const healthEntry = z.strictObject({
  id: z.uuid(),
  list: z.enum(entryLists),
  /** Medication, substance, operation or injury, implant, or who treats. */
  name: fieldText.min(1),
  /** What for, what happens, or anything else that should be known; may be empty. */
  detail: fieldText,
  /** Since when, or when it was; may be empty. */
  since: fieldText,
  effect: z.enum(medicationEffects),
  regionIds,
})
export type HealthEntry = z.infer<typeof healthEntry>

/** Preferences at the table; each empty or null while it is not known. */
export const tablePreferences = z.strictObject({
  /** 1, very light, to 5, very firm. */
  pressure: z.int().min(1).max(5).nullable(),
  /** Positions, pillows, face cradle. */
  position: fieldText,
  /** Warmth of the table and the room. */
  warmth: fieldText,
  /** Music, talk, quiet. */
  sound: fieldText,
  /** Oils and scents. */
  oil: fieldText,
  /** Anything that would make it more comfortable. */
  comfort: fieldText,
})
export type TablePreferences = z.infer<typeof tablePreferences>

export const noPreferences: TablePreferences = {
  pressure: null,
  position: '',
  warmth: '',
  sound: '',
  oil: '',
  comfort: '',
}

/** All that is asked in an intake or a review, with the answers as they are given. */
export const givenHealth = z.strictObject({
  answers: z
    .array(givenAnswer)
    .max(500)
    .refine((list) => isEachOnce(list.map((one) => one.questionId)), 'repeated'),
  entries: z
    .array(healthEntry)
    .max(1000)
    .refine((list) => isEachOnce(list.map(({ id }) => id)), 'repeated'),
  pregnancyWeeks: z.int().min(1).max(45).nullable(),
  /** Earlier massage: how it was, what helped. */
  earlierMassage: longText,
  preferences: tablePreferences,
})
export type GivenHealth = z.infer<typeof givenHealth>

/** The same as it is stored. */
export const health = givenHealth.extend({ answers: z.array(healthAnswer) })
export type Health = z.infer<typeof health>

export const emptyHealth: GivenHealth = {
  answers: [],
  entries: [],
  pregnancyWeeks: null,
  earlierMassage: '',
  preferences: noPreferences,
}

/** What an answer to a question means for massage. Not being sure counts as a yes. */
export function meaningOf({ meaning, past }: Pick<Question, 'meaning' | 'past'>, answer: Answer): Meaning {
  if (answer === 'no') return 'nothing'
  return answer === 'past' ? past : meaning
}

/** The regions that an answer touches: those that it names, otherwise the question's own. A "no" touches none. */
export const regionsTouched = (
  { regionIds: own }: Pick<Question, 'regionIds'>,
  given: GivenAnswer,
): readonly string[] => (given.answer === 'no' ? [] : given.regionIds.length > 0 ? given.regionIds : own)
