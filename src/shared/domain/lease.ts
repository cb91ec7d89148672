// The lease of a vault: who writes in its folder, where two computers open it in turns. Times are for people to read; no
// decision goes by a clock.
import { z } from 'zod'

export const leaseSchema = z.strictObject({
  format: z.literal('palpate-lease'),
  version: z.literal(1),
  /** The computer's name as the system has it. */
  computer: z.string().max(255),
  /** The installation of Palpate: the same at each start of one profile. */
  install: z.uuid(),
  /** This one opening of the vault. */
  opening: z.uuid(),
  /** `moved`: the practice goes on in another place, and is not to be written here any more. */
  state: z.enum(['open', 'moved']),
  /** The last sign of life, or when it was moved, UTC by that computer's clock. */
  at: z.iso.datetime(),
})
export type Lease = z.infer<typeof leaseSchema>

/** What lies in the lease's place. What is there and can't be read is somebody's. */
export type FoundLease = Lease | 'none' | 'unreadable'

export const leaseHolder = z.strictObject({
  kind: z.enum(['other', 'moved']),
  /** Null where the lease can't be read. */
  computer: z.string().nullable(),
  at: z.string().nullable(),
})
export type LeaseHolder = z.infer<typeof leaseHolder>

const holderOf = (found: Exclude<FoundLease, 'none'>): LeaseHolder =>
  found === 'unreadable'
    ? { kind: 'other', computer: null, at: null }
    : { kind: found.state === 'moved' ? 'moved' : 'other', computer: found.computer, at: found.at }

/**
 * Who stands in the way of opening a vault to write; null for nobody. An installation's own lease is that of a crash.
 * @param install of whoever wants to open it
 */
export function inTheWay(found: FoundLease, install: string): LeaseHolder | null {
  if (found === 'none') return null
  if (found !== 'unreadable' && found.state === 'open' && found.install === install) return null
  return holderOf(found)
}

/**
 * Who has taken the lease from the opening that had written it; null while that may write. One that is gone was taken and
 * given back since.
 */
export function takenBy(found: FoundLease, opening: string): LeaseHolder | null {
  if (found === 'none') return { kind: 'other', computer: null, at: null }
  if (found !== 'unreadable' && found.opening === opening) return null
  return holderOf(found)
}
