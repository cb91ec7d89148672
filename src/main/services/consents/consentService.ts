// Use cases of consents: the practice's rules, giving and withdrawing a consent, and what a session still needs.
import { AppError, fieldError } from '#main/appError.ts'
import type { ServiceChannel } from '#shared/contract/contract.ts'
import { consentProblem } from '#shared/domain/consent/consent.ts'
import { isUnderAge } from '#shared/domain/consent/forms.ts'
import { displayName } from '#shared/domain/client.ts'
import { dayOfWallTime } from '#shared/domain/time.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import { readConsentRules, readConsents, readLacks, readNeeds } from '../../records/consents.ts'
import { found } from '../../records/found.ts'
import { encodePoints } from '../../records/marks.ts'
import type { Handlers, Surroundings } from '../services.ts'

type ConsentChannel = Extract<ServiceChannel, `consent:${string}`>

/** Who may sign for a client who is under age. */
const guardianRelations: ReadonlySet<string> = new Set(['guardian', 'parent'])

/** @param sign signs a stored record of a kind as the chain's next link */
export function createConsentService(
  repositories: Repositories,
  { clock }: Surroundings,
  sign: (kind: 'consent' | 'withdrawal', id: string) => void,
): Handlers<ConsentChannel> {
  const { consents, clients, sessions, people, signatures, atomic } = repositories

  const underAge = (clientId: string) =>
    isUnderAge(
      found(clients.byId(clientId)).dateOfBirth,
      dayOfWallTime(clock.wallNow()),
      readConsentRules(repositories),
    )

  const guardiansOf = (clientId: string) =>
    people
      .householdOf(clientId)
      .filter((link) => link.clientId === clientId && guardianRelations.has(link.relation))
      .map(({ personId, personName }) => (personId === null ? personName : displayName(found(clients.byId(personId)))))

  return {
    'consent:rules': () => ({ rules: readConsentRules(repositories) }),

    'consent:saveRules': atomic(({ rules }) => {
      consents.putRules(rules)
      return {}
    }),

    'consent:ofClient': ({ clientId }) => ({
      isUnderAge: underAge(clientId),
      consents: readConsents(repositories, clock, clientId),
      guardians: guardiansOf(clientId),
    }),

    'consent:give': atomic(({ consent }) => {
      const problem = consentProblem(consent, underAge(consent.clientId))
      if (problem !== null) throw fieldError('consent', problem)
      if (consent.atVisit !== null && found(sessions.byId(consent.atVisit)).clientId !== consent.clientId) {
        throw new AppError('CONFLICT')
      }
      if (consents.whole(consent.id)) throw new AppError('CONFLICT')
      const givenAt = clock.now()
      consents.insert({
        ...consent,
        marks: consent.marks.map((mark) => ({ ...mark, points: mark.points && encodePoints(mark.points) })),
        givenAt,
        givenOffset: clock.offsetAt(givenAt),
      })
      sign('consent', consent.id)
      return {}
    }),

    'consent:withdraw': atomic(({ withdrawal }) => {
      found(signatures.of(withdrawal.consentId) && consents.whole(withdrawal.consentId))
      if (consents.withdrawalOf(withdrawal.consentId)) throw new AppError('CONFLICT')
      const withdrawnAt = clock.now()
      consents.insertWithdrawal({ ...withdrawal, withdrawnAt, withdrawnOffset: clock.offsetAt(withdrawnAt) })
      sign('withdrawal', withdrawal.id)
      return {}
    }),

    'consent:needed'({ sessionId }) {
      const session = found(sessions.byId(sessionId))
      const isSigned = signatures.of(sessionId) !== undefined
      return {
        needs: isSigned
          ? []
          : readNeeds(repositories, clock, session).map((need) => ({ ...need, regionIds: [...need.regionIds] })),
        lacks: readLacks(repositories, sessionId),
      }
    },
  }
}
