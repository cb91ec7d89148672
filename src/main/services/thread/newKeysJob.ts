// The one long work of the vault: tells its stage, can be cancelled between two, and everything else waits for its end.
import type { NewKeysStage } from '#shared/contract/vault.ts'
import { AppError } from '../../appError.ts'
import type { TellStage } from '../../vault/newKeys.ts'

export interface NewKeysJob {
  /** What it is doing, or null while it does not run. */
  stage(): NewKeysStage | null
  /** Ends it with CANCELLED before its next stage begins. */
  cancel(): void
  /** Resolves at once while nothing runs, otherwise when it has ended, well or not. */
  whenEnded(): Promise<void>
  /**
   * Runs the work.
   * @param mayGoOn throws when the work is not to go on, for another reason than {@link cancel}
   */
  run<T>(mayGoOn: () => void, work: (tell: TellStage) => Promise<T>): Promise<T>
}

/** The process handles what has arrived meanwhile: questions for the stage, a cancel, a lock. */
const othersTurn = () => new Promise<void>((resolve) => void setImmediate(resolve))

export function makeNewKeysJob(): NewKeysJob {
  let stage: NewKeysStage | null = null
  let isCancelled = false
  let ended = Promise.resolve()
  return {
    stage: () => stage,
    cancel: () => void (isCancelled = true),
    whenEnded: () => ended,
    async run(mayGoOn, work) {
      let end: () => void = () => undefined
      ended = new Promise((resolve) => void (end = resolve))
      isCancelled = false
      try {
        return await work(async (next) => {
          stage = next
          await othersTurn()
          mayGoOn()
          if (isCancelled) throw new AppError('CANCELLED')
        })
      } finally {
        stage = null
        end()
      }
    },
  }
}
