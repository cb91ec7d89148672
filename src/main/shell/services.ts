// The services as the shell knows them: a process to call, and the watch over whether the vault is open.
import type { Channel, Input, Output, Result, ServiceChannel } from '#shared/contract/contract.ts'
import { openers } from '#shared/contract/sessionWrites.ts'
import { AppError } from '#main/appError.ts'
import type { PageNotice } from '#main/services/process/messages.ts'

/** The process in which the services run. */
export interface ServicePort {
  /** Asks for main itself. */
  call(channel: Channel, input: unknown): Promise<Result<unknown>>
  /** Has a step of a rescue copy made: `begin`, `end`, or writing it to a folder. */
  rescue(step: 'begin' | 'end' | { readonly folder: string }): Promise<Result<unknown>>
  lock(): Promise<void>
  close(): Promise<void>
}

export interface WatchedServices extends Omit<ServicePort, 'call'> {
  readonly isUnlocked: boolean
  /** Whether somebody is just opening it: a lock must not miss that. */
  readonly isOpening: boolean
  /** Calls an operation for main's own use, without any client's text in it. Throws AppError. */
  ask<C extends ServiceChannel>(channel: C, input: Input<C>): Promise<Output<C>>
  /** Takes note of what a page has asked the services. */
  hear(notice: PageNotice): void
}

export interface VaultWatcher {
  /** The vault was opened, or its settings were saved. */
  onSettings(): void
  /** The vault was closed without anybody's asking: the services' process died and started again. */
  onLost(): void
}

/** Watches what pages ask for the vault's state. */
export function watchServices(port: ServicePort, watcher: VaultWatcher): WatchedServices {
  let isUnlocked = false
  let openings = 0
  // From a lock until its new process is there: what was opened before it is closed, however late that is told.
  let locking = 0

  return {
    hear({ channel, stage, code, isOpen }) {
      if (stage === 'begun') {
        openings += 1
        return
      }
      if (openers.has(channel)) openings = Math.max(0, openings - 1)
      if (locking > 0) return
      if (isUnlocked && code === 'LOCKED') {
        isUnlocked = false
        watcher.onLost()
      }
      const wasUnlocked = isUnlocked
      isUnlocked ||= isOpen
      const isSaved = channel === 'practice:saveSettings' && code === null
      if (isUnlocked !== wasUnlocked || isSaved) watcher.onSettings()
    },
    async ask(channel, input) {
      const result = await port.call(channel, input)
      if (!result.ok) throw new AppError(result.error.code, result.error.details)
      return result.data as Output<typeof channel>
    },
    rescue: (step) => port.rescue(step),
    async lock() {
      locking += 1
      isUnlocked = false
      try {
        await port.lock()
      } finally {
        locking -= 1
        // Whatever was being opened ended with its process.
        openings = 0
      }
    },
    close: () => port.close(),
    get isUnlocked() {
      return isUnlocked
    },
    get isOpening() {
      return openings > 0
    },
  }
}
