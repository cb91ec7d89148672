// Loaded into a child process before its own code: gives it the `process.parentPort` of Electron's utility processes.
import { EventEmitter } from 'node:events'
import type { Envelope } from './ports.ts'

/** The child's end of a port. */
class ChildPort extends EventEmitter {
  readonly #id: number

  constructor(id: number) {
    super()
    this.#id = id
  }

  start(): void {}

  postMessage(data: unknown): void {
    send({ port: this.#id, data })
  }

  close(): void {
    send({ closed: this.#id })
    ports.delete(this.#id)
    this.emit('close')
  }
}

const ports = new Map<number, ChildPort>()
const send = (envelope: Envelope) => void process.send?.(envelope)

function makePort(id: number): ChildPort {
  const port = new ChildPort(id)
  ports.set(id, port)
  return port
}

class ParentPort extends EventEmitter {
  readonly #early: { data: unknown; ports: readonly ChildPort[] }[] = []

  constructor() {
    super()
    // As in Electron, nothing is lost that comes before somebody listens.
    process.on('message', (envelope: Envelope) => {
      if ('closed' in envelope) ports.get(envelope.closed)?.close()
      else if ('data' in envelope) ports.get(envelope.port)?.emit('message', { data: envelope.data, ports: [] })
      else this.#take({ data: envelope.message, ports: envelope.ports.map(makePort) })
    })
    this.on('newListener', (name) => {
      if (name === 'message') setImmediate(() => this.#catchUp())
    })
  }

  #take(message: { data: unknown; ports: readonly ChildPort[] }): void {
    if (this.listenerCount('message') === 0) this.#early.push(message)
    else this.emit('message', message)
  }

  #catchUp(): void {
    for (const message of this.#early.splice(0)) this.emit('message', message)
  }

  postMessage(message: object): void {
    send({ message, ports: [] })
  }
}

// Whatever happens to the process that started it, a process of the app does not go on alone.
process.on('disconnect', () => process.exit(1))
Object.defineProperty(process, 'parentPort', { value: new ParentPort() })
