// What passes between a page and the services over the port that main has given them. Main is not on this way: no text of
// a client comes through it.
import type { ErrorCode, Result } from './errors.ts'

/** The channel on which a page asks main for its port; no operation of the contract. */
export const connectChannel = 'bridge:connect'
/** The channel on which main hands it over. */
export const portChannel = 'bridge:port'

/** What a page asks. */
export interface PageQuestion {
  /** Which answer belongs to it: any number that the page has not in use. */
  readonly number: number
  readonly channel: string
  /** The input as JSON. */
  readonly text: string
}

/** What the services say to a page. */
export type ToPage =
  /** The port is heard. Nothing is asked before. */
  | { readonly isReady: true }
  /** A {@link Result} as JSON. */
  | { readonly number: number; readonly text: string }
  /** The services end with a lock: what they have not answered when the port closes was not done. */
  | { readonly isClosing: true }

/** A refusal by its code alone. */
export const failedWith = (code: ErrorCode): Result<never> => ({ ok: false, error: { code } })
