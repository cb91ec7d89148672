// The practice's chain of signatures in the database. Rows are only ever added.
import { asc, desc, eq, gt, lte, sql } from 'drizzle-orm'
import type { OpenDatabase } from '../openDatabase.ts'
import { signature } from '../schema.ts'
import { columnPlaceholders, idList, isOneOf } from './placeholders.ts'

export type SignatureRow = typeof signature.$inferSelect

export function createSignatureRepository({ orm }: OpenDatabase) {
  const last = orm.select().from(signature).orderBy(desc(signature.sequence)).limit(1).prepare()
  const stretch = orm
    .select()
    .from(signature)
    .where(gt(signature.sequence, sql.placeholder('from')))
    .orderBy(asc(signature.sequence))
    .limit(sql.placeholder('limit'))
    .prepare()
  const upTo = orm
    .select()
    .from(signature)
    .where(lte(signature.sequence, sql.placeholder('from')))
    .orderBy(desc(signature.sequence))
    .limit(1)
    .prepare()
  const ofSubject = orm
    .select()
    .from(signature)
    .where(eq(signature.subjectId, sql.placeholder('subjectId')))
    .prepare()
  const ofSubjects = orm.select().from(signature).where(isOneOf(signature.subjectId)).prepare()
  const insert = orm.insert(signature).values(columnPlaceholders(signature)).prepare()

  return {
    /** The newest link of the chain. */
    last: (): SignatureRow | undefined => last.get(),
    /** The next signatures after a sequence, in its order. */
    after: (from: number, limit: number): SignatureRow[] => stretch.all({ from, limit }),
    /** The newest signature of at most this sequence. */
    upTo: (from: number): SignatureRow | undefined => upTo.get({ from }),
    /** The signature of a record of any kind. A note has its session's id. */
    of: (subjectId: string): SignatureRow | undefined => ofSubject.get({ subjectId }),
    /** The signatures of these records, as far as they are signed, in no particular order. */
    ofAll: (subjectIds: readonly string[]): SignatureRow[] => ofSubjects.all(idList(subjectIds)),
    insert: (row: SignatureRow) => void insert.run(row),
  }
}
