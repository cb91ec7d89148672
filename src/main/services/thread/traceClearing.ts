// Overwrites what an erasure left in unused places of the vault's files: as a job, and by itself where the app ended before it.
import type { Jobs } from '../../jobs/jobs.ts'
import type { OpenVault } from '../../vault/openedVault.ts'

export interface TraceClearing {
  /** Runs the job. Nothing else is handled while the file is written anew. */
  clear(): Promise<Record<string, never>>
  /** Runs it a little later, if an erasure has left it to do. */
  clearLater(vault: OpenVault): void
  stop(): void
}

/**
 * @param open the vault that is open; throws LOCKED where none is
 * @param delay milliseconds after which it runs by itself
 */
export function makeTraceClearing(open: () => OpenVault, jobs: Pick<Jobs, 'run'>, delay: number): TraceClearing {
  let timer: ReturnType<typeof setTimeout> | undefined

  async function clear(): Promise<Record<string, never>> {
    await jobs.run(
      'clear traces',
      async ({ step, wait }) => {
        const vault = open()
        await step({ stage: 'waiting', done: 0, total: 0 })
        await wait(vault.untilUnread())
        await step({ stage: 'overwriting', done: 0, total: 0 })
        vault.clearTraces()
      },
      { same: 'the file' },
    )
    return {}
  }

  return {
    clear,
    clearLater(vault) {
      clearTimeout(timer)
      if (vault.onlyRead !== null || !vault.tracesLeft().isLeft) return
      timer = setTimeout(() => void clear().catch(() => undefined), delay)
      timer.unref()
    },
    stop: () => clearTimeout(timer),
  }
}
