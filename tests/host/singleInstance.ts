// The single-instance lock of the host: a link with the holder's computer and process id, as Chromium has it, and a file
// that knocks.
import { readlinkSync, rmSync, symlinkSync, watch, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'

export interface InstanceClaim {
  readonly isFirst: boolean
  release(): void
}

const lockName = 'SingletonLock'
const knockName = 'host-instance.knock'

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Takes the lock; one whose holder is gone counts for nothing. */
function takeLock(path: string): boolean {
  try {
    symlinkSync(`${hostname()}-${process.pid}`, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  if (isRunning(Number(readlinkSync(path).split('-').at(-1)))) return false
  rmSync(path, { force: true })
  return takeLock(path)
}

/**
 * Claims a folder for this process. If it is not the first, the holder gets a message.
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
