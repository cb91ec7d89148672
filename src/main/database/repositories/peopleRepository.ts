// Other people in the database: the directory of providers, which of them a client sees, and who belongs to whom at home.
import { and, asc, eq, or, sql } from 'drizzle-orm'
import type { OpenDatabase } from '../openDatabase.ts'
import { clientProvider, householdLink, provider } from '../schema.ts'
import { columnPlaceholders } from './placeholders.ts'

export type ProviderRow = typeof provider.$inferSelect
type ClientProviderRow = typeof clientProvider.$inferSelect
export type HouseholdRow = typeof householdLink.$inferSelect

export function createPeopleRepository({ sqlite, orm }: OpenDatabase) {
  const is = (column: 'id' | 'clientId' | 'providerId') => sql.placeholder(column)
  const providers = orm.select().from(provider).orderBy(asc(provider.createdAt), asc(provider.id)).prepare()
  const oneProvider = orm
    .select()
    .from(provider)
    .where(eq(provider.id, is('id')))
    .prepare()
  const putProvider = orm
    .insert(provider)
    .values(columnPlaceholders(provider))
    .onConflictDoUpdate({
      target: provider.id,
      set: {
        name: sql`excluded.name`,
        profession: sql`excluded.profession`,
        phone: sql`excluded.phone`,
        fax: sql`excluded.fax`,
        address: sql`excluded.address`,
        note: sql`excluded.note`,
        updatedAt: sql`excluded.updated_at`,
      },
    })
    .prepare()
  const removeProvider = orm
    .delete(provider)
    .where(eq(provider.id, is('id')))
    .prepare()
  const counts = sqlite.prepare<[], { id: string; clients: number }>(
    'SELECT provider_id AS id, count(*) AS clients FROM client_provider GROUP BY provider_id',
  )
  const linksOf = orm
    .select()
    .from(clientProvider)
    .where(eq(clientProvider.clientId, is('clientId')))
    .orderBy(asc(clientProvider.createdAt), asc(clientProvider.providerId))
    .prepare()
  const putLink = orm
    .insert(clientProvider)
    .values(columnPlaceholders(clientProvider))
    .onConflictDoUpdate({
      target: [clientProvider.clientId, clientProvider.providerId],
      set: {
        role: sql`excluded.role`,
        mayRelease: sql`excluded.may_release`,
        updatedAt: sql`excluded.updated_at`,
      },
    })
    .prepare()
  const removeLink = orm
    .delete(clientProvider)
    .where(and(eq(clientProvider.clientId, is('clientId')), eq(clientProvider.providerId, is('providerId'))))
    .prepare()
  const household = orm
    .select()
    .from(householdLink)
    .where(or(eq(householdLink.clientId, is('clientId')), eq(householdLink.personId, is('clientId'))))
    .orderBy(asc(householdLink.createdAt), asc(householdLink.id))
    .prepare()
  const oneHousehold = orm
    .select()
    .from(householdLink)
    .where(eq(householdLink.id, is('id')))
    .prepare()
  const putHousehold = orm
    .insert(householdLink)
    .values(columnPlaceholders(householdLink))
    .onConflictDoUpdate({
      target: householdLink.id,
      set: {
        clientId: sql`excluded.client_id`,
        relation: sql`excluded.relation`,
        personId: sql`excluded.person_id`,
        personName: sql`excluded.person_name`,
        personPhone: sql`excluded.person_phone`,
        updatedAt: sql`excluded.updated_at`,
      },
    })
    .prepare()
  const removeHousehold = orm
    .delete(householdLink)
    .where(eq(householdLink.id, is('id')))
    .prepare()

  return {
    providers: (): ProviderRow[] => providers.all(),
    provider: (id: string): ProviderRow | undefined => oneProvider.get({ id }),
    /** Adds a provider or overwrites the one of the id; its creation time stays. */
    putProvider: (row: ProviderRow) => void putProvider.run(row),
    removeProvider: (id: string) => void removeProvider.run({ id }),
    /** How many clients have each provider that any has. */
    clientCounts: (): ReadonlyMap<string, number> => new Map(counts.all().map(({ id, clients }) => [id, clients])),
    /** The client's providers in the order of linking. */
    providersOf: (clientId: string): ClientProviderRow[] => linksOf.all({ clientId }),
    putLink: (row: ClientProviderRow) => void putLink.run(row),
    /** Whether there was such a link. */
    removeLink: (clientId: string, providerId: string): boolean => removeLink.run({ clientId, providerId }).changes > 0,
    /** The links that name the client on either side, in the order of making. */
    householdOf: (clientId: string): HouseholdRow[] => household.all({ clientId }),
    household: (id: string): HouseholdRow | undefined => oneHousehold.get({ id }),
    putHousehold: (row: HouseholdRow) => void putHousehold.run(row),
    removeHousehold: (id: string) => void removeHousehold.run({ id }),
  }
}
