// Verifies the record, reports the first signature that does not fit, makes and checks seals.
import type { ServiceChannel } from '#shared/contract/contract.ts'
import type { Mismatch } from '#shared/contract/record.ts'
import { fullName } from '#shared/domain/client.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import type { Handlers, Surroundings } from '../services.ts'
import { checkSeal, keepSeal, withoutId } from './chainSeals.ts'
import { kindOf, signedKinds, type SignedKinds } from './kinds/signedKinds.ts'
import { findInRecord } from './recordFindings.ts'
import { createStampService } from './stampService.ts'
import { checkChain, type ChainMismatch } from './verifyChain.ts'

type RecordChannel = Extract<ServiceChannel, `record:${string}`>

/** @param kinds the kinds of records that are signed */
export function createRecordService(
  repositories: Repositories,
  surroundings: Surroundings,
  kinds: SignedKinds = signedKinds,
): Handlers<RecordChannel> {
  const { sessions, atomic } = repositories

  const toMisfit = ({ row, problem }: ChainMismatch): Mismatch => {
    const session = row.sessionId === null ? undefined : sessions.byId(row.sessionId)
    const isShown = session !== undefined && session.discardedAt === null
    const { clientFirstName: firstName, clientLastName: lastName } = row
    return {
      sequence: row.sequence,
      problem,
      kind: row.kind,
      kindName: kindOf(kinds, row.kind)?.name ?? 'record',
      sessionId: isShown ? session.id : null,
      clientName: firstName === null || lastName === null ? null : fullName({ firstName, lastName }),
      serviceStart: session?.serviceStart ?? null,
      signedAt: row.signedAt,
    }
  }

  return {
    *'record:verify'() {
      const { last, mismatch } = yield* checkChain(repositories, kinds)
      const found = {
        checkedTo: last?.sequence ?? 0,
        mismatch: mismatch && toMisfit(mismatch),
        newestFingerprint: last?.fingerprint ?? null,
      }
      const erasures = repositories.erasures
        .signed()
        .filter(({ sequence }) => sequence <= found.checkedTo)
        .map(({ sequence, erasedAt, erasedOffset, basis, notes, others }) => ({
          sequence,
          erasedAt,
          erasedOffset,
          basis,
          notes,
          others,
        }))
        .toReversed()
      return { ...found, erasures, findings: yield* findInRecord(repositories, kinds) }
    },

    'record:makeSeal': atomic(({ why }) => withoutId(keepSeal(repositories, surroundings, why))),

    'record:checkSeal': ({ text }) => checkSeal(repositories, text),

    ...createStampService(repositories, surroundings),
  }
}
