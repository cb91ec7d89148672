// What passes between main and the thread of the services.
import type { Result } from '#shared/contract/errors.ts'

/** To the thread: an operation of the contract, or one of the two commands that only main gives. */
export type Request =
  | { readonly id: number; readonly channel: string; readonly input: unknown }
  | { readonly id: number; readonly command: 'lock' | 'close' }

/** From the thread: the answer to the request of that number. */
export interface Answer {
  readonly id: number
  readonly result: Result<unknown>
}

/** What the thread is started with. */
export interface ThreadData {
  /** The vault's folder. */
  readonly folder: string
  readonly demo: boolean
}
