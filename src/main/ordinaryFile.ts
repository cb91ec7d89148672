// Opening what must be an ordinary file. A pipe in its place would keep the app waiting for ever.
import { closeSync, constants, fstatSync, openSync, readFileSync, statSync } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { AppError } from './appError.ts'

/** Windows knows no such flag, and has no pipes among its files. */
const neverWait = (constants.O_NONBLOCK as number | undefined) ?? 0

/**
 * Opens a file without ever waiting for another program.
 * @param flags of `constants.O_…`; for reading unless given
 * @throws the node error; AppError NOT_A_FILE for a pipe, a folder or a device
 */
export function openOrdinary(file: string, flags: number = constants.O_RDONLY, mode?: number): number {
  const handle = openSync(file, flags | neverWait, mode)
  if (fstatSync(handle).isFile()) return handle
  closeSync(handle)
  throw new AppError('NOT_A_FILE')
}

/** The same without blocking anybody: where a disk may not answer. Throws like {@link openOrdinary}. */
export async function openOrdinaryAsync(file: string, flags: number = constants.O_RDONLY): Promise<FileHandle> {
  const handle = await open(file, flags | neverWait)
  if ((await handle.stat()).isFile()) return handle
  await handle.close()
  throw new AppError('NOT_A_FILE')
}

/** The text of a file. Throws like {@link openOrdinary}. */
export function readOrdinary(file: string): string {
  const handle = openOrdinary(file)
  try {
    return readFileSync(handle, 'utf8')
  } finally {
    closeSync(handle)
  }
}

/** @throws AppError NOT_A_FILE where something lies that is no file, or leads to none */
export function refuseOtherThanFile(file: string): void {
  if (statSync(file, { throwIfNoEntry: false })?.isFile() === false) throw new AppError('NOT_A_FILE')
}
