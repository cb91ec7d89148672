// The written part of sessions in the database: the sections of the note, and the addenda to it.
import { and, asc, eq, sql } from 'drizzle-orm'
import type { SectionId } from '#shared/domain/note/sections.ts'
import type { OpenDatabase } from '../openDatabase.ts'
import { addendum, noteSection, signature } from '../schema.ts'
import { columnPlaceholders, idList, isOneOf } from './placeholders.ts'

export type SectionRow = typeof noteSection.$inferSelect
export type AddendumRow = typeof addendum.$inferSelect

export function createNoteRepository({ orm }: OpenDatabase) {
  const sectionsOf = orm.select().from(noteSection).where(isOneOf(noteSection.sessionId)).prepare()
  const section = orm
    .select()
    .from(noteSection)
    .where(
      and(eq(noteSection.sessionId, sql.placeholder('sessionId')), eq(noteSection.section, sql.placeholder('section'))),
    )
    .prepare()
  const putSection = orm
    .insert(noteSection)
    .values(columnPlaceholders(noteSection))
    .onConflictDoUpdate({
      target: [noteSection.sessionId, noteSection.section],
      set: {
        document: sql`excluded.document`,
        schemaVersion: sql`excluded.schema_version`,
        plainText: sql`excluded.plain_text`,
        updatedAt: sql`excluded.updated_at`,
      },
    })
    .prepare()

  // Signed addenda in the order of their signatures, then the drafts.
  const addendaOf = orm
    .select({ addendum, signature })
    .from(addendum)
    .leftJoin(signature, eq(signature.subjectId, addendum.id))
    .where(isOneOf(addendum.sessionId))
    .orderBy(sql`${signature.sequence} IS NULL`, asc(signature.sequence), asc(addendum.createdAt), asc(addendum.id))
    .prepare()
  const addendumById = orm
    .select()
    .from(addendum)
    .where(eq(addendum.id, sql.placeholder('id')))
    .prepare()
  const putAddendum = orm
    .insert(addendum)
    .values(columnPlaceholders(addendum))
    .onConflictDoUpdate({
      target: addendum.id,
      set: {
        document: sql`excluded.document`,
        schemaVersion: sql`excluded.schema_version`,
        plainText: sql`excluded.plain_text`,
        updatedAt: sql`excluded.updated_at`,
        kind: sql`excluded.kind`,
        correctsPart: sql`excluded.corrects_part`,
        correctsAddendumId: sql`excluded.corrects_addendum_id`,
        reason: sql`excluded.reason`,
        oldText: sql`excluded.old_text`,
      },
    })
    .prepare()
  const removeAddendum = orm
    .delete(addendum)
    .where(eq(addendum.id, sql.placeholder('id')))
    .prepare()

  return {
    /** The stored sections of these sessions, in no particular order. */
    sectionsOf: (sessionIds: readonly string[]): SectionRow[] => sectionsOf.all(idList(sessionIds)),
    section: (sessionId: string, id: SectionId): SectionRow | undefined => section.get({ sessionId, section: id }),
    /** Adds the section or overwrites it. */
    putSection: (row: SectionRow) => void putSection.run(row),
    /** The addenda of these sessions with their signatures: the signed ones in the order of signing, then drafts. */
    addendaOf: (sessionIds: readonly string[]) => addendaOf.all(idList(sessionIds)),
    addendum: (id: string): AddendumRow | undefined => addendumById.get({ id }),
    /** Adds the addendum, or overwrites its text and what it corrects; its session and its creation time stay. */
    putAddendum: (row: AddendumRow) => void putAddendum.run(row),
    removeAddendum: (id: string) => void removeAddendum.run({ id }),
  }
}
