// Renaming, for all of main. On Windows a virus scanner or an indexer may hold a new file open for a
// moment, and it cannot be renamed meanwhile.
import { renameSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { errnoOf } from './fileErrors.ts'

const heldCodes = new Set(['EPERM', 'EBUSY', 'EACCES'])
/** The wait before each retry, in milliseconds: 1.3 s in all. */
const waits = [10, 20, 40, 80, 160, 320, 640]

interface Waiting {
  readonly platform: NodeJS.Platform
  /** Blocks the thread. */
  wait(milliseconds: number): void
}
const inPlace: Waiting = {
  platform: process.platform,
  wait: (milliseconds) => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds),
}

/** How long to wait before the next retry; undefined when there is none. */
const waitAfter = (error: unknown, failed: number, platform: NodeJS.Platform) =>
  platform === 'win32' && heldCodes.has(errnoOf(error) ?? '') ? waits[failed - 1] : undefined

/**
 * Renames a file or a folder; while another program holds it open, retries for a little over a second.
 * @throws the node error of the last try
 */
export function renameWithRetry(
  from: string,
  to: string,
  run: (from: string, to: string) => void = renameSync,
  { platform, wait }: Waiting = inPlace,
): void {
  for (let failed = 1; ; failed += 1) {
    try {
      return run(from, to)
    } catch (error) {
      const milliseconds = waitAfter(error, failed, platform)
      if (milliseconds === undefined) throw error
      wait(milliseconds)
    }
  }
}

/** The same without blocking. */
export async function renameWithRetryAsync(
  from: string,
  to: string,
  run: (from: string, to: string) => Promise<void> = rename,
  platform: NodeJS.Platform = process.platform,
): Promise<void> {
  for (let failed = 1; ; failed += 1) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- one try after the other
      return await run(from, to)
    } catch (error) {
      const milliseconds = waitAfter(error, failed, platform)
      if (milliseconds === undefined) throw error
      // oxlint-disable-next-line no-await-in-loop -- see above
      await new Promise((done) => setTimeout(done, milliseconds))
    }
  }
}
