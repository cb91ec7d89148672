// Operations on the record as a whole: whether every signed note is still as it was signed.
import { z } from 'zod'
import { chainProblems } from '../domain/record/chain.ts'
import { service } from './operation.ts'

/** The first signature that does not fit, and what it signed. */
export const misfit = z.strictObject({
  sequence: z.int(),
  problem: z.enum(chainProblems),
  kind: z.enum(['note', 'addendum', 'amendment']),
  /** Null when the session is not there, or is in no list. */
  sessionId: z.string().nullable(),
  /** The client's name as the signature states it. */
  clientName: z.string(),
  /** Wall clock; null when the session is not there. */
  serviceStart: z.string().nullable(),
  signedAt: z.string(),
})
export type Misfit = z.infer<typeof misfit>

export const recordOperations = {
  /**
   * Recomputes the next stretch of the chain. To be called until `isDone` or a misfit is found, each time from where the
   * last call came to; 0 begins at the beginning. In stretches, so that notes go on being saved meanwhile.
   */
  'record:verify': service(
    z.strictObject({ from: z.int().min(0) }),
    z.strictObject({
      /** The sequence up to which all fits. */
      checkedTo: z.int(),
      /** How many signatures there are. */
      total: z.int(),
      isDone: z.boolean(),
      misfit: misfit.nullable(),
      /** The fingerprint of the last signature that was checked and fits; null while there is none. */
      newestFingerprint: z.string().nullable(),
    }),
  ),
} as const
