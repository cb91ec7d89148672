// The tables as Drizzle knows them. The migrations are authoritative; an integration test compares this file with them.
import { blob, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { AddendumKind } from '#shared/domain/record/amendment.ts'
import type { AmendedPart } from '#shared/domain/note/parts.ts'
import type { SignDecision } from '#shared/domain/record/signQuestions.ts'
import type { Phase } from '#shared/domain/bodymap/finding.ts'
import type { NoGoAnswer, NoGoArea } from '#shared/domain/bodymap/noGo.ts'
import type { SectionId } from '#shared/domain/note/sections.ts'
import type { PaperSize } from '#shared/domain/practice.ts'
import type { Place } from '#shared/domain/session.ts'

export * from './consentSchema.ts'
export * from './peopleSchema.ts'
export * from './healthSchema.ts'
export * from './vaultSchema.ts'

export const practice = sqliteTable('practice', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  therapistName: text('therapist_name').notNull(),
  credentials: text('credentials').notNull(),
  licenceNumber: text('licence_number').notNull(),
  address: text('address').notNull(),
  phone: text('phone').notNull(),
  idleMinutes: integer('idle_minutes').notNull(),
  paperSize: text('paper_size').$type<PaperSize>().notNull(),
  clientNameInFileName: integer('client_name_in_file_name', { mode: 'boolean' }).notNull(),
  recoveryConfirmedAt: text('recovery_confirmed_at'),
  createdAt: text('created_at').notNull(),
  draftLimitHours: integer('draft_limit_hours').notNull(),
  showsTimedUnits: integer('shows_timed_units', { mode: 'boolean' }).notNull(),
  phrasesBegunAt: text('phrases_begun_at'),
  templatesBegunAt: text('templates_begun_at'),
  emergencyPerson: text('emergency_person').notNull(),
})

export const practiceMeasure = sqliteTable('practice_measure', {
  measure: text('measure').primaryKey(),
  position: integer('position').notNull(),
})

export const workspace = sqliteTable('workspace', {
  id: integer('id').primaryKey(),
  path: text('path').notNull(),
  caretEditor: text('caret_editor'),
  caretFrom: integer('caret_from'),
  caretTo: integer('caret_to'),
})

export const workspaceScroll = sqliteTable('workspace_scroll', {
  pane: text('pane').primaryKey(),
  offset: real('offset').notNull(),
})

export const workspaceForm = sqliteTable(
  'workspace_form',
  {
    form: text('form').notNull(),
    field: text('field').notNull(),
    value: text('value').notNull(),
  },
  (table) => [primaryKey({ columns: [table.form, table.field] })],
)

export const client = sqliteTable('client', {
  id: text('id').primaryKey(),
  firstName: text('first_name').notNull(),
  lastName: text('last_name').notNull(),
  preferredName: text('preferred_name').notNull(),
  pronouns: text('pronouns').notNull(),
  dateOfBirth: text('date_of_birth'),
  phone: text('phone').notNull(),
  email: text('email').notNull(),
  address: text('address').notNull(),
  occupation: text('occupation').notNull(),
  emergencyContact: text('emergency_contact').notNull(),
  referringProvider: text('referring_provider').notNull(),
  alert: text('alert').notNull(),
  sortKey: text('sort_key').notNull(),
  revision: integer('revision').notNull(),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
  archivedAt: text('archived_at'),
  defaultTemplateId: text('default_template_id'),
})

export const session = sqliteTable('session', {
  id: text('id').primaryKey(),
  clientId: text('client_id').notNull(),
  serviceStart: text('service_start').notNull(),
  lengthMinutes: integer('length_minutes').notNull(),
  place: text('place').$type<Place>().notNull(),
  visitAddress: text('visit_address').notNull(),
  painBefore: integer('pain_before'),
  painAfter: integer('pain_after'),
  enteredAt: text('entered_at').notNull(),
  updatedAt: text('updated_at').notNull(),
  discardedAt: text('discarded_at'),
  lateEntryReason: text('late_entry_reason'),
  templateId: text('template_id'),
  enteredOffset: integer('entered_offset'),
})

export const sessionScore = sqliteTable(
  'session_score',
  {
    sessionId: text('session_id').notNull(),
    measure: text('measure').notNull(),
    before: real('before'),
    after: real('after'),
    beforeText: text('before_text'),
  },
  (table) => [primaryKey({ columns: [table.sessionId, table.measure] })],
)

export const rangeOfMotion = sqliteTable('range_of_motion', {
  id: text('id').primaryKey(),
  sessionId: text('session_id').notNull(),
  position: integer('position').notNull(),
  joint: text('joint').notNull(),
  side: text('side').$type<'left' | 'right'>(),
  movement: text('movement').notNull(),
  degreesBefore: integer('degrees_before'),
  degreesAfter: integer('degrees_after'),
  extentBefore: text('extent_before').$type<'limited' | 'full'>(),
  extentAfter: text('extent_after').$type<'limited' | 'full'>(),
  textBefore: text('text_before'),
  textAfter: text('text_after'),
})

export const functionActivity = sqliteTable('function_activity', {
  id: text('id').primaryKey(),
  sessionId: text('session_id').notNull(),
  position: integer('position').notNull(),
  activity: text('activity').notNull(),
  score: integer('score'),
})

export const sessionItem = sqliteTable(
  'session_item',
  {
    sessionId: text('session_id').notNull(),
    list: text('list').$type<'technique' | 'homework'>().notNull(),
    position: integer('position').notNull(),
    text: text('text').notNull(),
    carriedFrom: text('carried_from'),
  },
  (table) => [primaryKey({ columns: [table.sessionId, table.list, table.position] })],
)

export const timedSpan = sqliteTable('timed_span', {
  id: text('id').primaryKey(),
  sessionId: text('session_id').notNull(),
  treatedAreaId: text('treated_area_id'),
  startedAt: text('started_at').notNull(),
  endedAt: text('ended_at'),
})

export const signAnswer = sqliteTable('sign_answer', {
  id: text('id').primaryKey(),
  sessionId: text('session_id').notNull(),
  position: integer('position').notNull(),
  question: text('question').notNull(),
  section: text('section'),
  amount: integer('amount'),
  decision: text('decision').$type<SignDecision>().notNull(),
  answeredAt: text('answered_at').notNull(),
})

export const privateRemark = sqliteTable('private_remark', {
  sessionId: text('session_id').primaryKey(),
  text: text('text').notNull(),
  updatedAt: text('updated_at').notNull(),
})

export const sessionOrigin = sqliteTable('session_origin', {
  sessionId: text('session_id').primaryKey(),
  thereId: text('there_id').notNull(),
  contentHash: text('content_hash').notNull(),
  broughtInAt: text('brought_in_at').notNull(),
  broughtInOffset: integer('brought_in_offset').notNull(),
  signedAt: text('signed_at'),
  signedOffset: integer('signed_offset'),
  signerName: text('signer_name'),
  fingerprint: text('fingerprint'),
})

export const draftVersion = sqliteTable(
  'draft_version',
  {
    sessionId: text('session_id').notNull(),
    part: text('part').notNull(),
    version: integer('version').notNull(),
    startedAt: text('started_at').notNull(),
    savedAt: text('saved_at').notNull(),
    restoredFrom: text('restored_from'),
    isWhole: integer('is_whole', { mode: 'boolean' }).notNull(),
    data: blob('data', { mode: 'buffer' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.sessionId, table.part, table.version] })],
)

export const phrase = sqliteTable('phrase', {
  id: text('id').primaryKey(),
  abbreviation: text('abbreviation').notNull(),
  section: text('section').$type<SectionId>(),
  text: text('text').notNull(),
  position: integer('position').notNull(),
  useCount: integer('use_count').notNull(),
  lastUsedAt: text('last_used_at'),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
})

export const template = sqliteTable('template', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  position: integer('position').notNull(),
  lengthMinutes: integer('length_minutes'),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
})

export const templateSection = sqliteTable(
  'template_section',
  {
    templateId: text('template_id').notNull(),
    section: text('section').notNull(),
    document: text('document').notNull(),
    schemaVersion: integer('schema_version').notNull(),
    plainText: text('plain_text').notNull(),
  },
  (table) => [primaryKey({ columns: [table.templateId, table.section] })],
)

export const templateMeasure = sqliteTable(
  'template_measure',
  {
    templateId: text('template_id').notNull(),
    measure: text('measure').notNull(),
    position: integer('position').notNull(),
  },
  (table) => [primaryKey({ columns: [table.templateId, table.measure] })],
)

export const noteSection = sqliteTable(
  'note_section',
  {
    sessionId: text('session_id').notNull(),
    section: text('section').$type<SectionId>().notNull(),
    document: text('document').notNull(),
    schemaVersion: integer('schema_version').notNull(),
    plainText: text('plain_text').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.sessionId, table.section] })],
)

// Kinds and views are plain text here: a newer version of the app may have written ones that this one does not know.
export const finding = sqliteTable('finding', {
  id: text('id').primaryKey(),
  sessionId: text('session_id').notNull(),
  regionId: text('region_id').notNull(),
  structureId: text('structure_id'),
  kind: text('kind').notNull(),
  severity: integer('severity').notNull(),
  depth: text('depth').$type<'superficial' | 'deep'>(),
  phase: text('phase').$type<Phase>().notNull(),
  view: text('view').notNull(),
  x: real('x'),
  y: real('y'),
  refersTo: text('refers_to').notNull(),
  remark: text('remark').notNull(),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
  refersToRegionId: text('refers_to_region_id'),
  continuesId: text('continues_id'),
  carriedFromId: text('carried_from_id'),
  isConfirmed: integer('is_confirmed').$type<0 | 1>().notNull(),
})

export const stroke = sqliteTable('stroke', {
  id: text('id').primaryKey(),
  sessionId: text('session_id').notNull(),
  phase: text('phase').$type<Phase>().notNull(),
  view: text('view').notNull(),
  kind: text('kind').notNull(),
  points: blob('points', { mode: 'buffer' }).notNull(),
  createdAt: text('created_at').notNull(),
})

export const treatedArea = sqliteTable('treated_area', {
  id: text('id').primaryKey(),
  sessionId: text('session_id').notNull(),
  technique: text('technique').notNull(),
  minutes: real('minutes'),
  pressure: integer('pressure'),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
})

export const treatedAreaRegion = sqliteTable(
  'treated_area_region',
  {
    treatedAreaId: text('treated_area_id').notNull(),
    position: integer('position').notNull(),
    regionId: text('region_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.treatedAreaId, table.position] })],
)

export const noGoArea = sqliteTable('no_go_area', {
  id: text('id').primaryKey(),
  clientId: text('client_id').notNull(),
  regionId: text('region_id').notNull(),
  level: text('level').$type<NoGoArea['level']>().notNull(),
  reason: text('reason').notNull(),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
  endedAt: text('ended_at'),
})

export const noGoAnswer = sqliteTable('no_go_answer', {
  id: text('id').primaryKey(),
  sessionId: text('session_id').notNull(),
  regionId: text('region_id').notNull(),
  level: text('level').$type<NoGoArea['level']>().notNull(),
  reason: text('reason').notNull(),
  decision: text('decision').$type<NoGoAnswer['decision']>().notNull(),
  remark: text('remark').notNull(),
  answeredAt: text('answered_at').notNull(),
})

export const addendum = sqliteTable('addendum', {
  id: text('id').primaryKey(),
  sessionId: text('session_id').notNull(),
  document: text('document').notNull(),
  schemaVersion: integer('schema_version').notNull(),
  plainText: text('plain_text').notNull(),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
  kind: text('kind').$type<AddendumKind>().notNull(),
  correctsPart: text('corrects_part').$type<AmendedPart>(),
  correctsAddendumId: text('corrects_addendum_id'),
  reason: text('reason').notNull(),
  oldText: text('old_text').notNull(),
  createdOffset: integer('created_offset'),
})

export const signature = sqliteTable('signature', {
  sequence: integer('sequence').primaryKey(),
  // Plain text, as the subject's id: the registry of kinds defines what a kind is.
  kind: text('kind').notNull(),
  subjectId: text('subject_id').notNull(),
  sessionId: text('session_id'),
  clientId: text('client_id'),
  practiceName: text('practice_name').notNull(),
  signerName: text('signer_name').notNull(),
  credentials: text('credentials').notNull(),
  licenceNumber: text('licence_number').notNull(),
  clientFirstName: text('client_first_name'),
  clientLastName: text('client_last_name'),
  clientDateOfBirth: text('client_date_of_birth'),
  signedAt: text('signed_at').notNull(),
  signedOffset: integer('signed_offset'),
  canonicalVersion: integer('canonical_version').notNull(),
  previousFingerprint: text('previous_fingerprint').notNull(),
  fingerprint: text('fingerprint').notNull(),
})
