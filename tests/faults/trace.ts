// What a command connected to, as the kernel saw it (strace, Linux).
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const canTrace = (): boolean => spawnSync('strace', ['-V'], { stdio: 'ignore' }).status === 0

export interface Trace {
  readonly exitCode: number | null
  /** Each address of the internet family that was connected or sent to, once. */
  readonly addresses: readonly string[]
}

/** Runs a command with all its children and keeps whom they spoke to. */
export function traced(command: readonly string[]): Trace {
  const folder = mkdtempSync(join(tmpdir(), 'palpate-trace-'))
  const file = join(folder, 'trace')
  const calls = 'connect,sendto,sendmsg,sendmmsg'
  const { status } = spawnSync('strace', ['-f', '-qq', '-e', `trace=${calls}`, '-o', file, ...command], {
    stdio: 'ignore',
  })
  const seen = readFileSync(file, 'utf8').matchAll(
    /sa_family=AF_INET6?,.*?(?:inet_addr|inet_pton)\((?:AF_INET6, )?"([^"]+)"/g,
  )
  const addresses = [...new Set([...seen].map(([, address = '']) => address))]
  rmSync(folder, { recursive: true, force: true })
  return { exitCode: status, addresses }
}
