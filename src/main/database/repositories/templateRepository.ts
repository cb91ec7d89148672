// Templates in the database, with the parts and measures that belong to them.
import { asc, eq, sql } from 'drizzle-orm'
import type { OpenDatabase } from '../openDatabase.ts'
import { template, templateMeasure, templateSection } from '../schema.ts'
import { columnPlaceholders } from './placeholders.ts'

type TemplateColumns = typeof template.$inferSelect
export type TemplatePartRow = Omit<typeof templateSection.$inferSelect, 'templateId'>
type TemplateMeasureRow = typeof templateMeasure.$inferSelect

/** A template as it is stored. */
export interface TemplateRow extends TemplateColumns {
  readonly parts: readonly TemplatePartRow[]
  /** In their order. */
  readonly measures: readonly string[]
}

export function createTemplateRepository({ orm }: OpenDatabase) {
  const all = orm
    .select()
    .from(template)
    .orderBy(asc(template.position), asc(template.createdAt), asc(template.id))
    .prepare()
  const byId = orm
    .select()
    .from(template)
    .where(eq(template.id, sql.placeholder('id')))
    .prepare()
  const partsOf = orm
    .select({
      section: templateSection.section,
      document: templateSection.document,
      schemaVersion: templateSection.schemaVersion,
      plainText: templateSection.plainText,
    })
    .from(templateSection)
    .where(eq(templateSection.templateId, sql.placeholder('id')))
    .orderBy(asc(templateSection.section))
    .prepare()
  const measuresOf = orm
    .select({ measure: templateMeasure.measure })
    .from(templateMeasure)
    .where(eq(templateMeasure.templateId, sql.placeholder('id')))
    .orderBy(asc(templateMeasure.position))
    .prepare()
  const allMeasures = orm.select().from(templateMeasure).orderBy(asc(templateMeasure.position)).prepare()
  const put = orm
    .insert(template)
    .values(columnPlaceholders(template))
    .onConflictDoUpdate({
      target: template.id,
      set: {
        name: sql`excluded.name`,
        position: sql`excluded.position`,
        lengthMinutes: sql`excluded.length_minutes`,
        updatedAt: sql`excluded.updated_at`,
      },
    })
    .prepare()
  const clearParts = orm
    .delete(templateSection)
    .where(eq(templateSection.templateId, sql.placeholder('id')))
    .prepare()
  const clearMeasures = orm
    .delete(templateMeasure)
    .where(eq(templateMeasure.templateId, sql.placeholder('id')))
    .prepare()
  const insertPart = orm.insert(templateSection).values(columnPlaceholders(templateSection)).prepare()
  const insertMeasure = orm.insert(templateMeasure).values(columnPlaceholders(templateMeasure)).prepare()
  const remove = orm
    .delete(template)
    .where(eq(template.id, sql.placeholder('id')))
    .prepare()
  const place = orm
    .update(template)
    .set({ position: sql`${sql.placeholder('position')}` })
    .where(eq(template.id, sql.placeholder('id')))
    .prepare()

  const whole = (row: TemplateColumns): TemplateRow => ({
    ...row,
    parts: partsOf.all({ id: row.id }),
    measures: measuresOf.all({ id: row.id }).map(({ measure }) => measure),
  })

  return {
    /** In their order. */
    all: (): TemplateRow[] => all.all().map(whole),
    byId(id: string): TemplateRow | undefined {
      const row = byId.get({ id })
      return row && whole(row)
    },
    /** The measures that all templates ask for, each template's in its order. */
    measures: (): TemplateMeasureRow[] => allMeasures.all(),
    /** Adds the template or overwrites the one of its id; its creation time stays. Within a transaction. */
    put({ parts, measures, ...row }: TemplateRow): void {
      put.run(row)
      clearParts.run({ id: row.id })
      clearMeasures.run({ id: row.id })
      for (const part of parts) insertPart.run({ ...part, templateId: row.id })
      for (const [position, measure] of measures.entries()) insertMeasure.run({ templateId: row.id, measure, position })
    },
    /** Its parts and measures are deleted with it. */
    remove: (id: string) => void remove.run({ id }),
    /** Puts a template at a place. */
    place: (id: string, position: number) => void place.run({ id, position }),
  }
}
