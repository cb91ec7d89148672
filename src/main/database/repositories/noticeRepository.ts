// What was found wrong with the vault's files: shown until it is acknowledged, stored for good.
import { asc, isNull } from 'drizzle-orm'
import type { VaultNotice } from '#shared/domain/vaultNotice.ts'
import type { OpenDatabase } from '../openDatabase.ts'
import { vaultNotice } from '../schema.ts'

export function createNoticeRepository({ orm }: Pick<OpenDatabase, 'orm'>) {
  return {
    add: (notice: Omit<VaultNotice, 'id'>) => void orm.insert(vaultNotice).values(notice).run(),
    /** Those that nobody has acknowledged, oldest first. */
    open: (): VaultNotice[] =>
      orm
        .select()
        .from(vaultNotice)
        .where(isNull(vaultNotice.acknowledgedAt))
        .orderBy(asc(vaultNotice.id))
        .all()
        .map(({ acknowledgedAt: _, ...notice }) => notice),
    /** @param at instant, UTC */
    acknowledge: (at: string) =>
      void orm.update(vaultNotice).set({ acknowledgedAt: at }).where(isNull(vaultNotice.acknowledgedAt)).run(),
  }
}
