// The tables of consents as Drizzle knows them. What a newer version of the app may know more of is plain text here.
import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const consentRule = sqliteTable('consent_rule', {
  id: integer('id').primaryKey(),
  place: text('place').notNull(),
  ageOfMajority: integer('age_of_majority').notNull(),
})

export const consentForm = sqliteTable('consent_form', {
  id: text('id').primaryKey(),
  position: integer('position').notNull(),
  kind: text('kind').notNull(),
  name: text('name').notNull(),
  text: text('text').notNull(),
  validity: text('validity').notNull(),
  isRequired: integer('is_required', { mode: 'boolean' }).notNull(),
  offersWitness: integer('offers_witness', { mode: 'boolean' }).notNull(),
  needsTherapist: integer('needs_therapist', { mode: 'boolean' }).notNull(),
})

export const consentFormRegion = sqliteTable(
  'consent_form_region',
  {
    formId: text('form_id').notNull(),
    position: integer('position').notNull(),
    regionId: text('region_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.formId, table.position] })],
)

export const consent = sqliteTable('consent', {
  id: text('id').primaryKey(),
  clientId: text('client_id').notNull(),
  atVisit: text('at_visit'),
  kind: text('kind').notNull(),
  name: text('name').notNull(),
  text: text('text').notNull(),
  language: text('language').notNull(),
  areas: text('areas').notNull(),
  techniques: text('techniques').notNull(),
  draping: text('draping').notNull(),
  validity: text('validity').notNull(),
  witness: text('witness').notNull(),
  givenAt: text('given_at').notNull(),
  givenOffset: integer('given_offset').notNull(),
})

export const consentRegion = sqliteTable(
  'consent_region',
  {
    consentId: text('consent_id').notNull(),
    position: integer('position').notNull(),
    regionId: text('region_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.consentId, table.position] })],
)

export const consentElement = sqliteTable(
  'consent_element',
  {
    consentId: text('consent_id').notNull(),
    position: integer('position').notNull(),
    element: text('element').notNull(),
  },
  (table) => [primaryKey({ columns: [table.consentId, table.position] })],
)

export const consentMark = sqliteTable(
  'consent_mark',
  {
    consentId: text('consent_id').notNull(),
    position: integer('position').notNull(),
    role: text('role').notNull(),
    manner: text('manner').notNull(),
    name: text('name').notNull(),
    points: blob('points', { mode: 'buffer' }),
  },
  (table) => [primaryKey({ columns: [table.consentId, table.position] })],
)

export const consentWithdrawal = sqliteTable('consent_withdrawal', {
  id: text('id').primaryKey(),
  consentId: text('consent_id').notNull(),
  cause: text('cause').notNull(),
  remark: text('remark').notNull(),
  withdrawnAt: text('withdrawn_at').notNull(),
  withdrawnOffset: integer('withdrawn_offset').notNull(),
})

export const consentLack = sqliteTable('consent_lack', {
  id: text('id').primaryKey(),
  sessionId: text('session_id').notNull(),
  kind: text('kind').notNull(),
  name: text('name').notNull(),
  reason: text('reason').notNull(),
  statedAt: text('stated_at').notNull(),
  statedOffset: integer('stated_offset').notNull(),
})

export const consentLackRegion = sqliteTable(
  'consent_lack_region',
  {
    lackId: text('lack_id').notNull(),
    position: integer('position').notNull(),
    regionId: text('region_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.lackId, table.position] })],
)
