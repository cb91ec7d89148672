// The body maps of all visits of a client: the state at one visit, the heat of a span of time, one region's history.
import { z } from 'zod'
import type { ChangeKind } from './comparison.ts'
import { findingFields, type Finding } from './finding.ts'

/** What a body map needs of a visit. */
export interface Visit {
  readonly sessionId: string
  /** The session's place in the client's history by service date, from 1. */
  readonly number: number
  /** Service date and time, wall clock. */
  readonly serviceStart: string
  readonly isSigned: boolean
  /** The map in the requested phase, see `mapAt`. */
  readonly findings: readonly Finding[]
  /** Compared with the visit before; with an empty map for the first. */
  readonly comparison: readonly {
    readonly change: ChangeKind
    /** The finding of the visit before, by its id; null when it is new. */
    readonly wasId: string | null
    /** The finding of this visit, by its id; null when it is gone. */
    readonly nowId: string | null
  }[]
}

const finding = findingFields.extend({ id: z.uuid(), sessionId: z.uuid() })

export const visit = z.strictObject({
  sessionId: z.uuid(),
  number: z.int(),
  serviceStart: z.string(),
  isSigned: z.boolean(),
  findings: z.array(finding),
  comparison: z.array(
    z.strictObject({
      change: z.enum(['new', 'better', 'same', 'worse', 'gone']),
      wasId: z.uuid().nullable(),
      nowId: z.uuid().nullable(),
    }),
  ),
})
