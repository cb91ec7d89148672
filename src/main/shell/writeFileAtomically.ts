// Writes a file so that its path holds either the old file or the whole new one, never a part.
import { randomBytes } from 'node:crypto'
import { open, stat, unlink, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError } from '#main/appError.ts'
import { syncNames } from '#main/durable.ts'
import { errnoOf, fromFileError } from '#main/fileErrors.ts'
import { renameWithRetryAsync } from '#main/renaming.ts'

/** The file system as the writer needs it; injected so that a test can make it fail. */
export interface FileSystem {
  open: typeof open
  rename: (from: string, to: string) => Promise<void>
  unlink: typeof unlink
}

const nodeFileSystem: FileSystem = { open, rename: renameWithRetryAsync, unlink }

function failureOfWriting(error: unknown): AppError {
  // A missing folder takes no file either.
  const code = errnoOf(error) === 'ENOENT' ? 'READ_ONLY' : 'INTERNAL'
  return fromFileError(error) ?? new AppError(code, undefined, { cause: error })
}

// The folder accepted a new file a moment ago, so an error in replacing the old one means that a program holds it open.
function failureOfReplacing(error: unknown): AppError {
  return ['EBUSY', 'EPERM', 'EACCES', 'ETXTBSY'].includes(errnoOf(error) ?? '')
    ? new AppError('TARGET_IN_USE', undefined, { cause: error })
    : failureOfWriting(error)
}

async function keepPermissions(handle: FileHandle, target: string): Promise<void> {
  const old = await stat(target).catch(() => undefined)
  // Some disks have no permissions.
  if (old) await handle.chmod(old.mode & 0o777).catch(() => undefined)
}

const underWay = new Set<Promise<void>>()

/** Resolves when every file that is being written has been written, or its temporary file removed. */
export async function whenFilesAreWritten(): Promise<void> {
  await Promise.allSettled(underWay)
}

/**
 * Writes to a temporary file in the target's own folder, flushes it to the disk, renames it over the target, and flushes that.
 * A new file is for its owner alone; one that replaces another keeps the permissions that its owner set.
 * On any failure the temporary file is removed and an old target stays as it was.
 * @param target absolute path
 * @param signal stops the writing; the rename is the last moment to stop
 * @throws AppError DISK_FULL, READ_ONLY, TARGET_IN_USE, CANCELLED
 */
export async function writeFileAtomically(
  target: string,
  bytes: Uint8Array,
  signal: AbortSignal,
  files: FileSystem = nodeFileSystem,
): Promise<void> {
  const writing = write(target, bytes, signal, files)
  underWay.add(writing)
  try {
    await writing
  } finally {
    underWay.delete(writing)
  }
}

async function write(target: string, bytes: Uint8Array, signal: AbortSignal, files: FileSystem): Promise<void> {
  const temporary = join(dirname(target), `.palpate-${randomBytes(6).toString('hex')}.partial`)
  try {
    const handle = await files.open(temporary, 'wx', 0o600).catch((error: unknown) => {
      throw failureOfWriting(error)
    })
    try {
      await handle.writeFile(bytes, { signal })
      await keepPermissions(handle, target)
      await handle.sync()
    } catch (error) {
      throw signal.aborted ? new AppError('CANCELLED') : failureOfWriting(error)
    } finally {
      await handle.close()
    }
    if (signal.aborted) throw new AppError('CANCELLED')
    await files.rename(temporary, target).catch((error: unknown) => {
      throw failureOfReplacing(error)
    })
  } catch (error) {
    await files.unlink(temporary).catch(() => undefined)
    throw error
  }
  // Until then a crash may bring the old file back.
  await syncNames(dirname(target), files.open)
}
