// The tables of clients' health as Drizzle knows them: reviews with their answers, what was decided, and the practice's own rules.
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Answer, EntryList, MedicationEffect } from '#shared/domain/health/health.ts'
import type { Meaning } from '#shared/domain/health/question.ts'
import type { ReviewKind } from '#shared/domain/health/reviews.ts'

export const healthReview = sqliteTable('health_review', {
  id: text('id').primaryKey(),
  clientId: text('client_id').notNull(),
  kind: text('kind').$type<ReviewKind>().notNull(),
  previousId: text('previous_id'),
  atVisit: text('at_visit'),
  isShort: integer('is_short').$type<0 | 1>().notNull(),
  questionnaireVersion: integer('questionnaire_version').notNull(),
  answeredAt: text('answered_at').notNull(),
  answeredOffset: integer('answered_offset').notNull(),
  pregnancyWeeks: integer('pregnancy_weeks'),
  earlierMassage: text('earlier_massage').notNull(),
})

export const healthAnswer = sqliteTable(
  'health_answer',
  {
    reviewId: text('review_id').notNull(),
    questionId: text('question_id').notNull(),
    position: integer('position').notNull(),
    text: text('text').notNull(),
    answer: text('answer').$type<Answer>().notNull(),
    since: text('since').notNull(),
    remark: text('remark').notNull(),
    meaning: text('meaning').$type<Meaning>().notNull(),
    wording: text('wording').notNull(),
  },
  (table) => [primaryKey({ columns: [table.reviewId, table.questionId] })],
)

export const healthEntry = sqliteTable(
  'health_entry',
  {
    reviewId: text('review_id').notNull(),
    id: text('id').notNull(),
    position: integer('position').notNull(),
    list: text('list').$type<EntryList>().notNull(),
    name: text('name').notNull(),
    detail: text('detail').notNull(),
    since: text('since').notNull(),
    effect: text('effect').$type<MedicationEffect>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.reviewId, table.id] })],
)

export const healthRegion = sqliteTable(
  'health_region',
  {
    reviewId: text('review_id').notNull(),
    ofId: text('of_id').notNull(),
    position: integer('position').notNull(),
    regionId: text('region_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.reviewId, table.ofId, table.position] })],
)

export const healthPreference = sqliteTable(
  'health_preference',
  {
    reviewId: text('review_id').notNull(),
    preference: text('preference').notNull(),
    value: text('value').notNull(),
  },
  (table) => [primaryKey({ columns: [table.reviewId, table.preference] })],
)

export const safetyDecision = sqliteTable('safety_decision', {
  id: text('id').primaryKey(),
  clientId: text('client_id').notNull(),
  reviewId: text('review_id').notNull(),
  ofId: text('of_id').notNull(),
  meaning: text('meaning').$type<Meaning>().notNull(),
  wording: text('wording').notNull(),
  atVisit: text('at_visit'),
  decision: text('decision').notNull(),
  remark: text('remark').notNull(),
  decidedAt: text('decided_at').notNull(),
  decidedOffset: integer('decided_offset').notNull(),
})

export const healthRule = sqliteTable('health_rule', {
  id: integer('id').primaryKey(),
  reviewMonths: integer('review_months'),
})

export const questionChange = sqliteTable('question_change', {
  questionId: text('question_id').primaryKey(),
  text: text('text'),
  meaning: text('meaning').$type<Meaning>(),
  wording: text('wording'),
  isLeftOut: integer('is_left_out').$type<0 | 1>().notNull(),
  updatedAt: text('updated_at').notNull(),
})
