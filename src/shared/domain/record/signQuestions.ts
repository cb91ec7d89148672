// The questions before a note is signed. None prevents signing; the answers become a part of the note.
import { z } from 'zod'
import { sectionIds } from '../note/sections.ts'

/**
 * `unconfirmed text`: text of a section that was taken over and neither edited nor confirmed.
 * `unconfirmed findings`, `unconfirmed items`: marks, techniques and homework that were taken over and not confirmed.
 * `same as last time`: a section that is over 90 % the same as last time's.
 * `open blanks`: blanks of phrases that nobody filled in.
 * `timed long`: the timer ran for much longer than was planned, as when nobody stopped it.
 * `clock set back`: this computer's clock stands before the time of the newest signature.
 */
export const signQuestionKinds = [
  'unconfirmed text',
  'unconfirmed findings',
  'unconfirmed items',
  'same as last time',
  'open blanks',
  'timed long',
  'clock set back',
] as const
export type SignQuestionKind = (typeof signQuestionKinds)[number]

/** `confirmed`: it is true today, and carried-over content counts as confirmed. `left`: signed as it is. */
export const signDecisions = ['confirmed', 'left'] as const
export type SignDecision = (typeof signDecisions)[number]

export const signQuestion = z.strictObject({
  question: z.enum(signQuestionKinds),
  /** The section that is asked about, or null. */
  section: z.enum(sectionIds).nullable(),
  /** How many are open; for `same as last time` the share in whole percent, for `timed long` whole hours; else null. */
  amount: z.int().min(0).nullable(),
})
export type SignQuestion = z.infer<typeof signQuestion>

export const signAnswer = signQuestion.extend({ decision: z.enum(signDecisions) })
export type SignAnswer = z.infer<typeof signAnswer>

/**
 * The answer that was given while the note was written: text confirmed there is not asked about again because
 * it is the same as last time's. As long as part of the section is unconfirmed, no part of it is.
 */
export function answerInNote(
  asked: SignQuestion,
  all: readonly SignQuestion[],
  kept: readonly Pick<SignAnswer, 'question' | 'section' | 'decision'>[],
): SignAnswer | undefined {
  const isOf = (kind: SignQuestionKind) => (one: Pick<SignQuestion, 'question' | 'section'>) =>
    one.question === kind && one.section === asked.section
  if (asked.question !== 'same as last time' || all.some(isOf('unconfirmed text'))) return undefined
  const isKept = kept.some((answer) => isOf('same as last time')(answer) && answer.decision === 'confirmed')
  return isKept ? { ...asked, decision: 'confirmed' } : undefined
}

/** The answer to a question among those given; undefined while it is open. With another number it is another question. */
export const answerTo = (asked: SignQuestion, answers: readonly SignAnswer[]): SignAnswer | undefined =>
  answers.find(
    ({ question, section, amount }) =>
      question === asked.question && section === asked.section && amount === asked.amount,
  )
