// Use cases of the bin: discarded drafts, their removal for good, and what has been there long enough.
import type { ServiceChannel } from '#shared/contract/contract.ts'
import { binDaysLeft, binHorizon } from '#shared/domain/draftLimits.ts'
import { displayName } from '#shared/domain/client.ts'
import { AppError } from '#main/appError.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import { addAuditEntry } from '../../records/auditLog.ts'
import { forgetHalfTyped } from '../../records/halfTyped.ts'
import type { Handlers, Surroundings } from '../services.ts'
import { timePassed } from './timePassed.ts'

type BinChannel = Extract<ServiceChannel, `bin:${string}`>

/**
 * Removes what has been in the bin for its whole time, all of it or nothing. The time must certainly have
 * passed: a clock that jumps ahead for a moment removes nothing.
 */
export function emptyOldBin(repositories: Repositories, surroundings: Surroundings): void {
  const { bin, atomic } = repositories
  // Checked first: without anything to remove, nothing is written.
  if (bin.discardedUntil(binHorizon(surroundings.clock.now())).length === 0) return
  const passed = atomic(timePassed)(repositories, surroundings)
  if (passed === null) return
  const at = surroundings.clock.now()
  atomic(() => {
    for (const id of bin.discardedUntil(binHorizon(passed))) {
      const record = { kind: 'session', id } as const
      const clientId = repositories.audit.clientOf(record)
      addAuditEntry(repositories, surroundings.clock, { act: 'erased', record, clientId, at })
      removeForGood(repositories, id)
    }
  })()
}

function removeForGood(repositories: Repositories, id: string): void {
  forgetHalfTyped(repositories, id)
  repositories.bin.remove(id)
}

export function createBinService(repositories: Repositories, surroundings: Surroundings): Handlers<BinChannel> {
  const { bin, atomic } = repositories
  return {
    'bin:list': () => {
      emptyOldBin(repositories, surroundings)
      const now = surroundings.clock.now()
      return bin.list().map(({ firstName, lastName, preferredName, excerpt, ...row }) => ({
        ...row,
        excerpt: excerpt.replace(/\s+/gu, ' '),
        clientName: displayName({ firstName, lastName, preferredName }),
        daysLeft: binDaysLeft(row.discardedAt, now),
      }))
    },

    'bin:remove': atomic(({ id }) => {
      if (!bin.has(id)) throw new AppError('NOT_FOUND')
      removeForGood(repositories, id)
      return {}
    }),
  }
}
