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
    /** Keeps a seal and gives its number. The database refuses one of no link of the chain. */
    insert: (row: Omit<SealRow, 'id'>): number => Number(orm.insert(seal).values(row).run().lastInsertRowid),
    insertRequest: (row: Omit<typeof stampRequest.$inferInsert, 'id'>) =>
      void orm.insert(stampRequest).values(row).run(),
    /** What was asked with about a digest: two seals that were made in one millisecond have the same. */
    noncesOf: (of: string): string[] => nonces.all({ digest: of }).map(({ nonce }) => nonce),
    insertStamp: (row: Omit<typeof timeStamp.$inferInsert, 'id'>) => void orm.insert(timeStamp).values(row).run(),
    /** The time stamps with the seals that they are of, newest first. */
    stamps: (): StampRow[] => stamps.all(),
    /** The chain's links from a sequence to its end, without what was signed. */
    linksFrom: (from: number) => links.all({ from }),
    ...createChainTraces(sqlite),
  }
}

/** Queries for what goes on telling of signatures that were taken out, exchanged, or hidden. */
function createChainTraces(sqlite: OpenDatabase['sqlite']) {
  const numbers = (query: string) => sqlite.prepare<[], number>(query).pluck()
  const goneFromTrace = numbers(`
    SELECT DISTINCT sequence FROM signature_trace
    WHERE sequence NOT IN (SELECT sequence FROM signature) ORDER BY sequence`)
  const replacedInTrace = numbers(`
    SELECT DISTINCT trace.sequence FROM signature_trace trace
    JOIN signature ON signature.sequence = trace.sequence AND signature.fingerprint <> trace.fingerprint
    ORDER BY trace.sequence`)
  const untraced = numbers(`
    SELECT sequence FROM signature WHERE NOT EXISTS (
      SELECT 1 FROM signature_trace trace
      WHERE trace.sequence = signature.sequence AND trace.fingerprint = signature.fingerprint) ORDER BY sequence`)
  const everTraced = numbers(`SELECT seq FROM sqlite_sequence WHERE name = 'signature_trace'`)
  const traced = numbers('SELECT count(*) FROM signature_trace')
  const datedBefore = numbers(`
    SELECT sequence FROM (
      SELECT sequence, signed_at, lag(signed_at) OVER (ORDER BY sequence) AS before FROM signature)
    WHERE signed_at < before ORDER BY sequence`)
  const answersUnsigned = numbers(`
    SELECT count(DISTINCT session_id) FROM sign_answer
    WHERE session_id NOT IN (SELECT subject_id FROM signature)`)
  const additionsUnsigned = numbers(`
    SELECT count(DISTINCT session_id) FROM addendum
    WHERE session_id NOT IN (SELECT subject_id FROM signature)`)
  const amendsUnsigned = numbers(`
    SELECT count(*) FROM addendum WHERE corrects_addendum_id IS NOT NULL
      AND corrects_addendum_id NOT IN (SELECT subject_id FROM signature)`)
  // Each table by an index of its own: thousands of notes are counted without being read.
  const partsWithoutSession = numbers(`
    SELECT count(*) FROM (
      SELECT session_id FROM note_section UNION SELECT session_id FROM addendum UNION SELECT session_id FROM sign_answer)
    WHERE session_id NOT IN (SELECT id FROM session)`)
  const stampsOfAnotherChain = numbers(`
    SELECT seal.sequence FROM time_stamp JOIN seal ON seal.id = time_stamp.seal_id
    LEFT JOIN signature ON signature.sequence = seal.sequence
    WHERE signature.fingerprint IS NOT seal.fingerprint`)
  const triggers = sqlite.prepare<[], { name: string; sql: string }>(
    `SELECT name, sql FROM sqlite_master WHERE type = 'trigger'`,
  )
  return {
    /** Sequences that a signature was once made at, and none is now. */
    goneFromTrace: (): number[] => goneFromTrace.all(),
    /** Sequences at which another signature was once made than stands there now. */
    replacedInTrace: (): number[] => replacedInTrace.all(),
    /** Signatures that came past the database's own refusals. */
    untraced: (): number[] => untraced.all(),
    /** How many rows were taken out of the trace itself. */
    missingTraces: (): number => (everTraced.get() ?? 0) - (traced.get() ?? 0),
    /** Signatures that state an earlier time than the one before them. */
    datedBefore: (): number[] => datedBefore.all(),
    /** Sessions with answers that are only kept with a signature, and without one. */
    answersUnsigned: (): number => answersUnsigned.get() ?? 0,
    /** Sessions with addenda, which only a signed note can have, and without a signature. */
    additionsUnsigned: (): number => additionsUnsigned.get() ?? 0,
    /** Amendments of an addendum, which only a signed one can have, that has no signature. */
    amendsUnsigned: (): number => amendsUnsigned.get() ?? 0,
    /** Sessions that are not there, and of which something is. */
    partsWithoutSession: (): number => partsWithoutSession.get() ?? 0,
    /** Signatures' numbers of which a time stamp is kept, and which have another fingerprint now, or are not there. */
    stampsOfAnotherChain: (): number[] => stampsOfAnotherChain.all(),
    /** The database's refusals, as they stand there. */
    triggers: () => triggers.all(),
  }
}
