// The one Chromium behind all windows of a host: found, started at the first window, cut off from every network.
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { chromium, type Browser } from '@playwright/test'
import { findChromium, findHeadlessChromium, sandboxSwitches } from '../../scripts/runtimes.ts'

export interface BrowserOptions {
  /** Whether a person looks at the window. Otherwise Chromium runs without one. */
  readonly visibility: 'headed' | 'headless'
  /** A port on which a test runner can join in; never opened when a person uses the app. */
  readonly debuggingPort: number | null
}

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

/** Starts Chromium. Throws when there is none. */
export function launchBrowser(options: BrowserOptions): Promise<Browser> {
  const isHeadless = options.visibility === 'headless'
  const executablePath = isHeadless ? findHeadlessChromium() : findChromium()
  if (!executablePath) throw new Error('no Chromium found; name one in CHROMIUM_PATH')
  return chromium.launch({
    executablePath,
    headless: isHeadless,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      ...sandboxSwitches,
      // Requests are answered before they reach a network. Should one slip past, no name resolves.
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
      // What asks for an address past that finds a proxy that is not there, and may send no packets of its own.
      '--proxy-server=http://nowhere.invalid:9',
      '--proxy-bypass-list=<-loopback>',
      '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
      // Room for the app's own 1280×800 under the browser's bars.
      '--window-size=1296,930',
      ...(options.debuggingPort === null ? [] : [`--remote-debugging-port=${options.debuggingPort}`]),
    ],
  })
}
