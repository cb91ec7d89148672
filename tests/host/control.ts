// What a test runner and a host say to each other over the channel of a forked process.

/** From the runner: run a function, given as its source, on the stand-in for the module `electron`. */
interface Evaluate {
  readonly kind: 'evaluate'
  readonly id: number
  readonly source: string
  readonly arg: unknown
}
/** From the runner: ask the app to quit, as a person would. */
interface Quit {
  readonly kind: 'quit'
}
/** From the runner: which URLs were asked for. Answered like an evaluation. */
interface AskRequests {
  readonly kind: 'requests'
  readonly id: number
}
export type ToHost = Evaluate | Quit | AskRequests

/** From the host: the first window is loaded and the browser takes a second connection here. */
export interface Ready {
  readonly kind: 'ready'
  readonly endpoint: string
}
export type Answer =
  | { readonly kind: 'answer'; readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly kind: 'answer'; readonly id: number; readonly ok: false; readonly message: string }
export type FromHost = Ready | Answer

/**
 * Runs a function that arrived as text, as Playwright's own `ElectronApplication.evaluate` does.
 * Only ever text of the project's own tests, over a channel that only the process's parent has.
 */
export async function runSource(source: string, electron: object, arg: unknown): Promise<unknown> {
  // oxlint-disable-next-line no-eval -- see above
  const run = (0, eval)(`(${source})`) as (electron: object, arg: unknown) => unknown
  return run(electron, arg)
}
