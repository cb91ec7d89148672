// The vault's key, its seals, their time stamps, and what they say about the chain. Rows are only ever added.
import { asc, desc, eq, sql } from 'drizzle-orm'
import type { OpenDatabase } from '../openDatabase.ts'
import { seal, sealKey, signature, stampRequest, timeStamp } from '../schema.ts'

export type SealKeyRow = typeof sealKey.$inferSelect
export type SealRow = typeof seal.$inferSelect
export type StampRow = typeof timeStamp.$inferSelect & Pick<SealRow, 'sequence' | 'fingerprint' | 'line' | 'digest'>

export function createSealRepository({ orm, sqlite }: OpenDatabase) {
  const key = orm.select().from(sealKey).prepare()
  const after = orm
    .select({
      id: seal.id,
      sequence: seal.sequence,
      fingerprint: seal.fingerprint,
      line: seal.line,
      chained: signature.fingerprint,
    })
    .from(seal)
    .leftJoin(signature, eq(signature.sequence, seal.sequence))
    .where(sql`(${seal.sequence}, ${seal.id}) > (${sql.placeholder('sequence')}, ${sql.placeholder('id')})`)
    .orderBy(asc(seal.sequence), asc(seal.id))
    .limit(sql.placeholder('most'))
    .prepare()
  const ofDigest = orm
    .select()
    .from(seal)
    .where(eq(seal.digest, sql.placeholder('digest')))
    .limit(1)
    .prepare()
  const nonces = orm
    .select({ nonce: stampRequest.nonce })
    .from(stampRequest)
    .innerJoin(seal, eq(seal.id, stampRequest.sealId))
    .where(eq(seal.digest, sql.placeholder('digest')))
    .prepare()
  const { id, kind, data, keptAt } = timeStamp
  const { sequence, fingerprint, line, digest } = seal
  const stamps = orm
    .select({ id, sealId: timeStamp.sealId, kind, data, keptAt, sequence, fingerprint, line, digest })
    .from(timeStamp)
    .innerJoin(seal, eq(seal.id, timeStamp.sealId))
    .orderBy(desc(timeStamp.id))
    .prepare()
  const links = orm
    .select({
      sequence: signature.sequence,
      previousFingerprint: signature.previousFingerprint,
      fingerprint: signature.fingerprint,
    })
    .from(signature)
    .where(sql`${signature.sequence} >= ${sql.placeholder('from')}`)
    .orderBy(asc(signature.sequence))
    .prepare()

  return {
    key: (): SealKeyRow | undefined => key.get(),
    insertKey: (row: SealKeyRow) => void orm.insert(sealKey).values(row).run(),
    /** The next seals by signature, each with the fingerprint that its signature has now. */
    after: (last: Pick<SealRow, 'sequence' | 'id'>, most: number) =>
      after.all({ sequence: last.sequence, id: last.id, most }),
    ofDigest: (of: string): SealRow | undefined => ofDigest.get({ digest: of }),
    /** Stores a seal and returns its number. The database refuses a seal that matches no link of the chain. */
    insert: (row: Omit<SealRow, 'id'>): number => Number(orm.insert(seal).values(row).run().lastInsertRowid),
    insertRequest: (row: Omit<typeof stampRequest.$inferInsert, 'id'>) =>
      void orm.insert(stampRequest).values(row).run(),
    /** The requests for a digest: two seals that were made in one millisecond have the same. */
    noncesOf: (of: string): string[] => nonces.all({ digest: of }).map(({ nonce }) => nonce),
    insertStamp: (row: Omit<typeof timeStamp.$inferInsert, 'id'>) => void orm.insert(timeStamp).values(row).run(),
    /** The time stamps with their seals, newest first. */
    stamps: (): StampRow[] => stamps.all(),
    /** The chain's links from a sequence to its end, without the signed records. */
    linksFrom: (from: number) => links.all({ from }),
    ...createChainTraces(sqlite),
  }
}

/** How many rows a batch has: it is read in about a millisecond. */
const stretchLength = 500

/** Tables whose rows belong to sessions, and what is checked for each session that has such rows. */
const sessionQuestions = {
  /** Answers are only stored with a signature. */
  'answers unsigned': ['sign_answer', 'signature'],
  /** Only a signed note can have additions. */
  'additions unsigned': ['addendum', 'signature'],
  'sections without session': ['note_section', 'session'],
  'additions without session': ['addendum', 'session'],
  'answers without session': ['sign_answer', 'session'],
} as const
export type SessionQuestion = keyof typeof sessionQuestions

const isMissing = {
  // One that could not be read when the vault was salvaged is known to be lost.
  signature: `NOT EXISTS (SELECT 1 FROM signature s WHERE s.subject_id = part.session_id)
    AND NOT EXISTS (SELECT 1 FROM salvage_loss l WHERE l.session_id = part.session_id AND l.kind = 'signature')`,
  session: 'NOT EXISTS (SELECT 1 FROM session s WHERE s.id = part.session_id)',
} as const

/** Whether the loss of a signature is known: it could not be read when the vault was salvaged. */
const isKnownLoss = (row: string) => `EXISTS (
  SELECT 1 FROM salvage_loss loss WHERE loss.kind = 'signature' AND loss.sequence = ${row}.sequence
    AND (loss.fingerprint IS NULL OR loss.fingerprint = ${row}.fingerprint))`

/**
 * Traces of signatures that were deleted, exchanged, or hidden, in batches: each call gives the next rows
 * after the last one, and none at the end.
 */
function createChainTraces(sqlite: OpenDatabase['sqlite']) {
  const traces = sqlite.prepare<[number], { id: number; sequence: number; isGone: number; isReplaced: number | null }>(`
    SELECT trace.id, trace.sequence, signature.sequence IS NULL AND NOT ${isKnownLoss('trace')} AS isGone,
      signature.fingerprint <> trace.fingerprint AND NOT ${isKnownLoss('trace')} AS isReplaced
    FROM signature_trace trace LEFT JOIN signature ON signature.sequence = trace.sequence
    WHERE trace.id > ? ORDER BY trace.id LIMIT ${stretchLength}`)
  const traced = sqlite.prepare<[number], { sequence: number; signedAt: string; isUntraced: number }>(`
    SELECT sequence, signed_at AS signedAt, NOT EXISTS (
      SELECT 1 FROM signature_trace trace
      WHERE trace.sequence = signature.sequence AND trace.fingerprint = signature.fingerprint) AS isUntraced
    FROM signature WHERE sequence > ? ORDER BY sequence LIMIT ${stretchLength}`)
  const everTraced = sqlite
    .prepare<[], number>(`SELECT seq FROM sqlite_sequence WHERE name = 'signature_trace'`)
    .pluck()
  const amends = sqlite.prepare<[number], { id: number; isUnsigned: number }>(`
    SELECT rowid AS id, corrects_addendum_id IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM signature s WHERE s.subject_id = addendum.corrects_addendum_id) AS isUnsigned
    FROM addendum WHERE rowid > ? ORDER BY rowid LIMIT ${stretchLength}`)
  const sessionsOf = (question: SessionQuestion) => {
    const [table, other] = sessionQuestions[question]
    return sqlite.prepare<[string], { sessionId: string; isFound: number }>(`
      SELECT session_id AS sessionId, ${isMissing[other]} AS isFound
      FROM (SELECT DISTINCT session_id FROM ${table} WHERE session_id >= ? ORDER BY session_id LIMIT ${stretchLength}) part`)
  }
  const sessions = Object.fromEntries(
    Object.keys(sessionQuestions).map((name) => [name, sessionsOf(name as SessionQuestion)]),
  ) as Record<SessionQuestion, ReturnType<typeof sessionsOf>>
  const stampsOfAnotherChain = sqlite
    .prepare<[], number>(
      `SELECT seal.sequence FROM time_stamp JOIN seal ON seal.id = time_stamp.seal_id
       LEFT JOIN signature ON signature.sequence = seal.sequence
       WHERE signature.fingerprint IS NOT seal.fingerprint AND NOT ${isKnownLoss('seal')}`,
    )
    .pluck()
  const triggers = sqlite.prepare<[], { name: string; sql: string }>(
    `SELECT name, sql FROM sqlite_master WHERE type = 'trigger'`,
  )
  return {
    /**
     * The list of the signatures that were ever made: whether the sequence now has none, or another one.
     * @param after the id of the last row before them
     */
    traces: (after: number) => traces.all(after),
    /** How many rows that list has ever had. */
    everTraced: (): number => everTraced.get() ?? 0,
    /** The signatures themselves: whether one got past the database's triggers. @param after the last sequence */
    traced: (after: number) => traced.all(after),
    /** The additions: whether one corrects an addendum that has no signature, which only a signed one can have. */
    amends: (after: number) => amends.all(after),
    /** The sessions that have rows in a table, each once: whether the rows that these require are missing. */
    sessions: (question: SessionQuestion, after: string | null) =>
      // The next text in sort order is the same text with a zero character behind it.
      sessions[question].all(after === null ? '' : `${after}\u0000`),
    /** Numbers of signatures of which a time stamp is stored, and which have another fingerprint now, or do not exist. */
    stampsOfAnotherChain: (): number[] => stampsOfAnotherChain.all(),
    /** The triggers of the database, as they are now. */
    triggers: () => triggers.all(),
  }
}
