// Clients in the database.
import { eq, sql } from 'drizzle-orm'
import type { ClientSummary } from '#shared/contract/clients.ts'
import type { OpenDatabase } from '../openDatabase.ts'
import { client } from '../schema.ts'
import { columnPlaceholders } from './placeholders.ts'

export type ClientRow = typeof client.$inferSelect

type SummaryRow = Omit<ClientSummary, 'isArchived'> & { isArchived: number }

const summarySql = (where: string) => `
SELECT c.id, c.first_name AS firstName, c.last_name AS lastName, c.preferred_name AS preferredName,
  c.date_of_birth AS dateOfBirth, c.phone, c.email, c.alert, c.archived_at IS NOT NULL AS isArchived,
  MAX(s.service_start) AS lastSessionAt, COUNT(s.id) AS sessionCount, COUNT(s.id) - COUNT(g.sequence) AS draftCount
FROM client c
LEFT JOIN session s ON s.client_id = c.id AND s.discarded_at IS NULL
LEFT JOIN signature g ON g.subject_id = s.id
${where}
GROUP BY c.id
ORDER BY c.sort_key, c.id`

const toSummary = (row: SummaryRow): ClientSummary => ({ ...row, isArchived: row.isArchived === 1 })

export function createClientRepository({ sqlite, orm }: OpenDatabase) {
  const byId = orm
    .select()
    .from(client)
    .where(eq(client.id, sql.placeholder('id')))
    .prepare()
  const all = orm.select().from(client).orderBy(client.sortKey, client.id).prepare()
  const insert = orm.insert(client).values(columnPlaceholders(client)).prepare()
  const { id, ...changing } = columnPlaceholders(client)
  const update = orm
    .update(client)
    .set(changing as object)
    .where(eq(client.id, id))
    .prepare()
  const summaries = sqlite.prepare<[], SummaryRow>(summarySql(''))
  const summariesPerhapsBornOn = sqlite.prepare<[{ day: string | null }], SummaryRow>(
    summarySql('WHERE @day IS NULL OR c.date_of_birth IS NULL OR c.date_of_birth = @day'),
  )

  return {
    byId: (clientId: string): ClientRow | undefined => byId.get({ id: clientId }),
    /** Every client, by the folded name: nearly in the order of lists. */
    all: (): ClientRow[] => all.all(),
    insert: (row: ClientRow) => void insert.run(row),
    /** Overwrites the row of the same id. */
    update: (row: ClientRow) => void update.run(row),
    /** Every client, by the folded name: nearly in the order of lists. */
    summaries: (): ClientSummary[] => summaries.all().map(toSummary),
    /** The clients with one date of birth and those without any; all for null. */
    summariesPerhapsBornOn: (day: string | null): ClientSummary[] => summariesPerhapsBornOn.all({ day }).map(toSummary),
  }
}
