// The one row of the practice in the database.
import { practice } from '../schema.ts'
import { defaultSettings, type PracticeFields } from '#shared/domain/practice.ts'
import type { OpenDatabase } from '../openDatabase.ts'

export type PracticeRow = typeof practice.$inferSelect

export function createPracticeRepository({ orm }: OpenDatabase) {
  const read = orm.select().from(practice).prepare()

  return {
    /** The practice, or undefined before the first save. */
    get: (): PracticeRow | undefined => read.get(),
    /** Makes the practice's one row, with the default settings beside what is given. Its first measures are in the migrations. */
    insert: (
      fields: PracticeFields,
      made: Pick<PracticeRow, 'recoveryConfirmedAt' | 'createdAt'> & Partial<Pick<PracticeRow, 'paperSize'>>,
    ) => {
      const { measures: _, ...settings } = defaultSettings
      const row = { id: 1, ...fields, ...settings, ...made, phrasesBegunAt: null, templatesBegunAt: null }
      orm.insert(practice).values(row).run()
    },
    update: (change: Partial<Omit<PracticeRow, 'id'>>) => void orm.update(practice).set(change).run(),
  }
}
