// Room on a disk for a copy of a vault: looked at before the copy is begun, and named as what it is when it runs out.
import { existsSync, statfsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { AppError } from '../appError.ts'
import { fromSqliteError } from '../database/sqliteErrors.ts'
import { fromFileError } from '../fileErrors.ts'

/** What a copy needs beyond the files' own size: its log while it is checked, the small files, and some reserve. */
const extraBytes = 16 * 1024 * 1024

/** Bytes that an ordinary user may still write in a folder. */
export function freeBytesIn(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

/** The bytes of files together; one that is not there has none. */
export const bytesOf = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0)

/**
 * @param folder the copy's own, which is made later, as may be the folders that it lies in
 * @param files what is copied
 * @param freeBytes bytes that may still be written in a folder that is there
 * @throws AppError NO_ROOM with the bytes that are needed
 */
export function refuseWithoutRoom(
  folder: string,
  files: readonly string[],
  freeBytes: (folder: string) => number,
): void {
  const neededBytes = bytesOf(files) + extraBytes
  if (freeBytes(existingParent(folder)) < neededBytes) throw new AppError('NO_ROOM', { neededBytes })
}

function existingParent(path: string): string {
  const parent = dirname(path)
  return existsSync(parent) || parent === path ? parent : existingParent(parent)
}

/** What made a copy fail, by its code; null where it has none. */
export function fromCopyError(error: unknown): AppError | null {
  const known = error instanceof AppError ? error : (fromSqliteError(error) ?? fromFileError(error))
  // The copy filled the disk: nothing of the practice is unsaved, as DISK_FULL would say.
  return known?.code === 'DISK_FULL' ? new AppError('NO_ROOM', undefined, { cause: error }) : known
}
