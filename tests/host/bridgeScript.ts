// The script that runs in a page before its own: the built preload with stand-ins for what it requires.
// Everything in `installBridge` runs in the browser, so it refers to nothing outside itself.

/** The names under which word of a port comes to a page, and from it. */
export const portMessage = '__hostPortMessage'
export const portClosed = '__hostPortClosed'

/** The binding that carries `ipcRenderer.invoke` to the host. */
export const invokeBinding = '__hostInvoke'

type Listener = (event: unknown, ...args: unknown[]) => void
type Preload = (require: (name: string) => unknown, module: object, exports: object, process: object) => void

/** What the host calls in the page to deliver a message, with the ids of its ports. */
export type Deliver = (channel: string, args: unknown[], portIds?: number[]) => void

function installBridge(
  bindingName: string,
  deliverName: string,
  [messageName, closedName]: readonly [string, string],
  platform: string,
  preload: Preload,
): void {
  // As in Electron, the preload script runs in a window's main frame only.
  if (window !== window.top) return
  const globals = window as unknown as Record<string, unknown>
  const invoke = globals[bindingName] as (channel: string, args: unknown[]) => Promise<unknown>
  delete globals[bindingName]

  const listeners = new Map<string, Set<Listener>>()
  const listenersOf = (channel: string) => {
    const known = listeners.get(channel) ?? new Set()
    listeners.set(channel, known)
    return known
  }
  const ports = new Map<number, EventTarget>()
  const makePort = (id: number) => {
    const port = Object.assign(new EventTarget(), {
      start: () => undefined,
      postMessage: (data: unknown) => void invoke(messageName, [id, data]),
    })
    ports.set(id, port)
    return port
  }
  const deliver: Deliver = (channel, args, portIds = []) => {
    const port = ports.get(args[0] as number)
    if (channel === messageName) return void port?.dispatchEvent(new MessageEvent('message', { data: args[1] }))
    if (channel === closedName) return void port?.dispatchEvent(new Event('close'))
    const event = { ports: portIds.map(makePort) }
    for (const listener of listenersOf(channel)) listener(event, ...args)
  }
  Object.defineProperty(window, Symbol.for(deliverName), { value: deliver })

  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]) => invoke(channel, args),
    on: (channel: string, listener: Listener) => listenersOf(channel).add(listener),
    off: (channel: string, listener: Listener) => listenersOf(channel).delete(listener),
    once: (channel: string, listener: Listener) => {
      const first: Listener = (...args) => {
        listenersOf(channel).delete(first)
        listener(...args)
      }
      return listenersOf(channel).add(first)
    },
  }
  const contextBridge = {
    exposeInMainWorld: (key: string, api: object) =>
      Object.defineProperty(window, key, { value: Object.freeze(api), enumerable: true }),
    // There is one world here, the page's.
    executeInMainWorld: ({ func }: { func: () => unknown }) => func(),
  }
  const require = (name: string) => {
    if (name === 'electron') return { ipcRenderer, contextBridge, webFrame: {} }
    throw new Error(`module not found: ${name}`)
  }
  const module = { exports: {} }
  preload(require, module, module.exports, { platform, env: {}, versions: {} })
}

/** The name of the symbol under which {@link Deliver} waits in the page. */
export const deliverSymbol = 'palpate.host.deliver'

/**
 * The init script of a window.
 * @param preloadSource the built preload: one CommonJS file. It is put in as text because the page's policy forbids
 *   making code from strings.
 */
export function bridgeScript(preloadSource: string): string {
  const names = [invokeBinding, deliverSymbol, [portMessage, portClosed], process.platform]
    .map((name) => JSON.stringify(name))
    .join(', ')
  return `(${installBridge.toString()})(${names}, function (require, module, exports, process) {\n${preloadSource}\n})`
}
