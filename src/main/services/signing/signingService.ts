// Signs notes into the practice's chain.
import { AppError, fieldError } from '#main/appError.ts'
import { reasonFor, type ConsentReason } from '#shared/domain/consent/forms.ts'
import { whyUnsignable } from '#shared/domain/record/signable.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import type { SessionRow } from '../../database/repositories/sessionRepository.ts'
import type { Handlers, Surroundings } from '../services.ts'
import { readNeeds } from '../../records/consents.ts'
import { forgetHalfTyped } from '../../records/halfTyped.ts'
import { openDraft } from '../../records/openDraft.ts'
import { createBeforeSigning } from './beforeSigning.ts'
import { signedKinds } from './kinds/signedKinds.ts'
import { createSealer } from './sealing.ts'

type SigningChannel = 'session:sign' | 'session:signQuestions'

export function createSigningService(repositories: Repositories, surroundings: Surroundings): Handlers<SigningChannel> {
  const { consents, atomic } = repositories
  const { clock, newId } = surroundings
  const seal = createSealer(repositories, surroundings, signedKinds)
  const before = createBeforeSigning(repositories, surroundings)

  const signableDraft = (id: string): SessionRow => {
    const session = openDraft(repositories, id)
    if (session.discardedAt !== null) throw new AppError('NOT_FOUND')
    return session
  }

  /** Stores why each consent that is needed is not there. @returns the ids of what was stored */
  const stateLacks = (session: SessionRow, stated: readonly ConsentReason[]): string[] => {
    const statedAt = clock.now()
    return readNeeds(repositories, clock, session).map((need) => {
      const reason = reasonFor(need, stated)
      if (reason === undefined) throw fieldError('withoutConsent', 'unanswered')
      const { formId: _, ...lacking } = need
      const lack = { ...lacking, id: newId(), sessionId: session.id, reason }
      consents.insertLack({ ...lack, statedAt, statedOffset: clock.offsetAt(statedAt) })
      return lack.id
    })
  }

  return {
    'session:signQuestions': ({ id }) => before.ask(before.read(signableDraft(id))),

    'session:sign': atomic(({ id, answers = [], withoutConsent = [] }) => {
      const record = before.read(signableDraft(id))
      const unsignable = whyUnsignable(record)
      if (unsignable) throw fieldError(unsignable.path, unsignable.code)
      before.settle(record, answers)
      for (const lackId of stateLacks(signableDraft(id), withoutConsent)) seal('lack', lackId)
      forgetHalfTyped(repositories, id)
      return seal('note', id)
    }),
  }
}
