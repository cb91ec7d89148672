// What clients say about their health: rows to domain and back.
import type { HealthReviewSummary, HealthVersion, KnownHealth, SafetyDecisionRecord } from '#shared/contract/health.ts'
import {
  entryLists,
  medicationEffects,
  meaningOf,
  noPreferences,
  regionsTouched,
  type GivenAnswer,
  type GivenHealth,
  type Health,
  type HealthAnswer,
  type TablePreferences,
} from '#shared/domain/health/health.ts'
import { meanings, type Meaning, type Question } from '#shared/domain/health/question.ts'
import { questionnaireVersion } from '#shared/domain/health/questionnaire.ts'
import { reviewDueOn, usualReviewMonths } from '#shared/domain/health/reviews.ts'
import { safetyDecisions, safetyOf } from '#shared/domain/health/safety.ts'
import type {
  HealthReviewRow,
  SafetyDecisionRow,
  WholeHealthReview,
} from '../database/repositories/healthRepository.ts'
import type { Repositories } from '../database/repositories/repositories.ts'
import { dayAt } from '#shared/domain/time.ts'
import { found } from './found.ts'
import { toSignature } from './session.ts'

/** What a later version wrote and this one does not know is shown as the closest that it does. */
const known = <T extends string>(names: readonly T[], value: string, otherwise: T): T =>
  names.find((name) => name === value) ?? otherwise

const knownMeaning = (value: string): Meaning => known(meanings, value, 'caution')

const toReviewSummary = ({
  id,
  kind,
  previousId,
  atVisit,
  answeredAt,
  answeredOffset,
}: HealthReviewRow): HealthReviewSummary => ({
  id,
  kind,
  versionId: kind === 'nothing changed' && previousId !== null ? previousId : id,
  atVisit,
  answeredAt,
  answeredOffset,
})

function preferencesOf(rows: WholeHealthReview['preferences']): TablePreferences {
  const stored = new Map(rows.map(({ preference, value }) => [preference, value]))
  const text = (name: Exclude<keyof TablePreferences, 'pressure'>) => stored.get(name) ?? ''
  const pressure = Number(stored.get('pressure') ?? Number.NaN)
  return {
    pressure: Number.isInteger(pressure) && pressure >= 1 && pressure <= 5 ? pressure : null,
    position: text('position'),
    warmth: text('warmth'),
    sound: text('sound'),
    oil: text('oil'),
    comfort: text('comfort'),
  }
}

function toHealth({ review, answers, entries, regions, preferences }: WholeHealthReview): Health {
  const regionsOf = Map.groupBy(regions, ({ ofId }) => ofId)
  const regionIds = (id: string) => (regionsOf.get(id) ?? []).map(({ regionId }) => regionId)
  return {
    answers: answers.map(({ questionId, answer, since, remark, text, meaning, wording }) => ({
      questionId,
      answer,
      since,
      remark,
      regionIds: regionIds(questionId),
      text,
      meaning: knownMeaning(meaning),
      wording,
    })),
    entries: entries.map(({ id, list, name, detail, since, effect }) => ({
      id,
      list: known(entryLists, list, 'other care'),
      name,
      detail,
      since,
      effect: known(medicationEffects, effect, 'none'),
      regionIds: regionIds(id),
    })),
    pregnancyWeeks: review.pregnancyWeeks,
    earlierMassage: review.earlierMassage,
    preferences: preferencesOf(preferences),
  }
}

/** A version with all that it says; undefined where there is none, or its signature is not there. */
export function readHealthVersion({ healths, signatures }: Repositories, id: string): HealthVersion | undefined {
  const whole = healths.whole(id)
  const signed = whole && signatures.of(id)
  return (
    signed && {
      ...toReviewSummary(whole.review),
      isShort: whole.review.isShort === 1,
      health: toHealth(whole),
      signature: toSignature(signed),
    }
  )
}

/** After how many months a full review is due; null for never. */
export function reviewMonthsOf({ healths }: Repositories): number | null {
  const chosen = healths.reviewMonths()
  return chosen === undefined ? usualReviewMonths : chosen
}

/** All that is known of a client's health. */
export function readKnownHealth(repositories: Repositories, clientId: string): KnownHealth {
  const reviews = repositories.healths.ofClient(clientId).map(toReviewSummary)
  const last = reviews.find(({ kind }) => kind === 'intake' || kind === 'full review')
  return {
    current: currentHealth(repositories, clientId) ?? null,
    reviews,
    decisions: readDecisions(repositories, clientId),
    dueOn: last ? reviewDueOn(dayAt(last.answeredAt, last.answeredOffset), reviewMonthsOf(repositories)) : null,
  }
}

/** The version in force of a client; undefined before the intake. */
export function currentHealth(repositories: Repositories, clientId: string): HealthVersion | undefined {
  const newest = repositories.healths.ofClient(clientId)[0]
  return newest && readHealthVersion(repositories, toReviewSummary(newest).versionId)
}

/**
 * What was decided about a client's safety, newest first. A decision holds while it is the last word on its line, and the line has stood in
 * every version since the one that it was made on.
 */
function readDecisions(repositories: Repositories, clientId: string): SafetyDecisionRecord[] {
  const { healths } = repositories
  const versions = healths.ofClient(clientId).filter(({ kind }) => kind !== 'nothing changed')
  const linesOf = new Map<string, ReadonlySet<string>>()
  const lines = (versionId: string) => {
    const cached = linesOf.get(versionId)
    if (cached) return cached
    const whole = healths.whole(versionId)
    const read = new Set(whole ? safetyOf(toHealth(whole)).map(({ from }) => from) : [])
    linesOf.set(versionId, read)
    return read
  }
  const hasStood = ({ reviewId, ofId }: SafetyDecisionRow) => {
    const at = versions.findIndex(({ id }) => id === reviewId)
    return at >= 0 && versions.slice(0, at + 1).every(({ id }) => lines(id).has(ofId))
  }
  const seen = new Set<string>()
  return healths.decisionsOf(clientId).map((row) => {
    const isLast = !seen.has(row.ofId)
    seen.add(row.ofId)
    return toDecision(row, isLast && hasStood(row))
  })
}

const toDecision = (
  { ofId, decision, meaning, clientId: _, ...row }: SafetyDecisionRow,
  holds: boolean,
): SafetyDecisionRecord => ({
  ...row,
  from: ofId,
  meaning: knownMeaning(meaning),
  decision: known(safetyDecisions, decision, 'not asked yet'),
  holds,
})

/**
 * Given answers with the words that were shown, and what they mean. A question that this version does not ask keeps what it was stored
 * with: a later version asked it, or the practice has left it out since.
 * @throws NOT_FOUND for a question that nobody knows
 */
export function answersWithWords(
  given: readonly GivenAnswer[],
  asked: readonly Question[],
  before: readonly HealthAnswer[],
): readonly HealthAnswer[] {
  const byId = new Map(asked.map((question) => [question.id, question]))
  const storedById = new Map(before.map((answer) => [answer.questionId, answer]))
  return given.map((answer) => {
    const question = byId.get(answer.questionId)
    if (question) {
      const { text, wording } = question
      return {
        ...answer,
        regionIds: [...regionsTouched(question, answer)],
        text,
        meaning: meaningOf(question, answer.answer),
        wording,
      }
    }
    const { text, meaning, wording } = found(storedById.get(answer.questionId))
    return {
      ...answer,
      text,
      meaning: answer.answer === 'no' ? 'nothing' : meaning === 'nothing' ? 'caution' : meaning,
      wording,
    }
  })
}

type ReviewFacts = Pick<
  HealthReviewRow,
  'id' | 'clientId' | 'kind' | 'previousId' | 'atVisit' | 'isShort' | 'answeredAt' | 'answeredOffset'
>

/** The rows of a review. */
export function rowsOfReview(
  facts: ReviewFacts,
  health: Omit<GivenHealth, 'answers'> & Pick<Health, 'answers'>,
): WholeHealthReview {
  const reviewId = facts.id
  const { pregnancyWeeks, earlierMassage, preferences } = health
  const regions = [
    ...health.answers.map((answer) => ({ ofId: answer.questionId, regionIds: answer.regionIds })),
    ...health.entries.map((entry) => ({ ofId: entry.id, regionIds: entry.regionIds })),
  ].flatMap(({ ofId, regionIds }) => regionIds.map((regionId, position) => ({ reviewId, ofId, position, regionId })))
  return {
    review: { ...facts, questionnaireVersion, pregnancyWeeks, earlierMassage },
    answers: health.answers.map(({ regionIds: _, ...answer }, position) => ({ reviewId, position, ...answer })),
    entries: health.entries.map(({ regionIds: _, ...entry }, position) => ({ reviewId, position, ...entry })),
    regions,
    preferences: (Object.keys(noPreferences) as (keyof TablePreferences)[])
      .map((preference) => ({ reviewId, preference, value: String(preferences[preference] ?? '') }))
      .filter(({ value }) => value !== ''),
  }
}
