// Takes from the page, before any script of it runs, what could open a connection past the content security policy.
import { contextBridge, webFrame } from 'electron'

/**
 * Runs in the page's own world, so it refers to nothing outside itself. Every frame has a world of its own, and gives its
 * constructors to whoever made it.
 */
function takeAway(): void {
  const gone =
    /^(webkit)?RTC|^WebTransport|^WebSocketStream$|^Presentation|^RemotePlayback$|^(webkit)?Speech|^speechSynthesis$|^PaymentRequest$|^SharedWorker$|^Fence|^IdentityCredential|^BackgroundFetch|^TCPSocket$|^UDPSocket$|^print$/
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    if (gone.test(name)) delete (globalThis as unknown as Record<string, unknown>)[name]
  }
}

/** Closes the page of this frame. Must run before a script of the page does. */
export function closePage(): void {
  try {
    contextBridge.executeInMainWorld({ func: takeAway })
  } catch {
    // Electron before version 35 has no such call; this one runs the text at once too.
    void webFrame.executeJavaScript(`(${takeAway.toString()})()`)
  }
}
