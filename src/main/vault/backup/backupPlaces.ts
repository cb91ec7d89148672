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

const mostRemoved = 20

/** A place that is used no more. Its backups stay there, and nothing but this knows of them. */
const removedPlace = storedPlace.pick({ id: true, folder: true }).extend({ removedAt: z.iso.datetime() })
export type RemovedPlace = z.infer<typeof removedPlace>

const ofVault = z.strictObject({
  id: z.uuid(),
  places: z.array(storedPlace).max(20),
  /** The one that was removed last comes last. */
  removed: z.array(removedPlace).max(mostRemoved).default([]),
  /** When the question for a place was put off, UTC; null for never. */
  putOffAt: z.string().nullable(),
})
export type StoredPlaces = Omit<z.infer<typeof ofVault>, 'id' | 'removed'>

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
  /** Removes a place, and remembers that it was one until it is a place again. Throws like {@link change}. @param at UTC */
  remove(id: string, at: string): void
  removed(): readonly RemovedPlace[]
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
  const ofThis = ({ vaults }: Content): Omit<z.infer<typeof ofVault>, 'id'> =>
    vaults.find(({ id }) => id === vaultId) ?? { places: [], removed: [], putOffAt: null }
  function store(before: Content, changed: Omit<z.infer<typeof ofVault>, 'id'>): void {
    const vaults = [...before.vaults.filter(({ id }) => id !== vaultId).slice(-99), { id: vaultId, ...changed }]
    const content: Content = { ...empty, vaults }
    if (file === null) inMemory = content
    else writeFileSafely(file, `${JSON.stringify(content, null, 2)}\n`)
  }

  return {
    read() {
      const { places, putOffAt } = ofThis(readAll())
      return { places, putOffAt }
    },
    change(change) {
      const before = readAll()
      const { removed, ...stored } = ofThis(before)
      const changed = change(stored)
      const isUsed = ({ id }: RemovedPlace) => changed.places.some((place) => place.id === id)
      store(before, { ...changed, removed: removed.filter((place) => !isUsed(place)) })
    },
    remove(id, at) {
      const before = readAll()
      const { places, removed, putOffAt } = ofThis(before)
      const gone = places.filter((place) => place.id === id).map(({ folder }) => ({ id, folder, removedAt: at }))
      const known = [...removed.filter((place) => place.id !== id), ...gone].slice(-mostRemoved)
      store(before, { places: places.filter((place) => place.id !== id), removed: known, putOffAt })
    },
    removed: () => ofThis(readAll()).removed,
  }
}
