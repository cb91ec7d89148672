// What the services are to everybody else: a handler for each service operation, and what they are made from.
import type { Contract, Input, Output, ServiceChannel } from '#shared/contract/contract.ts'
import type { Clock } from '#shared/domain/time.ts'
import type { Steps } from '../jobs/jobs.ts'

/**
 * Answers of the services, by channel: in steps where the operation is a job, at once otherwise (later only where a test
 * wants it so). Throw AppError.
 */
export type Handlers<C extends ServiceChannel> = {
  [K in C]: (input: Input<K>) => Contract[K]['job'] extends null ? Output<K> | Promise<Output<K>> : Steps<Output<K>>
}

/** Sources of everything that is not in the input, injected so that tests can hold them still. */
export interface Surroundings {
  readonly clock: Clock
  /** A new UUID (v7, so that ids sort by time of making). */
  readonly newId: () => string
  /** Cryptographically secure random bytes. */
  readonly randomBytes: (count: number) => Uint8Array
  /** The practice's language, BCP 47, by whose order lists of names go; left out: this computer's. */
  readonly language?: string
}
