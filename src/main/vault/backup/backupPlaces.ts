// The places that backups of each vault go to from this computer, in a small file of the profile: paths mean nothing on
// another computer, so they are not in the vault.
import { z } from 'zod'
import { knownPlace } from '#shared/contract/backups.ts'
import { AppError } from '../../appError.ts'
import { errnoOf } from '../../fileErrors.ts'
import { readOrdinary } from '../../ordinaryFile.ts'
import { writeFileSafely } from '../writeFileSafely.ts'

const storedPlace = knownPlace.extend({
  id: z.uuid(),
  folder: z.string().min(1).max(32_767),
  /** The name of the folder of the backup in `last`. */
  lastName: z.string().max(300).nullable(),
})
/** A place and the result of the last backup to it. */
export type StoredPlace = z.infer<typeof storedPlace>

const ofVault = z.strictObject({
  id: z.uuid(),
  places: z.array(storedPlace).max(20),
  /** When the question for a place was put off, UTC; null for never. */
  putOffAt: z.string().nullable(),
})
export type StoredPlaces = Omit<z.infer<typeof ofVault>, 'id'>

const placesSchema = z.strictObject({
  format: z.literal('palpate-backup-places'),
  version: z.literal(1),
  vaults: z.array(ofVault).max(100),
})
type Content = z.infer<typeof placesSchema>

const empty: Content = { format: 'palpate-backup-places', version: 1, vaults: [] }

export interface BackupPlaces {
  read(): StoredPlaces
  /**
   * Changes what is stored.
   * @throws the node error when it cannot be written
   */
  change(change: (stored: StoredPlaces) => StoredPlaces): void
}

/** The places of every vault that is known on this computer; none where they cannot be read. */
export function allBackupPlaces(file: string | null): readonly { readonly vaultId: string; readonly folder: string }[] {
  if (file === null) return []
  try {
    const { vaults } = placesSchema.parse(JSON.parse(readOrdinary(file)))
    return vaults.flatMap(({ id, places }) => places.map(({ folder }) => ({ vaultId: id, folder })))
  } catch {
    return []
  }
}

/**
 * The places of one vault.
 * @param file null where nothing is stored, as in trials: the places are then remembered as long as this lives
 */
export function backupPlacesIn(file: string | null, vaultId: string): BackupPlaces {
  let inMemory = empty
  // Read each time: a few hundred bytes, and another process's change is not overwritten.
  function readAll(): Content {
    if (file === null) return inMemory
    try {
      return placesSchema.safeParse(JSON.parse(readOrdinary(file))).data ?? empty
    } catch (error) {
      // Damaged, or no file at all: the places have to be chosen again, and the screen asks for that.
      const isOther = error instanceof SyntaxError || (error instanceof AppError && error.code === 'NOT_A_FILE')
      if (isOther || ['ENOENT', 'ENOTDIR'].includes(errnoOf(error) ?? '')) return empty
      throw error
    }
  }
  const ofThis = ({ vaults }: Content): StoredPlaces =>
    vaults.find(({ id }) => id === vaultId) ?? { places: [], putOffAt: null }

  return {
    read() {
      const { places, putOffAt } = ofThis(readAll())
      return { places, putOffAt }
    },
    change(change) {
      const before = readAll()
      const changed = { id: vaultId, ...change(ofThis(before)) }
      const vaults = [...before.vaults.filter(({ id }) => id !== vaultId).slice(-99), changed]
      const content: Content = { ...empty, vaults }
      if (file === null) inMemory = content
      else writeFileSafely(file, `${JSON.stringify(content, null, 2)}\n`)
    },
  }
}
