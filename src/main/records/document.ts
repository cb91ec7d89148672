// The editor's documents on their way into and out of the database.
import { AppError, fieldError } from '#main/appError.ts'
import {
  documentSchemaVersion,
  noteDocument,
  schemaVersionOf,
  sectionTextLimit,
  type NoteDocument,
} from '#shared/domain/note/document.ts'
import { plainText } from '#shared/domain/note/plainText.ts'

/** The columns that a document is kept in. */
export interface DocumentColumns {
  readonly document: string
  readonly schemaVersion: number
  readonly plainText: string
}

/** The stored document, or null when it is damaged or a newer version of the app wrote it. */
export function readDocument({ document, schemaVersion }: DocumentColumns): NoteDocument | null {
  if (schemaVersion > documentSchemaVersion) return null
  try {
    return noteDocument.safeParse(JSON.parse(document)).data ?? null
  } catch {
    return null
  }
}

/**
 * The columns for a document.
 * @throws VALIDATION `too_long` when its text is over the limit of a section
 */
export function writeDocument(document: NoteDocument): DocumentColumns {
  const text = plainText(document)
  if (text.length > sectionTextLimit) throw fieldError('document', 'too_long')
  return { document: JSON.stringify(document), schemaVersion: schemaVersionOf(document), plainText: text }
}

/** Guards what this version cannot read against being overwritten by it, and words against being lost. */
export interface OverwriteGuard {
  /**
   * The columns for a document that is to be put in the place of a stored one.
   * @param place names the document, so that what was written there last is not parsed once more
   * @param isEmptied whether the therapist took out all words
   * @throws CONFLICT when the stored document cannot be read, or has words and the new one none that nobody took out;
   * VALIDATION `too_long`
   */
  columns(
    place: string,
    stored: DocumentColumns | undefined,
    document: NoteDocument,
    isEmptied: boolean | undefined,
  ): DocumentColumns
}

/** As many places as a few open notes have. */
const mostPlaces = 16

export function createOverwriteGuard(): OverwriteGuard {
  const readable = new Map<string, string>()
  return {
    columns(place, stored, document, isEmptied) {
      const isOwn = stored?.document === readable.get(place) && (stored?.schemaVersion ?? 0) <= documentSchemaVersion
      if (!isOwn) refuseOverwriting(stored)
      const columns = writeDocument(document)
      if (stored && !isEmptied && columns.plainText.trim() === '' && stored.plainText.trim() !== '') {
        throw new AppError('CONFLICT', { issues: [{ path: 'document', code: 'would_be_emptied' }] })
      }
      readable.delete(place)
      readable.set(place, columns.document)
      const [oldest] = readable.keys()
      if (readable.size > mostPlaces && oldest !== undefined) readable.delete(oldest)
      return columns
    },
  }
}

/**
 * Guards what this version cannot read against being overwritten by it.
 * @throws CONFLICT when there is a stored document that cannot be read
 */
export function refuseOverwriting(stored: DocumentColumns | undefined): void {
  if (stored && readDocument(stored) === null) throw new AppError('CONFLICT')
}
