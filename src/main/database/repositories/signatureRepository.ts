// The practice's chain of signatures in the database. Rows are only ever added.
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import type { OpenDatabase } from '../openDatabase.ts'
import { signature } from '../schema.ts'
import { columnPlaceholders } from './columnPlaceholders.ts'
import { idList, isOneOf } from './idList.ts'

export type SignatureRow = typeof signature.$inferSelect

export function createSignatureRepository({ orm }: OpenDatabase) {
  const last = orm.select().from(signature).orderBy(desc(signature.sequence)).limit(1).prepare()
  const all = orm.select().from(signature).orderBy(asc(signature.sequence)).prepare()
  const ofNotes = orm
    .select()
    .from(signature)
    .where(and(isOneOf(signature.sessionId), isNull(signature.addendumId)))
    .prepare()
  const ofAddendum = orm
    .select()
    .from(signature)
    .where(eq(signature.addendumId, sql.placeholder('addendumId')))
    .prepare()
  const insert = orm.insert(signature).values(columnPlaceholders(signature)).prepare()

  return {
    /** The newest link of the chain. */
    last: (): SignatureRow | undefined => last.get(),
    /** The whole chain from its beginning. */
    all: (): SignatureRow[] => all.all(),
    /** The signatures of these sessions' notes, without those of addenda. */
    ofNotes: (sessionIds: readonly string[]): SignatureRow[] => ofNotes.all(idList(sessionIds)),
    ofNote: (sessionId: string): SignatureRow | undefined => ofNotes.get(idList([sessionId])),
    ofAddendum: (addendumId: string): SignatureRow | undefined => ofAddendum.get({ addendumId }),
    insert: (row: SignatureRow) => void insert.run(row),
  }
}
