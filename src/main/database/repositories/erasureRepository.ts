// Erasures in the database: what is left of erased clients, and how a client's rows are deleted.
import { eq, sql } from 'drizzle-orm'
import type { OpenDatabase } from '../openDatabase.ts'
import { erasure, tracesLeft } from '../schema.ts'
import { tablesOfReview } from './healthRepository.ts'
import { tablesOfConsent } from './consentRepository.ts'
import { columnPlaceholders } from './placeholders.ts'
import { tablesOfSession } from './sessionTables.ts'
import type { SignatureRow } from './signatureRepository.ts'

export type ErasureRow = typeof erasure.$inferSelect

/** An erasure with its own signature, and how many signed notes and other signed records it took away. */
interface SignedErasureRow extends Pick<ErasureRow, 'id' | 'clientId' | 'basis' | 'reason'> {
  readonly sequence: number
  /** UTC. */
  readonly erasedAt: string
  readonly erasedOffset: number | null
  readonly notes: number
  readonly others: number
}

/** A signature that an erasure lists, as it is stored now; all but the first two are null where it is not there. */
export type ListedSignature = { readonly sequence: number; readonly listedFingerprint: string } & {
  readonly [
    K in
      | 'kind'
      | 'subjectId'
      | 'practiceName'
      | 'signerName'
      | 'credentials'
      | 'licenceNumber'
      | 'signedAt'
      | 'signedOffset'
      | 'canonicalVersion'
      | 'fingerprint'
  ]: SignatureRow[K] | null
}

const ofClient = 'session_id IN (SELECT id FROM session WHERE client_id = ?)'
const ofReview = 'review_id IN (SELECT id FROM health_review WHERE client_id = ?)'
const ofConsent = 'consent_id IN (SELECT id FROM consent WHERE client_id = ?)'
/** The same, and what names the client itself, where the client's id is bound once. */
const whose = 'WITH whose (id) AS (SELECT ?)'
const isTheirs =
  '(client_id IN (SELECT id FROM whose) OR session_id IN (SELECT id FROM session WHERE client_id IN (SELECT id FROM whose)))'

export function createErasureRepository({ sqlite, orm }: OpenDatabase) {
  const byId = orm
    .select()
    .from(erasure)
    .where(eq(erasure.id, sql.placeholder('id')))
    .prepare()
  const insert = orm.insert(erasure).values(columnPlaceholders(erasure)).prepare()
  const listSignatures = sqlite.prepare<[string]>(`
    INSERT INTO erased_signature (sequence, erasure_id, fingerprint)
    SELECT signature.sequence, erasure.id, signature.fingerprint
    FROM erasure JOIN signature ON signature.client_id = erasure.client_id
    WHERE erasure.id = ? ORDER BY signature.sequence`)
  const listed = sqlite.prepare<[string], ListedSignature>(`
    SELECT listed.sequence, listed.fingerprint AS listedFingerprint, s.kind, s.subject_id AS subjectId,
      s.practice_name AS practiceName, s.signer_name AS signerName, s.credentials, s.licence_number AS licenceNumber,
      s.signed_at AS signedAt, s.signed_offset AS signedOffset, s.canonical_version AS canonicalVersion, s.fingerprint
    FROM erased_signature listed LEFT JOIN signature s ON s.sequence = listed.sequence
    WHERE listed.erasure_id = ? ORDER BY listed.sequence`)
  const covers = sqlite
    .prepare<[number, string], number>(
      `SELECT 1 FROM erased_signature listed
       JOIN signature own ON own.subject_id = listed.erasure_id AND own.kind = 'erasure'
       WHERE listed.sequence = ? AND listed.fingerprint = ? AND own.sequence > listed.sequence`,
    )
    .pluck()
  const ofErasedClient = sqlite
    .prepare<[{ client: string }], number>(
      `SELECT 1 FROM erasure JOIN signature own ON own.subject_id = erasure.id AND own.kind = 'erasure'
       WHERE erasure.client_id = @client
       UNION SELECT 1 FROM earlier_erasure WHERE client_id = @client AND kept_at IS NULL`,
    )
    .pluck()
  const signed = sqlite.prepare<[], SignedErasureRow>(`
    SELECT erasure.id, erasure.client_id AS clientId, basis, reason, own.sequence,
      own.signed_at AS erasedAt, own.signed_offset AS erasedOffset,
      (SELECT count(*) FROM erased_signature listed JOIN signature s ON s.sequence = listed.sequence
        WHERE listed.erasure_id = erasure.id AND s.kind = 'note') AS notes,
      (SELECT count(*) FROM erased_signature listed JOIN signature s ON s.sequence = listed.sequence
        WHERE listed.erasure_id = erasure.id AND s.kind <> 'note') AS others
    FROM erasure JOIN signature own ON own.subject_id = erasure.id AND own.kind = 'erasure'
    ORDER BY own.sequence DESC`)
  const idsOf = sqlite
    .prepare<[{ client: string }], string>(
      `SELECT @client UNION SELECT id FROM session WHERE client_id = @client
       ${['addendum', 'finding', 'treated_area', 'range_of_motion', 'function_activity']
         .map(
           (table) =>
             `UNION SELECT id FROM ${table} WHERE session_id IN (SELECT id FROM session WHERE client_id = @client)`,
         )
         .join(' ')}
       UNION SELECT id FROM no_go_area WHERE client_id = @client
       UNION SELECT id FROM consent WHERE client_id = @client
       UNION SELECT id FROM household_link WHERE client_id = @client OR person_id = @client`,
    )
    .pluck()
  const deletions = [
    // First: it refers to client and sessions.
    `UPDATE signature SET session_id = NULL, client_id = NULL, client_first_name = NULL, client_last_name = NULL,
       client_date_of_birth = NULL WHERE client_id = ?`,
    // What a salvage could not read of them is theirs as well.
    `${whose} DELETE FROM salvage_loss WHERE kind NOT IN ('signature', 'record') AND ${isTheirs}`,
    `${whose} UPDATE salvage_loss SET client_id = NULL, session_id = NULL, words = '' WHERE ${isTheirs}`,
    // Amendments refer to the addenda that they correct.
    `DELETE FROM addendum WHERE corrects_addendum_id IS NOT NULL AND ${ofClient}`,
    `DELETE FROM addendum WHERE ${ofClient}`,
    ...tablesOfSession.map((table) => `DELETE FROM ${table} WHERE ${ofClient}`),
    `DELETE FROM consent_lack_region WHERE lack_id IN (SELECT id FROM consent_lack WHERE ${ofClient})`,
    `DELETE FROM consent_lack WHERE ${ofClient}`,
    'DELETE FROM session WHERE client_id = ?',
    ...tablesOfConsent.map((table) => `DELETE FROM ${table} WHERE ${ofConsent}`),
    'DELETE FROM consent WHERE client_id = ?',
    'DELETE FROM no_go_area WHERE client_id = ?',
    'DELETE FROM client_provider WHERE client_id = ?',
    `${whose} DELETE FROM household_link WHERE client_id IN (SELECT id FROM whose) OR person_id IN (SELECT id FROM whose)`,
    ...tablesOfReview.map((table) => `DELETE FROM ${table} WHERE ${ofReview}`),
    'DELETE FROM safety_decision WHERE client_id = ?',
    'DELETE FROM health_review WHERE client_id = ?',
    'DELETE FROM client WHERE id = ?',
  ].map((statement) => sqlite.prepare<[string]>(statement))
  const since = orm.select().from(tracesLeft).prepare()

  return {
    byId: (id: string): ErasureRow | undefined => byId.get({ id }),
    /** Stores an erasure that is not signed yet, with the signatures of all that is signed of its client. */
    insert(row: ErasureRow): void {
      insert.run(row)
      listSignatures.run(row.id)
    },
    /** The signatures that an erasure lists, in their order. */
    signaturesOf: (id: string): ListedSignature[] => listed.all(id),
    /** Whether a later, signed erasure lists this signature. */
    covers: ({ sequence, fingerprint }: Pick<SignatureRow, 'sequence' | 'fingerprint'>): boolean =>
      covers.get(sequence, fingerprint) !== undefined,
    /** Whether a signed erasure is of this client, here or in the vault that this one took the place of. */
    isErased: (client: string): boolean => ofErasedClient.get({ client }) !== undefined,
    /** The signed erasures, newest first. */
    signed: (): SignedErasureRow[] => signed.all(),
    /** The ids of a client, and of everything of theirs that a form or a place on screen can be named after. */
    idsOf: (clientId: string): string[] => idsOf.all({ client: clientId }),
    /**
     * Deletes every row of a client. The database refuses it for what is signed, unless a signed erasure lists it. Within a
     * transaction.
     */
    deleteClient(clientId: string): void {
      for (const deletion of deletions) deletion.run(clientId)
    },
    /** Since when unused places of the files may hold what was erased, UTC; null when they do not. */
    tracesLeftSince: (): string | null => since.get()?.since ?? null,
    leaveTraces: (at: string) => void orm.insert(tracesLeft).values({ id: 1, since: at }).onConflictDoNothing().run(),
  }
}
