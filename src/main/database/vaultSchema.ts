// The tables of the vault itself as Drizzle knows them: seals and stamps of the chain, erasures, notices, the clock, and the
// audit log.
import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ErasureBasis } from '#shared/domain/retention/erasure.ts'
import type { ChosenRetention } from '#shared/domain/retention/retentionRule.ts'
import type { SealReason, StampKind } from '#shared/domain/record/chainSeal.ts'
import type { LossKind } from '#shared/domain/salvage.ts'
import type { NoticeKind } from '#shared/domain/vaultNotice.ts'

export const sealKey = sqliteTable('seal_key', {
  id: integer('id').primaryKey(),
  publicKey: blob('public_key', { mode: 'buffer' }).notNull(),
  privateKey: blob('private_key', { mode: 'buffer' }).notNull(),
  madeAt: text('made_at').notNull(),
})

export const seal = sqliteTable('seal', {
  id: integer('id').primaryKey(),
  sequence: integer('sequence').notNull(),
  fingerprint: text('fingerprint').notNull(),
  madeAt: text('made_at').notNull(),
  why: text('why').$type<SealReason>().notNull(),
  line: text('line').notNull(),
  digest: text('digest').notNull(),
})

export const stampRequest = sqliteTable('stamp_request', {
  id: integer('id').primaryKey(),
  sealId: integer('seal_id').notNull(),
  nonce: text('nonce').notNull(),
  madeAt: text('made_at').notNull(),
})

export const timeStamp = sqliteTable('time_stamp', {
  id: integer('id').primaryKey(),
  sealId: integer('seal_id').notNull(),
  kind: text('kind').$type<StampKind>().notNull(),
  data: blob('data', { mode: 'buffer' }).notNull(),
  keptAt: text('kept_at').notNull(),
})

export const signatureTrace = sqliteTable('signature_trace', {
  id: integer('id').primaryKey(),
  sequence: integer('sequence').notNull(),
  fingerprint: text('fingerprint').notNull(),
})

export const retentionRule = sqliteTable('retention_rule', {
  id: integer('id').primaryKey(),
  preset: text('preset').$type<ChosenRetention['preset']>().notNull(),
  yearsAfterLast: integer('years_after_last').notNull(),
  ageOfMajority: integer('age_of_majority'),
  yearsAfterMajority: integer('years_after_majority'),
})

export const erasure = sqliteTable('erasure', {
  id: text('id').primaryKey(),
  clientId: text('client_id').notNull(),
  basis: text('basis').$type<ErasureBasis>().notNull(),
  reason: text('reason').notNull(),
  yearsAfterLast: integer('years_after_last'),
  ageOfMajority: integer('age_of_majority'),
  yearsAfterMajority: integer('years_after_majority'),
})

export const erasedSignature = sqliteTable('erased_signature', {
  sequence: integer('sequence').primaryKey(),
  erasureId: text('erasure_id').notNull(),
  fingerprint: text('fingerprint').notNull(),
})

export const earlierErasure = sqliteTable('earlier_erasure', {
  clientId: text('client_id').primaryKey(),
  sequence: integer('sequence').notNull(),
  fingerprint: text('fingerprint').notNull(),
  erasedAt: text('erased_at').notNull(),
  erasedOffset: integer('erased_offset'),
  basis: text('basis').$type<ErasureBasis>().notNull(),
  reason: text('reason').notNull(),
  yearsAfterLast: integer('years_after_last'),
  ageOfMajority: integer('age_of_majority'),
  yearsAfterMajority: integer('years_after_majority'),
  keptAt: text('kept_at'),
})

export const tracesLeft = sqliteTable('traces_left', {
  id: integer('id').primaryKey(),
  since: text('since').notNull(),
})

export const vaultNotice = sqliteTable('vault_notice', {
  id: integer('id').primaryKey(),
  kind: text('kind').$type<NoticeKind>().notNull(),
  foundAt: text('found_at').notNull(),
  fileName: text('file_name'),
  expectedSignatures: integer('expected_signatures'),
  foundSignatures: integer('found_signatures'),
  expectedAt: text('expected_at'),
  problems: integer('problems'),
  acknowledgedAt: text('acknowledged_at'),
})

export const clockBelief = sqliteTable('clock_belief', {
  id: integer('id').primaryKey(),
  believedAt: text('believed_at'),
  seenAt: text('seen_at').notNull(),
})

export const auditEntry = sqliteTable('audit_entry', {
  sequence: integer('sequence').primaryKey(),
  at: text('at').notNull(),
  atOffset: integer('at_offset').notNull(),
  // Plain text, as the kind: a newer version may know more of them.
  act: text('act').notNull(),
  recordKind: text('record_kind').notNull(),
  recordId: text('record_id'),
  clientId: text('client_id'),
  times: integer('times').notNull(),
  previousHash: text('previous_hash').notNull(),
  hash: text('hash').notNull(),
})

export const salvage = sqliteTable('salvage', {
  id: integer('id').primaryKey(),
  madeAt: text('made_at').notNull(),
  madeOffset: integer('made_offset').notNull(),
  damagedPages: integer('damaged_pages').notNull(),
  unplacedRows: integer('unplaced_rows').notNull(),
  setAside: text('set_aside').notNull(),
})

export const salvageLoss = sqliteTable('salvage_loss', {
  id: integer('id').primaryKey(),
  salvageId: integer('salvage_id').notNull(),
  kind: text('kind').$type<LossKind>().notNull(),
  tableName: text('table_name'),
  amount: integer('amount'),
  clientId: text('client_id'),
  sessionId: text('session_id'),
  words: text('words').notNull(),
  sequence: integer('sequence'),
  fingerprint: text('fingerprint'),
  foundFingerprint: text('found_fingerprint'),
})
