// Verifies the record a stretch at a time, names the first signature that does not fit, makes and checks seals.
import type { ServiceChannel } from '#shared/contract/contract.ts'
import type { Misfit } from '#shared/contract/record.ts'
import { fullName } from '#shared/domain/client.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import type { Handlers, Surroundings } from '../services.ts'
import { checkSeal, keepSeal, withoutId } from './chainSeals.ts'
import { kindOf, signedKinds, type SignedKinds } from './kinds/signedKinds.ts'
import { findInRecord } from './recordFindings.ts'
import { createStampService } from './stampService.ts'
import { checkLinks, type ChainMisfit } from './verifyChain.ts'

type RecordChannel = Extract<ServiceChannel, `record:${string}`>

/** How many signatures one call checks: few enough that a save waits a moment at most. */
export const stretchLength = 200

/** Before the first sequence, and before any that somebody may have made up. */
const beginning = Number.MIN_SAFE_INTEGER

/** @param kinds the kinds of records that are signed */
export function createRecordService(
  repositories: Repositories,
  surroundings: Surroundings,
  kinds: SignedKinds = signedKinds,
): Handlers<RecordChannel> {
  const { sessions, signatures, atomic } = repositories

  const toMisfit = ({ row, problem }: ChainMisfit): Misfit => {
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
    'record:verify': ({ from }) => {
      const rows = signatures.after(from === 0 ? beginning : from, stretchLength)
      const { last, misfit } = checkLinks(repositories, kinds, rows, from === 0 ? undefined : signatures.upTo(from))
      return {
        checkedTo: last?.sequence ?? 0,
        total: signatures.count(),
        isDone: misfit === null && rows.length < stretchLength,
        misfit: misfit && toMisfit(misfit),
        newestFingerprint: last?.fingerprint ?? null,
      }
    },

    'record:findings': (place) => findInRecord(repositories, kinds, place),

    'record:makeSeal': atomic(({ why }) => withoutId(keepSeal(repositories, surroundings, why))),

    'record:checkSeal': ({ text }) => checkSeal(repositories, text),

    ...createStampService(repositories, surroundings),
  }
}
