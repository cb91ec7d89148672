// Stand-in for Electron's `MessageChannelMain`: two ends that hear each other, and ways for one of them into a page or a
// child process.
import { EventEmitter } from 'node:events'
import type { ChildProcess } from 'node:child_process'
import type { Page } from '@playwright/test'
import { deliverSymbol, portClosed, portMessage, type Deliver } from './bridgeScript.ts'

export class HostPort extends EventEmitter {
  other: HostPort | null = null
  readonly #early: unknown[] = []
  #isStarted = false

  postMessage(data: unknown): void {
    this.other?.hear(data)
  }

  hear(data: unknown): void {
    if (this.#isStarted) this.emit('message', { data, ports: [] })
    else this.#early.push(data)
  }

  start(): void {
    this.#isStarted = true
    for (const data of this.#early.splice(0)) this.hear(data)
  }

  /** Both ends are closed, and both hear of it. */
  close(): void {
    const { other } = this
    if (other === null) return
    this.other = null
    other.close()
    this.emit('close')
  }
}

export class MessageChannelMain {
  readonly port1 = new HostPort()
  readonly port2 = new HostPort()

  constructor() {
    this.port1.other = this.port2
    this.port2.other = this.port1
  }
}

/** What a child process and its parent say to each other: a message with the ids of its ports, or word of one port. */
export type Envelope =
  | { readonly message: unknown; readonly ports: readonly number[] }
  | { readonly port: number; readonly data: unknown }
  | { readonly closed: number }

let portCount = 0

/** Sends a message with ports to a child process. A message to one that has just ended goes nowhere, as in Electron. */
export function sendToChild(child: ChildProcess, message: unknown, ports: readonly HostPort[]): void {
  const send = (envelope: Envelope) => void (child.connected && child.send(envelope, () => undefined))
  const ids = ports.map((port) => {
    const id = (portCount += 1)
    const fromChild = (envelope: Envelope) => {
      if ('data' in envelope && envelope.port === id) port.postMessage(envelope.data)
      if ('closed' in envelope && envelope.closed === id) port.close()
    }
    child.on('message', fromChild)
    child.once('exit', () => port.close())
    port.on('message', ({ data }) => send({ port: id, data }))
    port.on('close', () => {
      child.off('message', fromChild)
      send({ closed: id })
    })
    return { id, port }
  })
  send({ message, ports: ids.map(({ id }) => id) })
  for (const { port } of ids) port.start()
}

/** The ports that a page has, by their ids. */
const portsOf = new WeakMap<Page, Map<number, HostPort>>()

/** Sends a message with ports to the page's preload. */
export function sendToPage(page: Page, channel: string, message: unknown, ports: readonly HostPort[]): void {
  let deliveries: Promise<unknown> = Promise.resolve()
  const deliver = (name: string, args: unknown[], portIds: number[]) => {
    deliveries = deliveries
      .then(() =>
        page.evaluate(
          ([symbol, ...rest]) =>
            (window as unknown as Record<symbol, Deliver | undefined>)[Symbol.for(symbol)]?.(...rest),
          [deliverSymbol, name, args, portIds] as const,
        ),
      )
      .catch(() => {})
  }
  const known = portsOf.get(page) ?? new Map<number, HostPort>()
  portsOf.set(page, known)
  const ids = ports.map((port) => {
    const id = (portCount += 1)
    known.set(id, port)
    port.on('message', ({ data }) => deliver(portMessage, [id, data], []))
    port.on('close', () => {
      known.delete(id)
      deliver(portClosed, [id], [])
    })
    return id
  })
  deliver(channel, [message], ids)
  for (const port of ports) port.start()
}

/** What a page says over a port of its own. */
export function hearFromPage(page: Page, id: unknown, data: unknown): void {
  portsOf
    .get(page)
    ?.get(id as number)
    ?.postMessage(data)
}

/** The page is gone, or another is in its place. */
export function closePortsOf(page: Page): void {
  for (const port of portsOf.get(page)?.values() ?? []) port.close()
}
