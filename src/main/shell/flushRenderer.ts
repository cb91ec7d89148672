// Asks the renderer to save everything it holds, and waits for its answer for a bounded time.

/**
 * The result for the work on screen: all saved; some of it could not be saved; all but a field with an invalid value,
 * which no lock waits for; or no answer in time.
 */
export type FlushOutcome = 'saved' | 'unsaved' | 'unstored' | 'no answer'

/** What of it is lost when the page is closed. */
export type Unsaved = Extract<FlushOutcome, 'unsaved' | 'unstored'>

export const isLoss = (outcome: FlushOutcome): outcome is Unsaved => outcome === 'unsaved' || outcome === 'unstored'

export interface RendererFlush {
  /** Asks; never rejects. Several callers at once share one request. */
  request(): Promise<FlushOutcome>
  /** The renderer's answer. */
  answer(request: number, outcome: Exclude<FlushOutcome, 'no answer'>): void
}

/**
 * @param ask sends the question to the renderer
 * @param timeoutMilliseconds how long an answer is waited for
 */
export function makeRendererFlush(ask: (request: number) => void, timeoutMilliseconds: number): RendererFlush {
  let count = 0
  let open: { request: number; promise: Promise<FlushOutcome>; settle: (outcome: FlushOutcome) => void } | undefined

  return {
    request() {
      if (open) return open.promise
      const request = ++count
      let settle: (outcome: FlushOutcome) => void = () => undefined
      const promise = new Promise<FlushOutcome>((resolve) => {
        const timer = setTimeout(() => settle('no answer'), timeoutMilliseconds)
        settle = (outcome) => {
          clearTimeout(timer)
          open = undefined
          resolve(outcome)
        }
      })
      open = { request, promise, settle }
      ask(request)
      return promise
    },
    answer(request, outcome) {
      if (open?.request === request) open.settle(outcome)
    },
  }
}
