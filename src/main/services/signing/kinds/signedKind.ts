// What a kind of record defines to be signed: its form, and how its stored records are read for it.
//
// Signing has its own raw view of the database, only here. The records that screens show (`main/records`) leave
// out what this version of the app does not know, fill in what is missing, and change with the app. A signature covers
// what is stored, as it is stored, and must give the same bytes in twenty years: so each kind reads its rows
// itself, its form names every member that it takes, and neither shares a mapping with the screens.
import { plainText } from '#shared/domain/note/plainText.ts'
import type { AnySeal } from '#shared/domain/record/signedContent.ts'
import type { Repositories } from '../../../database/repositories/repositories.ts'
import { readDocument, type DocumentColumns } from '../../../records/document.ts'
import type { RecordScan } from './recordScan.ts'

/** A record as it is stored now. */
export interface StoredRecord {
  /** The session whose record it is a part of; null where it is of none. */
  readonly sessionId: string | null
  /** The client whom it is about; null where it is about none. */
  readonly clientId: string | null
  /**
   * The canonical form under a seal.
   * @param version of the kind's own form
   * @returns null where that version does not cover what is stored: it was not there when it was signed
   */
  canonical(version: number, seal: AnySeal): string | null
  /** Whether the texts that lists and searches show are those of the signed documents. */
  hasOwnTexts(): boolean
}

/** A kind of record that is signed. Its id is its name in the registry. */
export interface SignedKind {
  /** Its name for people, in "the … does not fit". */
  readonly name: string
  /** Every version of its canonical form that was ever used. None is removed: what was signed with it is verified with it. */
  readonly versions: readonly number[]
  /** The version that new signatures use. */
  readonly version: number
  /**
   * Reads a record to be signed, or to be verified.
   * @param id the record's own, which no record of another kind has
   * @returns undefined when it is not there, or was hidden
   * @throws SyntaxError when a stored document is not JSON
   */
  read(repositories: Repositories, id: string): StoredRecord | undefined
  /** Further scans at verifying, of what belongs to records of this kind. */
  readonly scans: readonly RecordScan[]
}

/** Whether the text of a stored document that lists and searches show is the document's own. */
export function hasOwnText(row: DocumentColumns): boolean {
  const document = readDocument(row)
  return document !== null && plainText(document) === row.plainText
}
