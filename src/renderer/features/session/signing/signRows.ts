// The questions before a signature as rows: what belongs together is answered at once.
import type { Output } from '#shared/contract/contract.ts'
import type { SessionRecord } from '#shared/contract/sessions.ts'
import { carriedRuns } from '#shared/domain/note/carried.ts'
import type { CarriedPart } from '#shared/domain/note/parts.ts'
import type { SectionId } from '#shared/domain/note/sections.ts'
import { placeWords, questionWords, type QuestionTimes } from '#shared/domain/record/questionWords.ts'
import type { SignAnswer, SignDecision, SignQuestion } from '#shared/domain/record/signQuestions.ts'
import { instantOnScreen, shortDateWords } from '#renderer/ui/dateWords.ts'

export interface SignRow {
  /** Unlike those of the other rows, and another one where another number is asked about. */
  readonly key: string
  /** "Plan", "Body map". */
  readonly place: string
  /** The place that it leads to; null where there is none on the screen. */
  readonly goesTo: CarriedPart | null
  /** "2 passages from 9 Nov, not confirmed; 96% the same as on 9 Nov". */
  readonly words: string
  readonly questions: readonly SignQuestion[]
  /** The possible answers, the likeliest first: a blank can only be left. */
  readonly decisions: readonly [SignDecision, ...SignDecision[]]
}

/** Text that was taken over and is still the same as last time is one thing to answer, not two. */
const keyOf = ({ question, section }: SignQuestion): string => {
  const isText = question === 'unconfirmed text' || question === 'same as last time'
  return `${section ?? ''} ${isText ? 'text' : question}`
}

function goesTo({ question, section }: SignQuestion): CarriedPart | null {
  if (section !== null) return section
  if (question === 'unconfirmed findings') return 'map'
  return question === 'unconfirmed items' ? 'techniques' : null
}

/** The visits that a section's open text comes from: "9 Nov", or "earlier visits". */
function carriedFrom(sections: SessionRecord['sections'], section: SectionId | null, today: string) {
  const document = sections.find((stored) => stored.section === section)?.document
  const dates = new Set(document ? carriedRuns(document).map(({ date }) => date) : [])
  const [date] = dates
  if (date === undefined) return undefined
  return dates.size === 1 ? shortDateWords(date, today) : 'earlier visits'
}

/**
 * The rows of the open questions, in their order.
 * @param today `YYYY-MM-DD`, dates of this year are shown without the year
 */
export function signRows(
  { questions, lastVisitAt, lastSignedAt, lastSignedOffset }: Output<'session:signQuestions'>,
  { sections }: Pick<SessionRecord, 'sections'>,
  today: string,
): readonly SignRow[] {
  const rows = new Map<string, SignRow>()
  for (const asked of questions) {
    const times: QuestionTimes = {
      lastVisit: lastVisitAt === null ? undefined : shortDateWords(lastVisitAt, today),
      lastSigned: lastSignedAt === null ? undefined : instantOnScreen(lastSignedAt, lastSignedOffset),
      carriedFrom: carriedFrom(sections, asked.section, today),
    }
    const key = keyOf(asked)
    const before = rows.get(key)
    const words = questionWords(asked, times)
    rows.set(key, {
      key,
      place: placeWords(asked),
      goesTo: goesTo(asked),
      words: before ? `${before.words}; ${words}` : words,
      questions: [...(before?.questions ?? []), asked],
      decisions: asked.question === 'open blanks' ? ['left'] : ['confirmed', 'left'],
    })
  }
  return [...rows.values()].map((row) => ({ ...row, key: [row.key, ...row.questions.map(amountOf)].join(' ') }))
}

const amountOf = ({ amount }: SignQuestion) => amount ?? ''

/** The answers to all questions of the rows that have a decision, by their keys. */
export const answersOf = (
  rows: readonly SignRow[],
  decisions: Readonly<Record<string, SignDecision>>,
): readonly SignAnswer[] =>
  rows.flatMap(({ key, questions }) => {
    const decision = decisions[key]
    return decision ? questions.map((question) => ({ ...question, decision })) : []
  })
