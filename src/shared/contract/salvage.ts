// Operations on what could not be read when the vault was salvaged.
import { z } from 'zod'
import { lostOfSession } from '../domain/salvage.ts'
import { audited, read, shell } from './operation.ts'

const nothing = z.strictObject({})

export const lostSession = z.strictObject({
  /** Null where not even that is known. */
  id: z.string().nullable(),
  clientId: z.string().nullable(),
  clientName: z.string().nullable(),
  /** Wall time; null where it is lost. */
  serviceStart: z.string().nullable(),
  what: z.enum(lostOfSession),
  /** The tables that its lost parts are of. */
  parts: z.array(z.string()),
  isSigned: z.boolean(),
  /** Whether it can be opened. */
  isThere: z.boolean(),
})
export type LostSession = z.infer<typeof lostSession>

export const lostClient = z.strictObject({
  id: z.string().nullable(),
  /** What is left of the name: from a signature, or from the order of the list. */
  name: z.string().nullable(),
  /** Whether the client is in the list, without details. */
  isStandIn: z.boolean(),
})

export const salvageList = z.strictObject({
  id: z.int(),
  /** Instant, UTC; minutes east of UTC. */
  madeAt: z.string(),
  madeOffset: z.int(),
  /** The name of the folder with the damaged vault, beside this one. */
  setAside: z.string(),
  damagedPages: z.int(),
  unplacedRows: z.int(),
  /** By table: how many rows are lost, null for an unknown number; and how many were left out. */
  tables: z.array(z.strictObject({ table: z.string(), amount: z.int().nullable(), isLeftOut: z.boolean() })),
  clients: z.array(lostClient),
  sessions: z.array(lostSession),
  /** Signatures that are lost, and of what, where that is known. */
  signatures: z.array(
    z.strictObject({
      sequence: z.int(),
      sessionId: z.string().nullable(),
      clientName: z.string().nullable(),
      serviceStart: z.string().nullable(),
    }),
  ),
})
export type SalvageList = z.infer<typeof salvageList>

export const salvageOperations = {
  /** What could not be read, the newest salvage first. */
  'salvage:list': read(nothing, z.strictObject({ salvages: z.array(salvageList) })),
  /** The same list as text, by ids and dates, without names. For the shell, which saves it. */
  'salvage:compose': read(nothing, z.strictObject({ text: z.string() }), audited('exported', 'vault')),
  /** Asks for a place and writes the list there. Answers with the file's name without its folder, or CANCELLED. */
  'salvage:saveFile': shell(nothing, z.strictObject({ fileName: z.string() })),
} as const
