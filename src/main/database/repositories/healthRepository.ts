// What clients say about their health in the database: reviews with all that belongs to them, decisions, and the practice's rules.
import { asc, desc, eq, sql } from 'drizzle-orm'
import type { OpenDatabase } from '../openDatabase.ts'
import {
  healthAnswer,
  healthEntry,
  healthPreference,
  healthRegion,
  healthReview,
  healthRule,
  questionChange,
  safetyDecision,
} from '../schema.ts'
import { columnPlaceholders } from './placeholders.ts'

export type HealthReviewRow = typeof healthReview.$inferSelect
export type HealthAnswerRow = typeof healthAnswer.$inferSelect
export type HealthEntryRow = typeof healthEntry.$inferSelect
export type HealthRegionRow = typeof healthRegion.$inferSelect
export type HealthPreferenceRow = typeof healthPreference.$inferSelect
export type SafetyDecisionRow = typeof safetyDecision.$inferSelect
export type QuestionChangeRow = typeof questionChange.$inferSelect

/** A review with its rows, each in their own order. */
export interface WholeHealthReview {
  readonly review: HealthReviewRow
  readonly answers: readonly HealthAnswerRow[]
  readonly entries: readonly HealthEntryRow[]
  readonly regions: readonly HealthRegionRow[]
  readonly preferences: readonly HealthPreferenceRow[]
}

/** The tables whose rows belong to a review. */
export const tablesOfReview = ['health_answer', 'health_entry', 'health_region', 'health_preference'] as const

export function createHealthRepository({ orm }: OpenDatabase) {
  const id = sql.placeholder('id')
  const byId = orm.select().from(healthReview).where(eq(healthReview.id, id)).prepare()
  // By the order of adding: a clock that was set back changes none.
  const ofClient = orm
    .select()
    .from(healthReview)
    .where(eq(healthReview.clientId, id))
    .orderBy(desc(sql`rowid`))
    .prepare()
  const answers = orm
    .select()
    .from(healthAnswer)
    .where(eq(healthAnswer.reviewId, id))
    .orderBy(asc(healthAnswer.position), asc(healthAnswer.questionId))
    .prepare()
  const entries = orm
    .select()
    .from(healthEntry)
    .where(eq(healthEntry.reviewId, id))
    .orderBy(asc(healthEntry.position), asc(healthEntry.id))
    .prepare()
  const regions = orm
    .select()
    .from(healthRegion)
    .where(eq(healthRegion.reviewId, id))
    .orderBy(asc(healthRegion.ofId), asc(healthRegion.position))
    .prepare()
  const preferences = orm
    .select()
    .from(healthPreference)
    .where(eq(healthPreference.reviewId, id))
    .orderBy(asc(healthPreference.preference))
    .prepare()
  const decisions = orm
    .select()
    .from(safetyDecision)
    .where(eq(safetyDecision.clientId, id))
    .orderBy(desc(sql`rowid`))
    .prepare()
  const inserts = {
    review: orm.insert(healthReview).values(columnPlaceholders(healthReview)).prepare(),
    answer: orm.insert(healthAnswer).values(columnPlaceholders(healthAnswer)).prepare(),
    entry: orm.insert(healthEntry).values(columnPlaceholders(healthEntry)).prepare(),
    region: orm.insert(healthRegion).values(columnPlaceholders(healthRegion)).prepare(),
    preference: orm.insert(healthPreference).values(columnPlaceholders(healthPreference)).prepare(),
    decision: orm.insert(safetyDecision).values(columnPlaceholders(safetyDecision)).prepare(),
  }
  const rule = orm.select().from(healthRule).prepare()
  const changes = orm.select().from(questionChange).orderBy(asc(questionChange.questionId)).prepare()

  return {
    byId: (reviewId: string): HealthReviewRow | undefined => byId.get({ id: reviewId }),
    /** The reviews of a client, the newest first. */
    ofClient: (clientId: string): HealthReviewRow[] => ofClient.all({ id: clientId }),
    whole(reviewId: string): WholeHealthReview | undefined {
      const review = byId.get({ id: reviewId })
      const of = { id: reviewId }
      return (
        review && {
          review,
          answers: answers.all(of),
          entries: entries.all(of),
          regions: regions.all(of),
          preferences: preferences.all(of),
        }
      )
    },
    /** Stores a review that is not signed yet. Within a transaction. */
    insert(whole: WholeHealthReview): void {
      inserts.review.run(whole.review)
      for (const row of whole.answers) inserts.answer.run(row)
      for (const row of whole.entries) inserts.entry.run(row)
      for (const row of whole.regions) inserts.region.run(row)
      for (const row of whole.preferences) inserts.preference.run(row)
    },
    /** What was decided about a client's safety, the newest first. */
    decisionsOf: (clientId: string): SafetyDecisionRow[] => decisions.all({ id: clientId }),
    insertDecision: (row: SafetyDecisionRow) => void inserts.decision.run(row),
    /** After how many months a full review is due, null for never; undefined while the practice has chosen nothing. */
    reviewMonths: (): number | null | undefined => {
      const row = rule.get()
      return row && row.reviewMonths
    },
    putReviewMonths(reviewMonths: number | null): void {
      orm
        .insert(healthRule)
        .values({ id: 1, reviewMonths })
        .onConflictDoUpdate({ target: healthRule.id, set: { reviewMonths } })
        .run()
    },
    /** What the practice changes about questions. */
    questionChanges: (): QuestionChangeRow[] => changes.all(),
    putQuestionChange(row: QuestionChangeRow): void {
      const { questionId, ...set } = row
      orm
        .insert(questionChange)
        .values({ questionId, ...set })
        .onConflictDoUpdate({ target: questionChange.questionId, set })
        .run()
    },
    removeQuestionChange: (questionId: string) =>
      void orm.delete(questionChange).where(eq(questionChange.questionId, questionId)).run(),
  }
}
