// Operations on what clients say about their health, on what follows from it at the table, and on what the practice asks.
import { z } from 'zod'
import { givenHealth, health } from '../domain/health/health.ts'
import { meanings } from '../domain/health/question.ts'
import { questionChange, questionId } from '../domain/health/questionnaire.ts'
import { reviewKinds } from '../domain/health/reviews.ts'
import { safetyDecisions } from '../domain/health/safety.ts'
import { fieldText } from '../domain/text.ts'
import { utcOffset } from '../domain/time.ts'
import { audited, changesPractice, read } from './operation.ts'
import { signature } from './sessions.ts'

const nothing = z.strictObject({})
const id = z.uuid()
const ofClient = ({ clientId }: { clientId: string }) => clientId

const reviewSummary = z.strictObject({
  id,
  kind: z.enum(reviewKinds),
  /** The version that it made or confirmed. */
  versionId: id,
  /** The session at which it was asked; null for none. */
  atVisit: id.nullable(),
  /** UTC. */
  answeredAt: z.string(),
  answeredOffset: utcOffset,
})
export type HealthReviewSummary = z.infer<typeof reviewSummary>

const healthVersion = reviewSummary.extend({
  isShort: z.boolean(),
  health,
  signature,
})
export type HealthVersion = z.infer<typeof healthVersion>

const safetyDecision = z.strictObject({
  id,
  /** The review, and its answer or entry, that the decided line is from. */
  reviewId: id,
  from: z.string(),
  meaning: z.enum(meanings),
  wording: z.string(),
  atVisit: id.nullable(),
  decision: z.enum(safetyDecisions),
  remark: z.string(),
  /** Whether it is the last word on its line, which has stood in every version since. */
  holds: z.boolean(),
  /** UTC. */
  decidedAt: z.string(),
  decidedOffset: utcOffset,
})
export type SafetyDecisionRecord = z.infer<typeof safetyDecision>

/** What is known of a client's health: the version in force, every review, newest first, and every decision, newest first. */
export const knownHealth = z.strictObject({
  current: healthVersion.nullable(),
  reviews: z.array(reviewSummary),
  decisions: z.array(safetyDecision),
  /** The day from which a full review is due, `YYYY-MM-DD`; null where the practice asks for none, or before the intake. */
  dueOn: z.string().nullable(),
})
export type KnownHealth = z.infer<typeof knownHealth>

export const healthOperations = {
  'health:get': read(z.strictObject({ clientId: id }), knownHealth, audited('viewed', 'client', ofClient)),
  /** One version of what a client said. */
  'health:version': read(z.strictObject({ clientId: id, id }), healthVersion, audited('viewed', 'client', ofClient)),
  /**
   * Stores and signs what a client says, as a new version. Refused with CONFLICT where the version that it was made from is no longer the
   * one in force.
   */
  'health:save': changesPractice(
    z.strictObject({
      clientId: id,
      kind: z.enum(reviewKinds).exclude(['nothing changed']),
      previousId: id.nullable(),
      atVisit: id.nullable(),
      isShort: z.boolean(),
      health: givenHealth,
    }),
    z.strictObject({ id }),
    audited('signed', 'client', ofClient),
    ['health:get'],
  ),
  /** Stores and signs that nothing has changed since the version in force. */
  'health:confirm': changesPractice(
    z.strictObject({ clientId: id, versionId: id, atVisit: id.nullable() }),
    z.strictObject({ id }),
    audited('signed', 'client', ofClient),
    ['health:get'],
  ),
  /** Keeps what the therapist decided about a line of a client's safety. */
  'health:decide': changesPractice(
    z.strictObject({
      clientId: id,
      /** The version in force, and the answer or entry of the line. */
      versionId: id,
      from: z.string().min(1).max(100),
      atVisit: id.nullable(),
      decision: z.enum(safetyDecisions),
      remark: fieldText,
    }),
    nothing,
    audited('changed', 'client', ofClient),
    ['health:get'],
  ),
  /** What the practice changes about our questions, and after how many months a full review is due; null for never. */
  'questionnaire:get': read(
    nothing,
    z.strictObject({ changes: z.array(questionChange), reviewMonths: z.int().nullable() }),
  ),
  'questionnaire:change': changesPractice(
    z.strictObject({ change: questionChange }),
    nothing,
    audited('settings changed', 'practice'),
    ['questionnaire:get'],
  ),
  /** Takes the practice's change of a question back. */
  'questionnaire:reset': changesPractice(
    z.strictObject({ questionId }),
    nothing,
    audited('settings changed', 'practice'),
    ['questionnaire:get'],
  ),
  'questionnaire:saveRule': changesPractice(
    z.strictObject({ reviewMonths: z.int().min(1).max(120).nullable() }),
    nothing,
    audited('settings changed', 'practice'),
    ['questionnaire:get', 'health:get'],
  ),
} as const
