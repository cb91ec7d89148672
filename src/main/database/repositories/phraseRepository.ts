// Phrases in the database.
import { asc, eq, sql } from 'drizzle-orm'
import type { OpenDatabase } from '../openDatabase.ts'
import { phrase } from '../schema.ts'
import { columnPlaceholders } from './placeholders.ts'

export type PhraseRow = typeof phrase.$inferSelect

export function createPhraseRepository({ sqlite, orm }: OpenDatabase) {
  const isOfId = eq(phrase.id, sql.placeholder('id'))
  const all = orm.select().from(phrase).orderBy(asc(phrase.position), asc(phrase.id)).prepare()
  const byId = orm.select().from(phrase).where(isOfId).prepare()
  const insert = orm.insert(phrase).values(columnPlaceholders(phrase)).prepare()
  const { id: _, ...changing } = columnPlaceholders(phrase)
  const update = orm
    .update(phrase)
    .set(changing as object)
    .where(isOfId)
    .prepare()
  const remove = orm.delete(phrase).where(isOfId).prepare()
  const place = sqlite.prepare<[number, string]>('UPDATE phrase SET position = ? WHERE id = ?')
  const used = sqlite.prepare<[string, string]>(
    'UPDATE phrase SET use_count = use_count + 1, last_used_at = ? WHERE id = ?',
  )

  return {
    /** Every phrase in the practice's order. */
    all: (): PhraseRow[] => all.all(),
    byId: (id: string): PhraseRow | undefined => byId.get({ id }),
    insert: (row: PhraseRow) => void insert.run(row),
    /** Overwrites the row of the same id. */
    update: (row: PhraseRow) => void update.run(row),
    remove: (id: string) => void remove.run({ id }),
    /** Sets a phrase's place in the order. */
    place: (id: string, position: number) => void place.run(position, id),
    /** Counts a use; returns whether there is such a phrase. */
    used: (id: string, at: string): boolean => used.run(at, id).changes > 0,
  }
}
