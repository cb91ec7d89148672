// Every step of the schema, in order. A shipped step never changes: a test holds its hash.
import type { Database } from 'better-sqlite3'
import { initial } from './0001Initial.ts'
import { bodyMap } from './0002BodyMap.ts'
import { fastNote } from './0003FastNote.ts'
import { seals } from './0004Seals.ts'
import { vaultNotices } from './0005VaultNotices.ts'
import { offsets } from './0006Offsets.ts'
import { typedAmounts } from './0007TypedAmounts.ts'
import { signedKinds } from './0008SignedKinds.ts'
import { noticesOfAnyKind } from './0009NoticesOfAnyKind.ts'
import { erasures } from './0010Erasures.ts'
import { auditLog } from './0011AuditLog.ts'
import { sessionOrigins } from './0012SessionOrigins.ts'
import { emergencyPerson } from './0013EmergencyPerson.ts'
import { salvages } from './0014Salvage.ts'
import { earlierErasures } from './0015EarlierErasures.ts'
import { people } from './0016People.ts'
import { healthReviews } from './0017Health.ts'
import { consents } from './0018Consents.ts'

export interface Migration {
  /** The schema version after this step, from 1, without gaps. */
  readonly version: number
  readonly sql: string
  /**
   * What SQL cannot do, in the same transaction after it: to read what was stored and write it anew. It uses nothing of the
   * app but what never changes, since it must do the same in ten years.
   */
  readonly code?: (sqlite: Database) => void
}

export const migrations: readonly Migration[] = [
  initial,
  bodyMap,
  fastNote,
  seals,
  vaultNotices,
  offsets,
  typedAmounts,
  signedKinds,
  noticesOfAnyKind,
  erasures,
  auditLog,
  sessionOrigins,
  emergencyPerson,
  salvages,
  earlierErasures,
  people,
  healthReviews,
  consents,
]
