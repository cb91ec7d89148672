// Operations on clients.
import { z } from 'zod'
import { clientFields } from '../domain/client.ts'
import { changesPractice, listsOfSessions, read } from './operation.ts'
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

export const clientOperations = {
  /** Every client, archived ones too, in the order of lists. */
  'client:list': read(z.strictObject({}), z.array(clientSummary)),
  'client:get': read(
    z.strictObject({ id }),
    z.strictObject({ client: clientRecord, sessions: z.array(sessionSummary) }),
  ),
  'client:create': changesPractice(z.strictObject({ fields: clientFields }), clientRecord, ['client:list']),
  'client:update': changesPractice(z.strictObject({ id, revision: z.int(), fields: clientFields }), clientRecord, [
    ...listsOfSessions,
    'session:get',
  ]),
  'client:archive': changesPractice(z.strictObject({ id }), clientRecord, listsOfSessions),
  'client:restore': changesPractice(z.strictObject({ id }), clientRecord, listsOfSessions),
  /** Chooses the template that the client's sessions begin with; null for none. */
  'client:setTemplate': changesPractice(z.strictObject({ id, templateId: id.nullable() }), clientRecord, [
    'client:get',
  ]),
  /** Clients who are probably the same person; a warning, never a refusal. */
  'client:probableDuplicates': read(
    z.strictObject({ fields: clientFields, exceptId: id.nullable() }),
    z.array(clientSummary),
  ),
} as const
