// Stand-in for Electron's `utilityProcess`: a child process of Node, and the `process.parentPort` that it finds.
import { fork, type ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'

const parentPortFile = new URL('./parentPort.ts', import.meta.url).href

class UtilityProcess extends EventEmitter {
  readonly #child: ChildProcess

  constructor(file: string, args: readonly string[]) {
    super()
    this.#child = fork(file, args, {
      execArgv: ['--import', parentPortFile],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    this.#child.once('spawn', () => this.emit('spawn'))
    this.#child.on('message', (message) => this.emit('message', message))
    this.#child.once('exit', (code) => this.emit('exit', code ?? 1))
  }

  get pid(): number | undefined {
    return this.#child.pid
  }

  postMessage(message: object): void {
    // A message to a process that has just ended goes nowhere, as in Electron.
    if (this.#child.connected) this.#child.send(message, () => undefined)
  }

  kill(): boolean {
    return this.#child.kill('SIGKILL')
  }
}

export const utilityProcess = {
  fork: (file: string, args: readonly string[] = [], _options?: object) => new UtilityProcess(file, args),
}
