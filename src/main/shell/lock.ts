// Locking: what is on screen is saved, then every process that has seen a text or the key is ended and replaced.
import type { FlushOutcome } from './flushRenderer.ts'

export interface LockSteps {
  /** Whether the vault is open, or is being opened. */
  isUnlocked(): boolean
  flush(): Promise<FlushOutcome>
  /** Clears the screen at once, before the rest takes its time. */
  hide(): void
  /** Ends work that holds client text outside the window, such as a print window. */
  abandonWork(): void
  /** Closes the database and ends the process that had the key. */
  forgetKey(): Promise<void>
  /** Reloads every page, in new processes. */
  replacePages(): Promise<void>
}

/**
 * Makes the lock. Several locks at once are one. Text that cannot be saved (a full disk) keeps the app open:
 * losing it would be worse, and the screen says why.
 * @returns a function that locks and returns whether the app is locked now
 */
export function makeLock(steps: LockSteps): () => Promise<boolean> {
  let locking: Promise<boolean> | undefined
  async function run(): Promise<boolean> {
    if (!steps.isUnlocked()) return true
    if ((await steps.flush()) === 'unsaved') return false
    steps.hide()
    steps.abandonWork()
    await steps.forgetKey()
    await steps.replacePages()
    return true
  }
  return () => {
    locking ??= run().finally(() => {
      locking = undefined
    })
    return locking
  }
}

export interface LockByHandSteps extends Pick<LockSteps, 'isUnlocked' | 'flush'> {
  lock(): Promise<boolean>
  /** Asks whether to lock although a field holds an invalid value. */
  isLossTaken(): Promise<boolean>
}

/** Locks at the user's request, who can be asked first. */
export async function lockByHand({ isUnlocked, flush, lock, isLossTaken }: LockByHandSteps): Promise<void> {
  if (isUnlocked() && (await flush()) === 'unstored' && !(await isLossTaken())) return
  await lock()
}
