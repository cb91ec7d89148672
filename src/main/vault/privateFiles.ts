// Files of the vault and of the profile belong to the person at this computer alone, whoever makes them.
import { isMainThread } from 'node:worker_threads'

/**
 * From now on every file and folder that this process makes can be read by nobody but its owner. A thread has its
 * process's setting already, and may not change it. Windows goes by the folder that a file lies in.
 */
export function makeFilesPrivate(): void {
  if (isMainThread) process.umask(0o077)
}
