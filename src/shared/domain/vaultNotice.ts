// Problems of the vault's files, found when it was opened or checked. Each is shown until somebody has read it.
import { z } from 'zod'

export const noticeKinds = [
  'older', // the database says less than the head: an older copy was put back, or the end of its log is gone
  'log set aside', // the log beside the database was another state's
  'log damaged', // the log could only be read in part, and nobody knows what the rest held
  'signatures gone', // fewer signatures than the head knows, in a database of the same state
  'signatures changed', // other signatures than the head knows
  'head missing', // the head is gone, so nobody can say whether anything else is
  'damage', // the check of the whole file found something
  'restored', // a copy that is older than the last known state was put in the vault's place, as somebody had asked
  'salvaged', // the vault holds what could be read of a damaged one
  'refusals missing', // rules that refuse changes to what is signed were missing before the database was brought up to date
] as const
export type NoticeKind = (typeof noticeKinds)[number]

export const vaultNotice = z.strictObject({
  id: z.int(),
  kind: z.enum(noticeKinds),
  /** The instant at which it was found, UTC. */
  foundAt: z.string(),
  /** The name of the file that was set aside or copied, in the vault's folder; of the copy that was restored. */
  fileName: z.string().nullable(),
  /** How many signatures the head knew, and how many were found. */
  expectedSignatures: z.int().nullable(),
  foundSignatures: z.int().nullable(),
  /** The instant of the last save that the head knew, UTC. */
  expectedAt: z.string().nullable(),
  /** How many problems the check found, or how many rules were missing. */
  problems: z.int().nullable(),
})
export type VaultNotice = z.infer<typeof vaultNotice>
