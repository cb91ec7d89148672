// Signs notes into the practice's chain.
import { AppError, fieldError } from '#main/appError.ts'
import { whyUnsignable } from '#shared/domain/record/signable.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import type { SessionRow } from '../../database/repositories/sessionRepository.ts'
import type { Handlers, Surroundings } from '../services.ts'
import { forgetHalfTyped } from '../../records/halfTyped.ts'
import { openDraft } from '../../records/openDraft.ts'
import { createBeforeSigning } from './beforeSigning.ts'
import { signedKinds } from './kinds/signedKinds.ts'
import { createSealer } from './sealing.ts'

type SigningChannel = 'session:sign' | 'session:signQuestions'

export function createSigningService(repositories: Repositories, surroundings: Surroundings): Handlers<SigningChannel> {
  const { atomic } = repositories
  const seal = createSealer(repositories, surroundings, signedKinds)
  const before = createBeforeSigning(repositories, surroundings)

  const signableDraft = (id: string): SessionRow => {
    const session = openDraft(repositories, id)
    if (session.discardedAt !== null) throw new AppError('NOT_FOUND')
    return session
  }

  return {
    'session:signQuestions': ({ id }) => before.ask(before.read(signableDraft(id))),

    'session:sign': atomic(({ id, answers = [] }) => {
      const record = before.read(signableDraft(id))
      const unsignable = whyUnsignable(record)
      if (unsignable) throw fieldError(unsignable.path, unsignable.code)
      before.settle(record, answers)
      forgetHalfTyped(repositories, id)
      return seal('note', id)
    }),
  }
}
