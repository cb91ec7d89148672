// How the process of the services is started in Electron: a utility process, whose memory is gone when it ends.
import type { MessagePortMain, utilityProcess } from 'electron'
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
}

/** @param fork Electron's own `utilityProcess.fork` */
export function makeSpawn(
  fork: typeof utilityProcess.fork,
  { file, folder, markerFile, demo, keepsCost }: ForkOptions,
): Spawn<MessagePortMain> {
  return (onMessage, onExit) => {
    // Nothing that it might print goes anywhere: an error of the runtime's own can quote a value.
    const args = [folder(), markerFile, ...(demo ? ['--demo'] : []), ...(keepsCost ? ['--keep-passphrase-cost'] : [])]
    const child = fork(file, args, { serviceName: 'Palpate records', stdio: 'ignore' })
    child.on('message', onMessage)
    child.once('exit', onExit)
    return { post: (message, ports) => child.postMessage(message, ports), kill: () => void child.kill() }
  }
}
