// The backups in a place that were made before an instant, and when rotation has removed them.
import type { OlderBackups } from '#shared/contract/retention.ts'
import { goneBy } from '#shared/domain/backup/rotation.ts'
import { backupsIn, stateOfPlace, type FoundBackup } from './backupFolder.ts'

interface LookedAt {
  readonly id: string
  /** Absolute. */
  readonly folder: string
  /** Null while it is used. */
  readonly removedAt: string | null
}

/**
 * The complete ones, the newest first.
 * @param at UTC
 * @param isOwn whether this computer's rotation may remove it
 * @returns null where it cannot be determined, as with a stick that is not plugged in
 */
export async function backupsBefore(
  at: string,
  { id, folder, removedAt }: LookedAt,
  { vaultId, isOwn }: { readonly vaultId: string; readonly isOwn: (backup: FoundBackup) => boolean },
): Promise<OlderBackups['backups']> {
  try {
    if ((await stateOfPlace(folder, { placeId: id, vaultId })) !== 'same') return null
    const all = await backupsIn(folder, vaultId)
    // Of those that are not verified rotation keeps the newest, for as long as no other follows; of another computer all;
    // and where no backup is made any more, it removes nothing.
    const isRotated = (backup: FoundBackup) =>
      removedAt === null && isOwn(backup) && backup.manifest.verifiedAt !== null
    return all
      .filter(({ manifest }) => manifest.madeAt < at)
      .map((backup) => ({
        madeAt: backup.manifest.madeAt,
        goneBy: isRotated(backup) ? goneBy(backup.manifest.madeAtWall) : null,
      }))
  } catch {
    return null
  }
}
