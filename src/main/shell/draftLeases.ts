// One note, one writer: which window writes in which session, and how another one takes its place.

export interface DraftLeases {
  /** Makes the window the session's writer unless another one is. @returns whether it is now */
  hold(sessionId: string, windowId: number): boolean
  /** The window writes in the session no more; whoever waits longest comes next. */
  release(sessionId: string, windowId: number): void
  /** The same for everything that the window wrote in, and for what it waits for. */
  releaseAll(windowId: number): void
  /**
   * Asks the writer to let go and waits for it, for a bounded time.
   * @returns whether the window is the writer now
   */
  takeOver(sessionId: string, windowId: number): Promise<boolean>
  /** Resolves when the services let nobody write who is not a session's writer now. A window hears of its part after that. */
  enforced(): Promise<void>
}

export interface LeaseEvents {
  /** Tells a writer that somebody else wants to write in the session. */
  wanted(sessionId: string, windowId: number): void
  /** The window has let go of the session, and nobody has taken it yet. */
  freed(sessionId: string, windowId: number): void
  /** Has the services refuse what anybody else than a session's writer, by the session's id, writes in it. */
  enforce(writers: ReadonlyMap<string, number>): Promise<void>
}

interface Waiting {
  readonly sessionId: string
  readonly windowId: number
  readonly end: (isWriter: boolean) => void
}

/** @param timeoutMilliseconds how long a writer is waited for */
export function makeDraftLeases({ wanted, freed, enforce }: LeaseEvents, timeoutMilliseconds: number): DraftLeases {
  const writers = new Map<string, number>()
  let enforced: Promise<unknown> = Promise.resolve()
  let queue: readonly Waiting[] = []

  function leave(waiting: Waiting, isWriter: boolean): void {
    queue = queue.filter((one) => one !== waiting)
    waiting.end(isWriter)
  }

  function setWriter(sessionId: string, windowId: number | null): void {
    if (windowId === null) writers.delete(sessionId)
    else writers.set(sessionId, windowId)
    enforced = enforce(new Map(writers))
  }

  function release(sessionId: string, windowId: number): void {
    if (writers.get(sessionId) !== windowId) return
    const next = queue.find((one) => one.sessionId === sessionId)
    setWriter(sessionId, next?.windowId ?? null)
    if (!next) return freed(sessionId, windowId)
    leave(next, true)
    // Whoever still waits asks the new writer.
    if (queue.some((one) => one.sessionId === sessionId)) wanted(sessionId, next.windowId)
  }

  function hold(sessionId: string, windowId: number): boolean {
    const writer = writers.get(sessionId)
    if (writer === undefined) setWriter(sessionId, windowId)
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
    async enforced() {
      await enforced
    },
  }
}
