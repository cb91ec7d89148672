// Reads and writes the editor's documents in the database.
import { AppError, fieldError } from '#main/appError.ts'
import {
  documentSchemaVersion,
  noteDocument,
  schemaVersionOf,
  sectionTextLimit,
  type NoteDocument,
} from '#shared/domain/note/document.ts'
import { plainText } from '#shared/domain/note/plainText.ts'

/** The columns that store a document. */
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

/** Keeps this version from overwriting what it cannot read, and from losing words. */
export interface OverwriteGuard {
  /**
   * The columns for a document that replaces a stored one.
   * @param place names the document, so that what was written there last is not parsed again
   * @param isEmptied whether the therapist deleted all words
   * @throws CONFLICT when the stored document cannot be read, or when the new one has lost all words without isEmptied;
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
 * Keeps this version from overwriting what it cannot read.
 * @throws CONFLICT when there is a stored document that cannot be read
 */
export function refuseOverwriting(stored: DocumentColumns | undefined): void {
  if (stored && readDocument(stored) === null) throw new AppError('CONFLICT')
}
