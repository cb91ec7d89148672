// The Chromium behind the windows of a host: one for all that nobody looks at, one for each window of a person; cut off
// from every network.
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { chromium, type Browser, type BrowserContext } from '@playwright/test'
import { findChromium, findHeadlessChromium, sandboxSwitches } from '../../scripts/runtimes.ts'
import { toPageUrl } from './origin.ts'

/** A free TCP port on this machine, for the test runner's connection. */
export function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer().on('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => found(port))
    })
  })
}

const switches = [
  ...sandboxSwitches,
  // Requests are answered before they reach a network. Should one slip past, no name resolves.
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
  // What asks for an address past that finds a proxy that is not there, and may send no packets of its own.
  '--proxy-server=http://nowhere.invalid:9',
  '--proxy-bypass-list=<-loopback>',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
]

/** What a person ends is ended by the app itself, in order. */
const leaveSignals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false }

/**
 * Starts Chromium without a window. Throws when there is none.
 * @param debuggingPort a port on which a test runner can join in; null when a person uses the app
 */
export function launchBrowser(debuggingPort: number | null): Promise<Browser> {
  const executablePath = findHeadlessChromium()
  if (!executablePath) throw new Error('no Chromium found; name one in CHROMIUM_PATH')
  return chromium.launch({
    executablePath,
    headless: true,
    ...leaveSignals,
    args: [...switches, ...(debuggingPort === null ? [] : [`--remote-debugging-port=${debuggingPort}`])],
  })
}

/**
 * Opens a window for a person, as that of an app: no tabs, no address bar. Each window is a browser of its own, on a
 * profile that is gone when it is closed, because Chromium gives such a window only to the page that it starts with.
 */
export function openAppWindow({ width, height }: { width: number; height: number }): Promise<BrowserContext> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('no Chromium that opens windows; name one in CHROMIUM_PATH')
  return chromium.launchPersistentContext('', {
    executablePath,
    headless: false,
    ...leaveSignals,
    viewport: null,
    serviceWorkers: 'block',
    acceptDownloads: false,
    // Two bars of the browser would show what it was started with.
    ignoreDefaultArgs: ['--enable-automation'],
    args: [...switches, '--test-type', `--app=${toPageUrl('app://palpate/')}`, `--window-size=${width},${height}`],
  })
}
