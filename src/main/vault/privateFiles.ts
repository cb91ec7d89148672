// Files of the vault and of the profile are readable by this computer's user alone, whichever part of the app makes them.
import { isMainThread } from 'node:worker_threads'

/**
 * From now on every file and folder that this process makes can be read by nobody but its owner. A thread has its
 * process's setting already, and may not change it. On Windows the permissions of the folder apply.
 */
export function makeFilesPrivate(): void {
  if (isMainThread) process.umask(0o077)
}
