// The words of the questions before a signature, and of their answers: one wording for dialog, signed note and paper.
import { sectionNames } from '../note/sections.ts'
import type { SignAnswer, SignQuestion, SignQuestionKind } from './signQuestions.ts'

/** Dates in the reader's form, such as "9 Nov"; a missing one is left out of the words. */
export interface QuestionTimes {
  /** The client's visit before. */
  readonly lastVisit?: string | undefined
  /** The visit that the text was taken over from. */
  readonly carriedFrom?: string | undefined
  /** When the newest signature was made. */
  readonly lastSigned?: string | undefined
}

const places: Partial<Record<SignQuestionKind, string>> = {
  'unconfirmed findings': 'Body map',
  'unconfirmed items': 'Techniques, homework',
  'timed long': 'Timer',
  'clock set back': 'Clock',
}

/** Where a question belongs: "Plan", "Body map". */
export const placeWords = ({ question, section }: Pick<SignQuestion, 'question' | 'section'>): string =>
  section === null ? (places[question] ?? 'Note') : sectionNames[section]

const counted = (amount: number | null, one: string, many = `${one}s`) => `${amount ?? 0} ${amount === 1 ? one : many}`

const subjects: Readonly<Record<SignQuestionKind, (amount: number | null, times: QuestionTimes) => string>> = {
  'unconfirmed text': (amount, { carriedFrom }) =>
    `${counted(amount, 'passage')} from ${carriedFrom ?? 'an earlier visit'}`,
  'unconfirmed findings': (amount) => `${counted(amount, 'finding')} from last visit`,
  'unconfirmed items': (amount) => `${counted(amount, 'entry', 'entries')} from an earlier visit`,
  'same as last time': (amount, { lastVisit }) =>
    `${amount ?? 0}% the same as ${lastVisit === undefined ? 'last time' : `on ${lastVisit}`}`,
  'open blanks': (amount) => `${counted(amount, 'blank')} not filled in`,
  'timed long': (amount) => `${counted(amount, 'hour')} timed, far over the planned length`,
  'clock set back': (_, { lastSigned }) =>
    `set before the newest signature${lastSigned === undefined ? '' : `, of ${lastSigned}`}`,
}

const isUnconfirmed = ({ question }: Pick<SignQuestion, 'question'>) => question.startsWith('unconfirmed')

/** The question: "96% the same as on 9 Nov", "1 finding from last visit, not confirmed". */
export const questionWords = (asked: SignQuestion, times: QuestionTimes = {}): string =>
  subjects[asked.question](asked.amount, times) + (isUnconfirmed(asked) ? ', not confirmed' : '')

const leftWords: Partial<Record<SignQuestionKind, string>> = {
  'same as last time': 'left as it is',
  'open blanks': 'left blank',
  'timed long': 'left as it is',
  'clock set back': 'left as it is',
}

/** A question and its answer, as the record stores them: "Plan: 96% the same as last time, confirmed". */
export function answerWords(answer: SignAnswer): string {
  const left = leftWords[answer.question] ?? 'left unconfirmed'
  const decision = answer.decision === 'confirmed' ? 'confirmed' : left
  return `${placeWords(answer)}: ${subjects[answer.question](answer.amount, {})}, ${decision}`
}
