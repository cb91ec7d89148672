// What passes between main and the process of the services. What pages ask passes over ports of their own.
import type { EventName } from '#shared/contract/channels.ts'
import type { ErrorCode, Result } from '#shared/contract/errors.ts'

/** A page, by the id of its web contents. */
export type PageId = number

/** Which page writes in which session, by the session's id. In every other session any page may write. */
export type Writers = ReadonlyMap<string, PageId>

/**
 * Main asks for an operation itself. Neither its input nor its output may have a client's text in it, but for the name in
 * the header of a printed file, which Chromium takes from main only.
 */
export interface PlainRequest {
  readonly id: number
  readonly channel: string
  readonly input: unknown
}
/** A page that was just loaded; the way to it is the message's port. An older page of the same window is heard no more. */
export interface Connect {
  readonly connect: PageId
  /** The operations that the page may ask for; null for all. */
  readonly only: readonly string[] | null
}
/** Answered when no write that it forbids can be done any more. */
export interface SetWriters {
  readonly id: number
  readonly writers: Writers
}
/** Close the database, then end. */
export interface Close {
  readonly command: 'close'
}
/** Main has a rescue copy made; see the dispatcher. Only main does: a page names no path. */
export interface Rescue {
  readonly id: number
  /** A path at which nothing is yet, for the step that writes the copy. */
  readonly rescue: 'begin' | 'end' | { readonly folder: string }
}
export type ToServices = Rescue | PlainRequest | Connect | SetWriters | Close

/** What main must know of what a page asks. */
export interface PageNotice {
  readonly page: PageId
  readonly channel: string
  /** `begun` is told of what opens the vault alone. */
  readonly stage: 'begun' | 'done'
  /** Why it was refused; null when it was done, or has only begun. */
  readonly code: ErrorCode | null
  /** Whether the vault is known to be open after it. */
  readonly isOpen: boolean
  /** The session that was written in. */
  readonly sessionId: string | null
}

export type FromServices =
  | { readonly id: number; readonly result: Result<unknown> }
  | { readonly notice: PageNotice }
  /** Nobody asked: goes to all windows, and has no client's text in it. */
  | { readonly event: EventName; readonly payload: unknown }
