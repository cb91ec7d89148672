// A review of what a client says about their health, as a kind of record: of no session, because it outlives the draft of the visit.
import { canonicalHealth, type HealthContent } from '#shared/domain/record/canonicalHealth.ts'
import { isOfClient } from '#shared/domain/record/signedContent.ts'
import type { WholeHealthReview } from '../../../database/repositories/healthRepository.ts'
import type { SignedKind } from './signedKind.ts'

export const health: SignedKind = {
  name: 'health review',
  versions: [1],
  version: 1,
  read({ healths, signatures }, id) {
    const whole = healths.whole(id)
    if (!whole) return undefined
    const { previousId, clientId } = whole.review
    return {
      sessionId: null,
      clientId,
      canonical(version, seal) {
        if (version !== 1 || !isOfClient(seal)) return null
        const previous = previousId === null ? null : { id: previousId, signed: signatures.of(previousId) }
        if (previous !== null && !previous.signed) return null
        return canonicalHealth(seal, {
          ...contentOf(whole),
          previous: previous?.signed ? { id: previous.id, fingerprint: previous.signed.fingerprint } : null,
        })
      },
      hasOwnTexts: () => true,
    }
  },
  scans: [],
}

function contentOf({
  review,
  answers,
  entries,
  regions,
  preferences,
}: WholeHealthReview): Omit<HealthContent, 'previous'> {
  const regionsOf = Map.groupBy(regions, ({ ofId }) => ofId)
  const regionIds = (id: string) => (regionsOf.get(id) ?? []).map(({ regionId }) => regionId)
  return {
    ...review,
    isShort: review.isShort === 1,
    answers: answers.map((answer) => ({ ...answer, regionIds: regionIds(answer.questionId) })),
    entries: entries.map((entry) => ({ ...entry, regionIds: regionIds(entry.id) })),
    preferences,
  }
}
