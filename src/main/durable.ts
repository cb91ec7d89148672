// Waiting until files and names are on the disk itself.
import { closeSync, fsyncSync, openSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { errnoOf } from './fileErrors.ts'

/** Waits until a file's content is on the disk. Throws the node error. */
export function syncFile(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** The errors of file systems that cannot sync a folder, such as network shares: names there are as safe as they can be. */
const cannotWait: ReadonlySet<string | undefined> = new Set([
  'EINVAL',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EISDIR',
  'EBADF',
])

/** Makes the names in a folder durable where its file system can. Windows neither needs nor allows it. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  let handle: number | undefined
  try {
    handle = openSync(folder, 'r')
    fsyncSync(handle)
  } catch (error) {
    if (!cannotWait.has(errnoOf(error))) throw error
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}

/** The same on a disk that may not answer, or cannot: many network shares and sticks. Names there are as safe as they can be. */
export async function syncNames(folder: string, opener: typeof open = open): Promise<void> {
  if (process.platform === 'win32') return
  let handle
  try {
    handle = await opener(folder, 'r')
    await handle.sync()
  } catch {
    // See above.
  } finally {
    await handle?.close()
  }
}
