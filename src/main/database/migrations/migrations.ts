// Every step of the schema, in order. A shipped step never changes: a test holds its hash.
import { initial } from './0001Initial.ts'
import { bodyMap } from './0002BodyMap.ts'
import { fastNote } from './0003FastNote.ts'
import { seals } from './0004Seals.ts'
import { vaultNotices } from './0005VaultNotices.ts'
import { offsets } from './0006Offsets.ts'
import { typedAmounts } from './0007TypedAmounts.ts'

export interface Migration {
  /** The schema version after this step, from 1, without gaps. */
  readonly version: number
  readonly sql: string
}

export const migrations: readonly Migration[] = [initial, bodyMap, fastNote, seals, vaultNotices, offsets, typedAmounts]
