// Operations on clients.
import { z } from 'zod'
import type { AuditAct } from '../domain/audit/auditEntry.ts'
import { clientFields } from '../domain/client.ts'
import { audited, auditedInOutput, changesPractice, listsOfSessions, read } from './operation.ts'
import { sessionSummary } from './sessions.ts'

const id = z.uuid()

/** A client as lists show them. */
export const clientSummary = z.strictObject({
  id,
  firstName: z.string(),
  lastName: z.string(),
  preferredName: z.string(),
  dateOfBirth: z.string().nullable(),
  phone: z.string(),
  email: z.string(),
  alert: z.string(),
  isArchived: z.boolean(),
  /** Service date and time of the newest session, null before the first. */
  lastSessionAt: z.string().nullable(),
  sessionCount: z.int(),
  draftCount: z.int(),
})
export type ClientSummary = z.infer<typeof clientSummary>

export const clientRecord = z.strictObject({
  id,
  fields: clientFields,
  isArchived: z.boolean(),
  /** Increases with every change; an update names the revision that it changes. */
  revision: z.int(),
  createdAt: z.string(),
  /** The template that the client's sessions begin with; it may have been removed since. */
  defaultTemplateId: id.nullable(),
})
export type ClientRecord = z.infer<typeof clientRecord>

/** An act on the client whom an input names. */
const onClient = (act: AuditAct) => audited(act, 'client', (input: { id: string }) => input.id)

export const clientOperations = {
  /** Every client, archived ones too, in the order of lists. */
  'client:list': read(z.strictObject({}), z.array(clientSummary)),
  'client:get': read(
    z.strictObject({ id }),
    z.strictObject({ client: clientRecord, sessions: z.array(sessionSummary) }),
    audited('viewed', 'client', ({ id: shown }) => shown),
  ),
  'client:create': changesPractice(
    z.strictObject({ fields: clientFields }),
    clientRecord,
    auditedInOutput('created', 'client', (made) => made.id),
    ['client:list'],
  ),
  'client:update': changesPractice(
    z.strictObject({ id, revision: z.int(), fields: clientFields }),
    clientRecord,
    onClient('changed'),
    [...listsOfSessions, 'session:get'],
  ),
  'client:archive': changesPractice(z.strictObject({ id }), clientRecord, onClient('archived'), listsOfSessions),
  'client:restore': changesPractice(z.strictObject({ id }), clientRecord, onClient('restored'), listsOfSessions),
  /** Chooses the template that the client's sessions begin with; null for none. */
  'client:setTemplate': changesPractice(
    z.strictObject({ id, templateId: id.nullable() }),
    clientRecord,
    onClient('changed'),
    ['client:get'],
  ),
  /** Clients who are probably the same person; a warning, never a refusal. */
  'client:probableDuplicates': read(
    z.strictObject({ fields: clientFields, exceptId: id.nullable() }),
    z.array(clientSummary),
  ),
} as const
