// The services as the shell knows them: a port to call, and the watch over whether the vault is open.
import type { Channel, Input, Output, Result, ServiceChannel } from '#shared/contract/contract.ts'
import { AppError } from '#main/appError.ts'

/** The thread in which the services run. */
export interface ServicePort {
  call(channel: Channel, input: unknown): Promise<Result<unknown>>
  lock(): Promise<void>
  close(): Promise<void>
}

export interface WatchedServices extends ServicePort {
  readonly isUnlocked: boolean
  /** Calls an operation for main's own use. Throws AppError. */
  ask<C extends ServiceChannel>(channel: C, input: Input<C>): Promise<Output<C>>
}

const opening: ReadonlySet<Channel> = new Set<Channel>(['vault:create', 'vault:unlock', 'vault:recover'])

export interface VaultWatcher {
  /** The vault was opened, or its settings were saved. */
  onSettings(): void
  /** The vault was closed without anybody's asking: the thread died and started again. */
  onLost(): void
}

/** Watches the port's traffic for the vault's state. */
export function watchServices(port: ServicePort, watcher: VaultWatcher): WatchedServices {
  let isUnlocked = false
  const isOpenNow = (channel: Channel, data: unknown) =>
    opening.has(channel) || (channel === 'vault:status' && (data as Output<'vault:status'>).state === 'unlocked')

  async function call(channel: Channel, input: unknown): Promise<Result<unknown>> {
    const result = await port.call(channel, input)
    if (!result.ok) {
      if (isUnlocked && result.error.code === 'LOCKED') {
        isUnlocked = false
        watcher.onLost()
      }
      return result
    }
    const wasUnlocked = isUnlocked
    isUnlocked ||= isOpenNow(channel, result.data)
    if (isUnlocked !== wasUnlocked || channel === 'practice:saveSettings') watcher.onSettings()
    return result
  }

  return {
    call,
    async ask(channel, input) {
      const result = await port.call(channel, input)
      if (!result.ok) throw new AppError(result.error.code, result.error.details)
      return result.data as Output<typeof channel>
    },
    async lock() {
      isUnlocked = false
      await port.lock()
    },
    close: () => port.close(),
    get isUnlocked() {
      return isUnlocked
    },
  }
}
