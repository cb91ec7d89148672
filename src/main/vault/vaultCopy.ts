// Vaults as folders: found in a chosen folder, and copied whole to where a vault is missing.
import { chmodSync, copyFileSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { AppError } from '../appError.ts'
import { logOf } from '../database/file/log.ts'
import { syncFile } from '../durable.ts'
import { fromFileError } from '../fileErrors.ts'
import { isOccupied, makingFolder, placeOf, putInPlace, vaultFiles } from './vaultFolder.ts'

/** The name of a vault's folder in the app's own folder; people choose either. */
const usualName = 'vault'

const holdsVault = (folder: string) =>
  isThere(vaultFiles(folder).database) &&
  (isThere(vaultFiles(folder).envelope) || isThere(vaultFiles(folder).envelopeCopy))

/** Unlike `existsSync`, does not take an unreadable folder for an empty one. */
function isThere(file: string): boolean {
  try {
    return statSync(file).isFile()
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (['ENOENT', 'ENOTDIR'].includes(code)) return false
    throw fromFileError(error) ?? error
  }
}

/**
 * The vault in a folder that somebody has chosen, or in the folder `vault` within it.
 * @returns its absolute path
 * @throws AppError NO_VAULT_THERE; READ_ONLY or IO_ERROR where it cannot be determined
 */
export function vaultFolderIn(chosen: string): string {
  const found = [chosen, join(chosen, usualName)].find(holdsVault)
  if (found === undefined) throw new AppError('NO_VAULT_THERE')
  return found
}

/**
 * Copies a vault to a place where none is: whole, or not at all. The copy's own head is copied too; the profile's
 * marker shows later if the copy is older.
 * @throws AppError ALREADY_EXISTS, DISK_FULL, READ_ONLY, IO_ERROR
 */
export function copyVault(from: string, to: string): void {
  if (isOccupied(to)) throw new AppError('ALREADY_EXISTS')
  const place = placeOf(to)
  const making = makingFolder(place, `copy-${basename(from)}`)
  try {
    rmSync(making, { recursive: true, force: true })
    mkdirSync(making, { recursive: true, mode: 0o700 })
    const files = vaultFiles(from)
    for (const file of [...Object.values(files), logOf(files.database)]) {
      if (!existsSync(file)) continue
      const copy = join(making, basename(file))
      copyFileSync(file, copy)
      // A copy has the permissions of its original, which on a backup may be read-only, or for everybody.
      chmodSync(copy, 0o600)
      syncFile(copy)
    }
    putInPlace(making, place)
  } catch (error) {
    rmSync(making, { recursive: true, force: true })
    throw fromFileError(error) ?? error
  }
}
