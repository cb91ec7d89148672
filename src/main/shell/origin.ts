// Our own origin: the scheme under which the built renderer is served, and which page of it may use which channels.
import { agreeChannel } from '#shared/contract/sealing.ts'

export const scheme = 'app'
export const origin = `${scheme}://palpate`
export const pages = { index: `${origin}/index.html`, print: `${origin}/print.html` } as const

/**
 * A blank page at its own host: Chromium gives it its own process, so that the process of the
 * page before ends. It is not of our origin, so it may use no channel.
 */
export const emptyPage = `${scheme}://locked/`

/** Whether an address is of our own origin, exactly: scheme and host, no port, no credentials. */
export const isOwnAddress = (address: string): boolean => address.startsWith(`${origin}/`)

/** All that the print window's page may ask for. */
const printChannels: ReadonlySet<string> = new Set([
  agreeChannel,
  'record:makeSeal',
  'backup:emergencySheet',
  'closing:composeLetters',
  'print:job',
  'print:compose',
  'print:composed',
  'print:failed',
  'print:ready',
  'diagnostics:report',
])

/** What main asks of the services for itself: secrets of the system's keyring, which no page gets. */
const mainChannels: ReadonlySet<string> = new Set([
  'vault:takeComputerSecret',
  'vault:keepComputerKey',
  'vault:computerKey',
  'vault:unlockWithSecret',
])

/** The sender: a frame, and the address that it shows. */
export interface Sender {
  readonly webContentsId: number
  readonly isMainFrame: boolean
  readonly address: string
}

interface OurWindows {
  /** Whether a window of the app has this id. */
  isOpen(webContentsId: number): boolean
  /** Whether the window that lays out a file has it. */
  isPrinting(webContentsId: number): boolean
}

/** Whether a sender may ask for something: the main frame of a window of ours, at our exact origin. */
export function mayAsk(windows: OurWindows, { webContentsId, isMainFrame, address }: Sender, channel: string): boolean {
  if (!isMainFrame || !isOwnAddress(address)) return false
  if (windows.isPrinting(webContentsId)) return printChannels.has(channel)
  return windows.isOpen(webContentsId) && !channel.startsWith('print:') && !mainChannels.has(channel)
}
