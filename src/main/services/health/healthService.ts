// Use cases of clients' health: intake, reviews, what was decided about their safety, and what the practice asks.
import { AppError } from '#main/appError.ts'
import type { ServiceChannel } from '#shared/contract/contract.ts'
import { emptyHealth } from '#shared/domain/health/health.ts'
import { questionnaireOf, type QuestionChange } from '#shared/domain/health/questionnaire.ts'
import { decisionsFor, safetyOf } from '#shared/domain/health/safety.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import { found } from '../../records/found.ts'
import {
  answersWithWords,
  currentHealth,
  readHealthVersion,
  readKnownHealth,
  reviewMonthsOf,
  rowsOfReview,
} from '../../records/health.ts'
import type { Handlers, Surroundings } from '../services.ts'

type HealthChannel = Extract<ServiceChannel, `health:${string}` | `questionnaire:${string}`>

/** What other services do for these. */
interface Parts {
  /** Signs a stored review as the chain's next link. */
  readonly signReview: (id: string) => void
  /** @throws VALIDATION for a region that nobody knows, unless it is among the known ones */
  readonly refuseUnknownRegions: (path: string, regionIds: readonly string[], known: readonly string[]) => void
}

export function createHealthService(
  repositories: Repositories,
  { clock, newId }: Surroundings,
  { signReview, refuseUnknownRegions }: Parts,
): Handlers<HealthChannel> {
  const { clients, sessions, healths, atomic } = repositories

  const changes = (): QuestionChange[] =>
    healths
      .questionChanges()
      .map(({ updatedAt: _, isLeftOut, ...change }) => ({ ...change, isLeftOut: isLeftOut === 1 }))

  /** A visit of this client. */
  const refuseOtherVisit = (clientId: string, atVisit: string | null) => {
    if (atVisit !== null && found(sessions.byId(atVisit)).clientId !== clientId) throw new AppError('CONFLICT')
  }

  /** The version in force, which has to be the one that the page was looking at. */
  const versionInForce = (clientId: string, id: string | null) => {
    const current = currentHealth(repositories, clientId)
    if ((current?.id ?? null) !== id) throw new AppError('CONFLICT')
    return current
  }

  const moment = () => {
    const at = clock.now()
    return { at, offset: clock.offsetAt(at) }
  }

  return {
    'health:get': ({ clientId }) => {
      found(clients.byId(clientId))
      return readKnownHealth(repositories, clientId)
    },

    'health:version': ({ clientId, id }) => {
      if (found(healths.byId(id)).clientId !== clientId) throw new AppError('NOT_FOUND')
      return found(readHealthVersion(repositories, id))
    },

    'health:save': atomic(({ clientId, kind, previousId, atVisit, isShort, health }) => {
      found(clients.byId(clientId))
      refuseOtherVisit(clientId, atVisit)
      const before = versionInForce(clientId, previousId)?.health ?? { ...emptyHealth, answers: [] }
      refuseUnknownRegions(
        'health.answers',
        [...health.answers, ...health.entries].flatMap(({ regionIds }) => regionIds),
        [...before.answers, ...before.entries].flatMap(({ regionIds }) => regionIds),
      )
      const answers = [...answersWithWords(health.answers, questionnaireOf(changes()), before.answers)]
      const { at: answeredAt, offset: answeredOffset } = moment()
      const id = newId()
      const facts = {
        id,
        clientId,
        kind,
        previousId,
        atVisit,
        isShort: isShort ? 1 : 0,
        answeredAt,
        answeredOffset,
      } as const
      healths.insert(rowsOfReview(facts, { ...health, answers }))
      signReview(id)
      return { id }
    }),

    'health:confirm': atomic(({ clientId, versionId, atVisit }) => {
      found(clients.byId(clientId))
      refuseOtherVisit(clientId, atVisit)
      versionInForce(clientId, versionId)
      const { at: answeredAt, offset: answeredOffset } = moment()
      const id = newId()
      const facts = {
        id,
        clientId,
        kind: 'nothing changed',
        previousId: versionId,
        atVisit,
        isShort: 0,
        answeredAt,
        answeredOffset,
      } as const
      healths.insert(rowsOfReview(facts, { ...emptyHealth, answers: [] }))
      signReview(id)
      return { id }
    }),

    'health:decide': atomic(({ clientId, versionId, from, atVisit, decision, remark }) => {
      found(clients.byId(clientId))
      refuseOtherVisit(clientId, atVisit)
      const { health } = found(versionInForce(clientId, versionId))
      const { meaning, wording } = found(safetyOf(health).find((line) => line.from === from))
      if (!decisionsFor[meaning].includes(decision)) throw new AppError('CONFLICT')
      const { at: decidedAt, offset: decidedOffset } = moment()
      healths.insertDecision({
        id: newId(),
        clientId,
        reviewId: versionId,
        ofId: from,
        meaning,
        wording,
        atVisit,
        decision,
        remark,
        decidedAt,
        decidedOffset,
      })
      return {}
    }),

    'questionnaire:get': () => ({ changes: changes(), reviewMonths: reviewMonthsOf(repositories) }),

    'questionnaire:change': ({ change: { isLeftOut, ...change } }) => {
      healths.putQuestionChange({ ...change, isLeftOut: isLeftOut ? 1 : 0, updatedAt: clock.now() })
      return {}
    },

    'questionnaire:reset': ({ questionId }) => {
      healths.removeQuestionChange(questionId)
      return {}
    },

    'questionnaire:saveRule': ({ reviewMonths: months }) => {
      healths.putReviewMonths(months)
      return {}
    },
  }
}
