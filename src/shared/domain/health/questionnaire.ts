// The questionnaire about health: our questions, and the layer of a practice's own changes above them.
import { z } from 'zod'
import { fieldText } from '../text.ts'
import { furtherQuestions } from './questions/furtherQuestions.ts'
import { firstQuestions } from './questions/firstQuestions.ts'
import { meanings, type Question } from './question.ts'

/** Increases with every change of our questions; each stored review names the version that it was asked with. */
export const questionnaireVersion = 1

/** Every question of ours, in the order of asking. */
export const questions: readonly Question[] = [...firstQuestions, ...furtherQuestions]

export const questionId = z
  .string()
  .regex(/^[a-z]+\.[a-z-]+$/u)
  .max(60)

/** What a practice changes about one question; null for what stays ours. It stands above our questions and outlives their versions. */
export const questionChange = z.strictObject({
  questionId,
  text: fieldText.min(1).nullable(),
  meaning: z.enum(meanings).nullable(),
  wording: fieldText.nullable(),
  isLeftOut: z.boolean(),
})
export type QuestionChange = z.infer<typeof questionChange>

/**
 * The questions as a practice asks them. A change of a question that this version does not know changes nothing, and stays.
 * @param changes at most one for each question
 */
export function questionnaireOf(changes: readonly QuestionChange[]): readonly Question[] {
  const byId = new Map(changes.map((change) => [change.questionId, change]))
  return questions.flatMap((question) => {
    const change = byId.get(question.id)
    if (!change) return [question]
    if (change.isLeftOut) return []
    return [
      {
        ...question,
        text: change.text ?? question.text,
        meaning: change.meaning ?? question.meaning,
        wording: change.wording ?? question.wording,
      },
    ]
  })
}
