// Stand-in for Electron's `ipcMain`: the handlers that main registered, and the event they are called with.
import type { Frame } from '@playwright/test'
import { toAppUrl } from './origin.ts'
import { sendToPage, type HostPort } from './ports.ts'

/** A frame as main sees it: a live view of where the frame is now. */
export interface SenderFrame {
  readonly url: string
  readonly origin: string
  readonly parent: SenderFrame | null
  readonly top: SenderFrame
  postMessage(channel: string, message: unknown, ports?: readonly HostPort[]): void
}

const known = new WeakMap<Frame, SenderFrame>()

/** One and the same object for a frame as long as it lives, so that main can compare it with `mainFrame`. */
export function senderFrameOf(frame: Frame): SenderFrame {
  const seen = known.get(frame)
  if (seen) return seen
  const made: SenderFrame = {
    get url() {
      return toAppUrl(frame.url())
    },
    get origin() {
      const url = new URL(toAppUrl(frame.url()))
      return url.protocol === 'app:' ? `app://${url.host}` : url.origin
    },
    get parent() {
      const parent = frame.parentFrame()
      return parent && senderFrameOf(parent)
    },
    get top() {
      return senderFrameOf(frame.page().mainFrame())
    },
    postMessage: (channel, message, ports = []) => sendToPage(frame.page(), channel, message, ports),
  }
  known.set(frame, made)
  return made
}

export interface InvokeEvent {
  readonly type: 'frame'
  readonly sender: unknown
  readonly senderFrame: SenderFrame
}
type Handler = (event: InvokeEvent, ...args: unknown[]) => unknown

// Electron keeps its handlers under the same name; tests reach for them on both to play a foreign sender.
const _invokeHandlers = new Map<string, Handler>()

export const ipcMain = {
  _invokeHandlers,
  handle(channel: string, handler: Handler): void {
    if (_invokeHandlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    _invokeHandlers.set(channel, handler)
  },
  removeHandler: (channel: string) => void _invokeHandlers.delete(channel),
}

/** Carries one `ipcRenderer.invoke` to its handler. Rejects when nobody handles the channel. */
export async function invoke(event: InvokeEvent, channel: string, args: unknown[]): Promise<unknown> {
  const handler = _invokeHandlers.get(channel)
  if (!handler) throw new Error(`Error invoking remote method '${channel}': no handler registered`)
  return handler(event, ...args)
}
