// Quitting: save what is on screen, close the database, exit. Idempotent and bounded in time.
import { isLoss, type FlushOutcome, type Unsaved } from './flushRenderer.ts'

export interface QuitSteps {
  flush(): Promise<FlushOutcome>
  /** Asks whether to quit although some text is not saved. */
  confirmLoss(unsaved: Unsaved): Promise<'quit' | 'stay'>
  /** Checkpoints and closes the database. */
  close(): Promise<void>
  exit(): void
}

export interface QuitCoordinator {
  /** Quits, or joins the quit under way. */
  quit(): Promise<void>
}

const longestClose = 10_000

/** @param wait resolves after so many milliseconds */
export function makeQuitCoordinator(
  steps: QuitSteps,
  wait: (milliseconds: number) => Promise<void> = (milliseconds) =>
    new Promise((resolve) => setTimeout(resolve, milliseconds).unref()),
): QuitCoordinator {
  let quitting: Promise<void> | undefined

  async function run(): Promise<void> {
    const outcome = await steps.flush()
    if (isLoss(outcome) && (await steps.confirmLoss(outcome)) === 'stay') {
      quitting = undefined
      return
    }
    // SQLite recovers from its log, so a close that hangs must not block the user.
    await Promise.race([steps.close().catch(() => undefined), wait(longestClose)])
    steps.exit()
  }

  return {
    quit() {
      quitting ??= run()
      return quitting
    },
  }
}
