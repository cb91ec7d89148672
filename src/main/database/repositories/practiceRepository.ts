// The one row of the practice in the database.
import { practice } from '../schema.ts'
import type { OpenDatabase } from '../openDatabase.ts'

export type PracticeRow = typeof practice.$inferSelect

export function createPracticeRepository({ orm }: OpenDatabase) {
  const read = orm.select().from(practice).prepare()

  return {
    /** The practice, or undefined before the first save. */
    get: (): PracticeRow | undefined => read.get(),
    insert: (row: PracticeRow) => void orm.insert(practice).values(row).run(),
    update: (change: Partial<Omit<PracticeRow, 'id'>>) => void orm.update(practice).set(change).run(),
  }
}
