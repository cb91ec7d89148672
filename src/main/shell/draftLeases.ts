// One note, one writer: which window writes in which session, and how another one takes over.

export interface DraftLeases {
  /** Makes the window the session's writer unless another one is. @returns whether it is now */
  hold(sessionId: string, windowId: number): boolean
  /** The window no longer writes in the session; the window that waits longest comes next. */
  release(sessionId: string, windowId: number): void
  /** The same for every session that the window writes in or waits for. */
  releaseAll(windowId: number): void
  /**
   * Asks the writer to release the session and waits for it, for a bounded time.
   * @returns whether the window is the writer now
   */
  takeOver(sessionId: string, windowId: number): Promise<boolean>
  /** Whether the window may write in the session: nobody else is its writer. */
  mayWrite(sessionId: string, windowId: number): boolean
}

export interface LeaseEvents {
  /** Notifies a writer that another window wants to write in the session. */
  wanted(sessionId: string, windowId: number): void
  /** The window has released the session, and nobody has taken it yet. */
  freed(sessionId: string, windowId: number): void
}

interface Waiting {
  readonly sessionId: string
  readonly windowId: number
  readonly end: (isWriter: boolean) => void
}

/** How long a window that writes in a session is waited for when another one wants to. */
const longestTakeOver = 6000

/** @param timeoutMilliseconds how long a writer is waited for */
export function makeDraftLeases({ wanted, freed }: LeaseEvents, timeoutMilliseconds = longestTakeOver): DraftLeases {
  const writers = new Map<string, number>()
  let queue: readonly Waiting[] = []

  function leave(waiting: Waiting, isWriter: boolean): void {
    queue = queue.filter((one) => one !== waiting)
    waiting.end(isWriter)
  }

  function release(sessionId: string, windowId: number): void {
    if (writers.get(sessionId) !== windowId) return
    writers.delete(sessionId)
    const next = queue.find((one) => one.sessionId === sessionId)
    if (!next) return freed(sessionId, windowId)
    writers.set(sessionId, next.windowId)
    leave(next, true)
    // The windows that still wait ask the new writer.
    if (queue.some((one) => one.sessionId === sessionId)) wanted(sessionId, next.windowId)
  }

  function hold(sessionId: string, windowId: number): boolean {
    const writer = writers.get(sessionId)
    if (writer === undefined) writers.set(sessionId, windowId)
    return writer === undefined || writer === windowId
  }

  return {
    hold,
    release,
    releaseAll(windowId) {
      for (const waiting of queue.filter((one) => one.windowId === windowId)) leave(waiting, false)
      const written = [...writers].filter(([, writer]) => writer === windowId)
      for (const [sessionId] of written) release(sessionId, windowId)
    },
    takeOver(sessionId, windowId) {
      if (hold(sessionId, windowId)) return Promise.resolve(true)
      return new Promise((resolve) => {
        const timer = setTimeout(() => leave(waiting, false), timeoutMilliseconds)
        const waiting: Waiting = {
          sessionId,
          windowId,
          end(isWriter) {
            clearTimeout(timer)
            resolve(isWriter)
          },
        }
        queue = [...queue, waiting]
        const writer = writers.get(sessionId)
        if (writer !== undefined) wanted(sessionId, writer)
      })
    },
    mayWrite: (sessionId, windowId) => (writers.get(sessionId) ?? windowId) === windowId,
  }
}
