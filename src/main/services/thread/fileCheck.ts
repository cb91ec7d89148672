// Checking the whole file of the open vault: when it begins by itself, and the job.
import type { Output } from '#shared/contract/contract.ts'
import type { Jobs } from '../../jobs/jobs.ts'
import type { OpenVault } from '../../vault/openedVault.ts'

type CheckState = Output<'vault:checkState'>

export interface FileCheck {
  /** Begins a check that is due, a while later: when the first screen has been loaded. */
  later(vault: OpenVault): void
  /** Begins none any more. */
  stop(): void
  state(): CheckState
  /**
   * Checks the whole file, beside everything else; a second request meanwhile shares the same check. Its result is stored,
   * so it goes on whoever leaves.
   */
  run(): Promise<CheckState>
}

/** @param open the open vault. Throws AppError LOCKED */
export function makeFileCheck(open: () => OpenVault, jobs: Pick<Jobs, 'run'>, delayMilliseconds: number): FileCheck {
  let timer: ReturnType<typeof setTimeout> | undefined

  const state = () => ({ soundAt: open().check.soundAt })

  async function run(): Promise<CheckState> {
    const checked = open()
    await jobs.run(
      'file check',
      async ({ report, signal }) => {
        await checked.check.run((done, total) => report({ stage: 'tables', done, total }), signal)
        signal.throwIfAborted()
      },
      { same: 'the file' },
    )
    return { soundAt: checked.check.soundAt }
  }

  function later(vault: OpenVault): void {
    clearTimeout(timer)
    if (!vault.check.isDue) return
    timer = setTimeout(() => {
      // The files at its place now are other ones.
      if (vault.isMoved()) later(vault)
      else void run().catch(() => undefined)
    }, delayMilliseconds)
    timer.unref()
  }

  return { later, stop: () => clearTimeout(timer), state, run }
}
