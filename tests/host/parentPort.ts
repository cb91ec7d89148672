// Loaded into a child process before its own code: gives it the `process.parentPort` of Electron's utility processes.
import { EventEmitter } from 'node:events'

class ParentPort extends EventEmitter {
  readonly #early: unknown[] = []

  constructor() {
    super()
    // As in Electron, nothing is lost that comes before somebody listens.
    process.on('message', (data) => {
      if (this.listenerCount('message') === 0) this.#early.push(data)
      else this.emit('message', { data })
    })
    this.on('newListener', (name) => {
      if (name === 'message') setImmediate(() => this.#catchUp())
    })
  }

  #catchUp(): void {
    for (const data of this.#early.splice(0)) this.emit('message', { data })
  }

  postMessage(message: object): void {
    process.send?.(message)
  }
}

// Whatever happens to the process that started it, a process of the app does not go on alone.
process.on('disconnect', () => process.exit(1))
Object.defineProperty(process, 'parentPort', { value: new ParentPort() })
