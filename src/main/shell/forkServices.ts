// How the process of the services is started in Electron: a utility process, whose memory is gone when it ends.
import type { utilityProcess } from 'electron'
import type { Spawn } from '#main/services/process/serviceProcess.ts'

export interface ForkOptions {
  /** The built entry of the process, absolute. */
  readonly file: string
  /** The vault's folder, as it is when a process starts. */
  readonly folder: () => string
  /** The file in the profile that remembers vaults. */
  readonly markerFile: string
  /** Whether to make and open a vault of invented people. */
  readonly demo: boolean
  /** Whether unlocking leaves the cost of a passphrase as it is; for tests. */
  readonly keepsCost: boolean
  /** The languages of this computer, the first one first: lists of names go by its order. */
  readonly languages: readonly string[]
}

/** @param fork Electron's own `utilityProcess.fork` */
export function makeSpawn(
  fork: typeof utilityProcess.fork,
  { file, folder, markerFile, demo, keepsCost, languages }: ForkOptions,
): Spawn {
  return (onMessage, onExit) => {
    // Its output is discarded: an error of the runtime's own can quote a value.
    const modes = [
      ...(demo ? ['--demo'] : []),
      ...(keepsCost ? ['--keep-passphrase-cost'] : []),
      ...languages.slice(0, 1).map((language) => `--language=${language}`),
    ]
    const args = [folder(), markerFile, ...modes]
    const child = fork(file, args, { serviceName: 'Palpate records', stdio: 'ignore' })
    child.on('message', onMessage)
    child.once('exit', onExit)
    return { post: (message) => child.postMessage(message), kill: () => void child.kill() }
  }
}
