// What belongs to a session besides the sections of its note: measures, lists, the timer's spans, the private remark, answers.
import type { SessionRecord } from '#shared/contract/sessions.ts'
import { isMeasureId, measureScore, type MeasureScore } from '#shared/domain/measures.ts'
import { signQuestion, type SignAnswer } from '#shared/domain/record/signQuestions.ts'
import type { ActivityRow, RangeRow, ScoreRow } from '../database/repositories/measureRepository.ts'
import type { Repositories } from '../database/repositories/repositories.ts'
import type { SessionItemRow } from '../database/repositories/sessionItemRepository.ts'
import type { SessionRow } from '../database/repositories/sessionRepository.ts'
import type { signAnswer } from '../database/schema.ts'

type BesideTheNote = Pick<
  SessionRecord,
  'measuresAsked' | 'measures' | 'techniques' | 'homework' | 'timedSpans' | 'privateRemark' | 'signAnswers'
>

/** A stored score, or null where a newer version of the app made it. */
const toScore = ({ measure, before, after, beforeText }: ScoreRow): MeasureScore | null =>
  measureScore.safeParse({ measure, before, after, ...(beforeText !== null && { beforeText }) }).data ?? null

/** A stored range as the contract gives it. */
export const toRange = ({ sessionId: _, position: __, textBefore, textAfter, ...range }: RangeRow) => ({
  ...range,
  ...(textBefore !== null && { textBefore }),
  ...(textAfter !== null && { textAfter }),
})
/** A stored activity as the contract gives it. */
export const toActivity = ({ id, activity, score }: ActivityRow) => ({ id, activity, score })

const itemsOf = (rows: readonly SessionItemRow[], list: SessionItemRow['list']) =>
  rows.filter((row) => row.list === list).map(({ text, carriedFrom }) => ({ text, carriedFrom }))

/** A stored answer, or null where a newer version of the app asked. */
function toAnswer({ question, section, amount, decision }: typeof signAnswer.$inferSelect): SignAnswer | null {
  const asked = signQuestion.safeParse({ question, section, amount }).data
  return asked ? { ...asked, decision } : null
}

const isKnown = <T>(value: T | null): value is T => value !== null

const bySession = <T extends { sessionId: string }>(rows: readonly T[]) => {
  const groups = Map.groupBy(rows, (row) => row.sessionId)
  return (id: string): readonly T[] => groups.get(id) ?? []
}

/**
 * Reads the measures, techniques and homework of these sessions.
 * @returns a function that gives them for one session
 */
export function readMeasured({ measures, items }: Pick<Repositories, 'measures' | 'items'>, ids: readonly string[]) {
  const scores = bySession(measures.scores.ofSessions(ids))
  const ranges = bySession(measures.ranges.ofSessions(ids))
  const activities = bySession(measures.activities.ofSessions(ids))
  const listed = bySession(items.ofSessions(ids))
  return (id: string): Pick<SessionRecord, 'measures' | 'techniques' | 'homework'> => ({
    measures: {
      scores: scores(id).map(toScore).filter(isKnown),
      ranges: ranges(id).map(toRange),
      activities: activities(id).map(toActivity),
    },
    techniques: itemsOf(listed(id), 'technique'),
    homework: itemsOf(listed(id), 'homework'),
  })
}

/**
 * Reads what stands beside the notes of these sessions.
 * @returns a function that gives it for one session
 */
export function readBeside(repositories: Repositories, ids: readonly string[]): (session: SessionRow) => BesideTheNote {
  const { measures, timer, remarks, signAnswers, templates } = repositories
  const measuredIn = readMeasured(repositories, ids)
  const spans = bySession(timer.ofSessions(ids))
  const remark = bySession(remarks.ofSessions(ids))
  const answers = bySession(signAnswers.ofSessions(ids))
  const askedByPractice = measures.askedByPractice().filter(isMeasureId)
  const askedByTemplate = Map.groupBy(templates.measures(), (row) => row.templateId)
  // A template without measures of its own, or a removed one, leaves the measures to the practice's settings.
  const measuresAsked = (templateId: string | null) => {
    const rows = templateId === null ? undefined : askedByTemplate.get(templateId)
    const own = rows?.map(({ measure }) => measure).filter(isMeasureId) ?? []
    return own.length === 0 ? askedByPractice : own
  }
  return ({ id, templateId }) => ({
    measuresAsked: measuresAsked(templateId),
    ...measuredIn(id),
    timedSpans: spans(id).map(({ sessionId: _, ...span }) => span),
    privateRemark: remark(id)[0]?.text ?? '',
    signAnswers: answers(id).map(toAnswer).filter(isKnown),
  })
}
