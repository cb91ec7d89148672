// The tables of other people as Drizzle knows them: the directory of providers, clients' providers, and households.
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const provider = sqliteTable('provider', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  profession: text('profession').notNull(),
  phone: text('phone').notNull(),
  fax: text('fax').notNull(),
  address: text('address').notNull(),
  note: text('note').notNull(),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
})

export const clientProvider = sqliteTable(
  'client_provider',
  {
    clientId: text('client_id').notNull(),
    providerId: text('provider_id').notNull(),
    role: text('role').notNull(),
    mayRelease: integer('may_release', { mode: 'boolean' }).notNull(),
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.clientId, table.providerId] })],
)

// The relation is plain text here: a newer version of the app may know others.
export const householdLink = sqliteTable('household_link', {
  id: text('id').primaryKey(),
  clientId: text('client_id').notNull(),
  relation: text('relation').notNull(),
  personId: text('person_id'),
  personName: text('person_name').notNull(),
  personPhone: text('person_phone').notNull(),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
})
