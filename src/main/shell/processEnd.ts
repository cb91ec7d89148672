// Waits until processes of the operating system are gone, and kills those that do not end by themselves.
import { setTimeout as pause } from 'node:timers/promises'

const longestEnd = 2000
const betweenLooks = 10

/** The operating system as it is used here; injected so that a test can simulate it. */
export interface Processes {
  isRunning(processId: number): boolean
  kill(processId: number): void
  pause(milliseconds: number): Promise<unknown>
}

const realProcesses: Processes = {
  isRunning(processId) {
    try {
      return process.kill(processId, 0)
    } catch {
      return false
    }
  },
  kill: (processId) => void process.kill(processId, 'SIGKILL'),
  pause,
}

/**
 * Resolves when none of the processes runs any more. One that still does after two seconds is killed.
 * @param processIds ids as the operating system counts them; 0 stands for none
 */
export async function untilGone(
  processIds: readonly number[],
  { isRunning, kill, pause: wait }: Processes = realProcesses,
): Promise<void> {
  let left = processIds.filter((id) => id > 0 && isRunning(id))
  for (let waited = 0; left.length > 0 && waited < longestEnd; waited += betweenLooks) {
    await wait(betweenLooks)
    left = left.filter(isRunning)
  }
  for (const id of left) {
    try {
      kill(id)
    } catch {
      // It has just ended.
    }
  }
}
