// The operations that are not the database's: those on the vault's files, and on its backups.
import type { Input, Output, ServiceChannel } from '#shared/contract/contract.ts'

export type VaultChannel = Extract<ServiceChannel, `vault:${string}`>
export type BackupChannel = Extract<ServiceChannel, `backup:${string}`>

/** Those that need the open database. */
export type DatabaseChannel = Exclude<ServiceChannel, VaultChannel | BackupChannel>

export type VaultHandlers = {
  [K in VaultChannel]: (input: Input<K>, wish?: AbortSignal) => Output<K> | Promise<Output<K>>
}

/** What is allowed wherever the vault's files are, and commits nothing. */
export const untroubled: ReadonlySet<VaultChannel> = new Set<VaultChannel>(['vault:status', 'vault:checkState'])

export const isChannelOf = <H extends object>(channel: string, handlers: H): channel is keyof H & string =>
  Object.hasOwn(handlers, channel)
