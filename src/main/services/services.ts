// The services' interface: a handler for each service operation, and their dependencies.
import type { Contract, Input, Output, ServiceChannel } from '#shared/contract/contract.ts'
import type { JobKind } from '#shared/contract/jobs.ts'
import type { Clock } from '#shared/domain/time.ts'
import type { OpenDatabase } from '../database/openDatabase.ts'
import type { Steps } from '../jobs/jobs.ts'

/**
 * The handlers of the services, by channel: in steps where the operation is a job, synchronous otherwise (a promise only
 * where a test needs it). They throw AppError.
 */
export type Handlers<C extends ServiceChannel> = {
  [K in C]: (
    input: Input<K>,
  ) => Contract[K]['job'] extends null
    ? Output<K> | Promise<Output<K>>
    : Steps<Output<K>, Contract[K]['job'] extends JobKind ? Contract[K]['job'] : JobKind>
}

/** The copies of the vault that are kept open to be compared with it, by id; undefined for any other. */
export type OpenCopies = (id: string) => OpenDatabase | undefined

/** Sources of everything that is not in the input, injected so that tests can control them. */
export interface Surroundings {
  readonly clock: Clock
  /** A new UUID (v7, so that ids sort by time of making). */
  readonly newId: () => string
  /** Cryptographically secure random bytes. */
  readonly randomBytes: (count: number) => Uint8Array
  /** The practice's language, BCP 47, by whose rules lists of names are sorted; left out: this computer's. */
  readonly language?: string
}
