// What could not be read when the vault was salvaged. Rows are only added, and go with a client who is erased.
import { asc, desc } from 'drizzle-orm'
import type { LostOfSession } from '#shared/domain/salvage.ts'
import type { OpenDatabase } from '../openDatabase.ts'
import { salvage, salvageLoss } from '../schema.ts'

export type SalvageRow = typeof salvage.$inferSelect
export type LossRow = typeof salvageLoss.$inferSelect
export type NewLoss = Partial<Omit<LossRow, 'id' | 'salvageId' | 'kind'>> & Pick<LossRow, 'kind'>

export function createSalvageRepository({ orm, sqlite }: OpenDatabase) {
  const all = orm.select().from(salvage).orderBy(desc(salvage.id)).prepare()
  const losses = orm.select().from(salvageLoss).orderBy(asc(salvageLoss.id)).prepare()
  const lostSignature = sqlite.prepare<[number], { fingerprint: string | null }>(
    `SELECT fingerprint FROM salvage_loss WHERE kind = 'signature' AND sequence = ? ORDER BY id DESC LIMIT 1`,
  )
  const lostBetween = sqlite
    .prepare<[number, number], number>(
      `SELECT count(DISTINCT sequence) FROM salvage_loss WHERE kind = 'signature' AND sequence BETWEEN ? AND ?`,
    )
    .pluck()
  const incomplete = sqlite.prepare<[number, string], { foundFingerprint: string | null }>(
    `SELECT found_fingerprint AS foundFingerprint FROM salvage_loss
     WHERE kind = 'record' AND sequence = ? AND fingerprint = ? ORDER BY id DESC LIMIT 1`,
  )
  const ofSessions = sqlite.prepare<[string], { sessionId: string; kind: LostOfSession }>(
    `SELECT DISTINCT session_id AS sessionId, kind FROM salvage_loss
     WHERE session_id IN (SELECT value FROM json_each(?)) AND kind IN ('session', 'part')`,
  )

  return {
    /** Newest first. */
    all: (): SalvageRow[] => all.all(),
    losses: (): LossRow[] => losses.all(),
    /** @returns the number that {@link addLosses} takes */
    insert: (row: Omit<SalvageRow, 'id'>): number => Number(orm.insert(salvage).values(row).run().lastInsertRowid),
    addLosses(salvageId: number, lost: readonly NewLoss[]): void {
      for (const loss of lost)
        orm
          .insert(salvageLoss)
          .values({ words: '', ...loss, salvageId })
          .run()
    },
    /** The fingerprint of a signature that is lost, null where nobody knows it; undefined for one that is not. */
    lostSignature: (sequence: number): string | null | undefined => lostSignature.get(sequence)?.fingerprint,
    /** Whether every signature from one sequence to another is lost. */
    areLost: (from: number, to: number): boolean => lostBetween.get(from, to) === to - from + 1,
    /** The fingerprint of what was left of a signed record, null where nothing was; undefined for one that was whole. */
    leftOf: (sequence: number, fingerprint: string): string | null | undefined =>
      incomplete.get(sequence, fingerprint)?.foundFingerprint,
    /** What of sessions was lost. */
    lostOfSessions: (ids: readonly string[]) => ofSessions.all(JSON.stringify(ids)),
  }
}
