// Quitting: save what is on screen, back up, close the database, exit. Idempotent; bounded in time, but for a backup that
// somebody can see and cancel.
import { isLoss, type FlushOutcome, type Unsaved } from './flushRenderer.ts'

export interface QuitSteps {
  flush(): Promise<FlushOutcome>
  /** Asks whether to quit although some text is not saved. */
  confirmLoss(unsaved: Unsaved): Promise<'quit' | 'stay'>
  /**
   * Makes a backup if one is due, unless somebody cancels it. Never throws.
   * @returns whether any time has passed in which something may have been typed
   */
  backUp(): Promise<'waited' | 'not due'>
  /** The user stays, after a backup was made before quitting. */
  stay(): void
  /** Ends the work outside of the database; resolves when no file of it is left half-written. */
  endWork(): Promise<void>
  /** Checkpoints and closes the database. */
  close(): Promise<void>
  exit(): void
}

export interface QuitCoordinator {
  /**
   * Quits, or joins the quit under way.
   * @param haste `shutdown` when the system ends and waits for nobody: without a backup
   */
  quit(haste?: 'shutdown'): Promise<void>
}

const longestClose = 10_000
/** A disk that takes longer than this to write a file keeps a part of it: quitting does not wait for ever. */
const longestEndOfWork = 4000

/** @param wait resolves after so many milliseconds */
export function makeQuitCoordinator(
  steps: QuitSteps,
  wait: (milliseconds: number) => Promise<void> = (milliseconds) =>
    new Promise((resolve) => setTimeout(resolve, milliseconds).unref()),
): QuitCoordinator {
  let quitting: Promise<void> | undefined

  const atMost = (milliseconds: number, step: () => Promise<void>) =>
    Promise.race([step().catch(() => undefined), wait(milliseconds)])

  /** Saves what is on screen; `stay` when something cannot be saved and the user does not want to lose it. */
  async function save(): Promise<FlushOutcome | 'stay'> {
    const outcome = await steps.flush()
    return isLoss(outcome) && (await steps.confirmLoss(outcome)) === 'stay' ? 'stay' : outcome
  }

  async function run(haste?: 'shutdown'): Promise<void> {
    let saved = await save()
    // Where no page answers, nobody could cancel the backup.
    if (saved === 'saved' && haste === undefined && (await steps.backUp()) === 'waited') {
      saved = await save()
      if (saved === 'stay') steps.stay()
    }
    if (saved === 'stay') {
      quitting = undefined
      return
    }
    // SQLite recovers from its log, so a close that hangs must not block the user.
    await Promise.all([atMost(longestEndOfWork, steps.endWork), atMost(longestClose, steps.close)])
    steps.exit()
  }

  return {
    quit(haste) {
      quitting ??= run(haste)
      return quitting
    },
  }
}
