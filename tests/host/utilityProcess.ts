// Stand-in for Electron's `utilityProcess`: a child process of Node, and the `process.parentPort` that it finds.
import { fork, type ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { sendToChild, type Envelope, type HostPort } from './ports.ts'

const parentPortFile = new URL('./parentPort.ts', import.meta.url).href

/** What runs, as Electron lists it. */
const running = new Map<UtilityProcess, string>()
export const runningProcesses = () => [...running].map(([{ pid }, name]) => ({ type: 'Utility', name, pid }))

class UtilityProcess extends EventEmitter {
  readonly #child: ChildProcess

  constructor(file: string, args: readonly string[], name: string) {
    super()
    this.#child = fork(file, args, {
      execArgv: ['--import', parentPortFile],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    this.#child.once('spawn', () => this.emit('spawn'))
    this.#child.on('message', (envelope: Envelope) => {
      if ('message' in envelope) this.emit('message', envelope.message)
    })
    running.set(this, name)
    this.#child.once('exit', (code) => {
      running.delete(this)
      this.emit('exit', code ?? 1)
    })
  }

  get pid(): number | undefined {
    return this.#child.pid
  }

  postMessage(message: object, ports: readonly HostPort[] = []): void {
    sendToChild(this.#child, message, ports)
  }

  kill(): boolean {
    return this.#child.kill('SIGKILL')
  }
}

export const utilityProcess = {
  fork: (file: string, args: readonly string[] = [], { serviceName = '' }: { serviceName?: string } = {}) =>
    new UtilityProcess(file, args, serviceName),
}
