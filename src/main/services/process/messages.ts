// The messages between main and the process of the services.
import type { EventName } from '#shared/contract/events.ts'
import type { JobKind } from '#shared/contract/jobs.ts'
import type { ErrorCode, Result } from '#shared/contract/errors.ts'
import type { PageReply, SealedRequest } from '#shared/contract/sealing.ts'
import type { Trace } from '#shared/domain/diagnostics/trace.ts'

/** A window, by the id of its web contents. */
export type PageId = number

/**
 * Main asks for an operation itself. Neither its input nor its output may have a client's text in it, but for the name in
 * the header of a printed file, which Chromium takes from main only.
 */
export interface PlainRequest {
  readonly id: number
  readonly channel: string
  readonly input: unknown
}
/** A page's request: main forwards what it cannot read. */
export interface PageRequest {
  readonly id: number
  readonly page: PageId
  readonly channel: string
  readonly request: SealedRequest
}
/** A page that was just loaded offers its public key. */
export interface Agree {
  readonly id: number
  readonly page: PageId
  readonly publicKey: Uint8Array
}
/** The page is gone, and its key with it: nobody waits for what it has asked for. */
export interface Forget {
  readonly forget: PageId
}
/** Close the database, then end. */
export interface Close {
  readonly command: 'close'
}
/** Somebody has cancelled the job of this kind, for everybody. */
export interface CancelJob {
  readonly cancelJob: JobKind
}
/** A page no longer wants the job of this kind. */
export interface LeaveJob {
  readonly leaveJob: JobKind
  readonly page: PageId
}
/** Main has a rescue copy written; see the dispatcher. Only main does: a page names no path. */
export interface Rescue {
  readonly id: number
  /** A path at which nothing is yet, for the step that writes the copy. */
  readonly rescue: 'begin' | 'end' | { readonly folder: string }
}
/**
 * Main names the folder of a place for backups, asks for it, has a folder or file searched for copies, or the vault written
 * into a file. A page names no path.
 */
export interface BackupFolder {
  readonly id: number
  readonly backupPlace:
    | { readonly add: string }
    | { readonly find: string }
    | { readonly search: string }
    | { readonly move: string }
    | { readonly copy: string }
}
export type ToServices =
  | Rescue
  | BackupFolder
  | PlainRequest
  | PageRequest
  | Agree
  | Forget
  | CancelJob
  | LeaveJob
  | Close

/** What main can see of an answer that it cannot read. */
export interface PageAnswer {
  /** Why it was refused; null when it succeeded. */
  readonly code: ErrorCode | null
  /** Whether the vault is known to be open after it. */
  readonly isOpen: boolean
  readonly reply: PageReply
}

/** A bug made something fail: in which operation, if in one, and where in our own code. */
export interface FailureReport {
  readonly operation: string | null
  readonly errors: Trace
}

export type FromServices =
  | { readonly id: number; readonly result: Result<unknown> }
  | { readonly id: number; readonly answer: PageAnswer }
  /** An event, not an answer: goes to all windows, and has no client's text in it. */
  | { readonly event: EventName; readonly payload: unknown }
  /** Sent before the answer, so that it is stored by then. */
  | { readonly failure: FailureReport }
