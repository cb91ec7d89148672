// Locks the app after a time without input.

export interface IdleLock {
  /** Restarts the watch, with a limit in minutes. */
  start(minutes: number): void
  stop(): void
  /** There was input. */
  activity(): void
}

/** @param onIdle called once each time the limit is reached; the watch then stops until it is started again */
export function makeIdleLock(onIdle: () => void): IdleLock {
  let limit = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const wait = () => {
    clearTimeout(timer)
    if (limit > 0) timer = setTimeout(idle, limit)
  }
  const idle = () => {
    limit = 0
    onIdle()
  }
  return {
    start(minutes) {
      limit = minutes * 60_000
      wait()
    },
    stop() {
      limit = 0
      clearTimeout(timer)
    },
    activity: wait,
  }
}
