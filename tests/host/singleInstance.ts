// The single-instance lock of the host: a lock file with the holder's process id, and a file that knocks.
import { readFileSync, rmSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface InstanceClaim {
  readonly isFirst: boolean
  release(): void
}

const lockName = 'host-instance.lock'
const knockName = 'host-instance.knock'

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Takes the lock file; a file whose holder is gone counts for nothing. */
function takeLock(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  if (isRunning(Number(readFileSync(path, 'utf8')))) return false
  rmSync(path, { force: true })
  return takeLock(path)
}

/**
 * Claims a folder for this process. Not first: the holder is told.
 * @param onSecond called in the holder whenever another process has claimed in vain
 */
export function claimSingleInstance(folder: string, onSecond: () => void): InstanceClaim {
  const lock = join(folder, lockName)
  const knock = join(folder, knockName)
  if (!takeLock(lock)) {
    writeFileSync(knock, '')
    return { isFirst: false, release: () => {} }
  }
  const watcher = watch(folder, (_event, name) => {
    if (name !== knockName) return
    try {
      rmSync(knock)
      onSecond()
    } catch {
      // Seen already: one knock gives several events, and only the first finds the file.
    }
  })
  watcher.unref()
  return {
    isFirst: true,
    release: () => {
      watcher.close()
      rmSync(lock, { force: true })
    },
  }
}
