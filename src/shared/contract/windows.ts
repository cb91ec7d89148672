// Operations on windows: opening another one, and which of them may write in a session.
import { z } from 'zod'
import { shell } from './operation.ts'

const nothing = z.strictObject({})
const session = z.strictObject({ sessionId: z.uuid() })
const held = z.strictObject({ held: z.boolean() })

/** A route that a window can open with: a screen by its name, and at most one id or name below it; nothing else. */
export const windowPath = z
  .string()
  .regex(/^\/[a-z]{1,20}(\/([a-z]{1,20}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}))?$/)

export const windowOperations = {
  /** Opens another window: at a route, or like the first one for null. BUSY when there are too many. */
  'window:open': shell(z.strictObject({ path: windowPath.nullable() }), nothing),
  /** The route at which this window is to open; null for the place of last time. */
  'window:place': shell(nothing, z.strictObject({ path: windowPath.nullable() })),
  /**
   * Requests to be the one window that writes in a session. `held` is false while another one does; an event `draftFree`
   * reports when that ends. A window that is closed, reloaded or crashed no longer writes.
   */
  'draft:hold': shell(session, held),
  /** Everything of the session on this window's screen is saved, and it no longer writes. */
  'draft:release': shell(session, nothing),
  /**
   * The same as `draft:hold`, but the window that writes now is asked to save and release first. `held` is false when
   * it could not.
   */
  'draft:takeOver': shell(session, held),
} as const
