// The services as the shell sees them: a port to call, and the watch over whether the vault is open.
import type { Channel, ErrorCode, Input, Output, Result, ServiceChannel } from '#shared/contract/contract.ts'
import type { JobKind } from '#shared/contract/jobs.ts'
import type { PageReply, SealedRequest } from '#shared/contract/sealing.ts'
import { AppError } from '#main/appError.ts'

/** What can be read of an answer to a page. */
export interface SealedAnswer {
  /** Why it was refused; null when it succeeded. */
  readonly code: ErrorCode | null
  /** Whether the vault is known to be open after it. */
  readonly isOpen: boolean
  readonly reply: PageReply
}

export type BackupStep =
  | { readonly add: string }
  | { readonly find: string }
  | { readonly search: string }
  | { readonly move: string }
  | { readonly copy: string }

/** The process in which the services run. */
export interface ServicePort {
  /** Calls for main itself. */
  call(channel: Channel, input: unknown): Promise<Result<unknown>>
  /** Forwards what a page has sealed, and the answer that only the page can open. */
  callSealed(windowId: number, channel: Channel, request: SealedRequest): Promise<SealedAnswer>
  agree(windowId: number, publicKey: Uint8Array): Promise<Result<unknown>>
  /** Runs a step of a rescue copy: `begin`, `end`, or writing it to a folder. */
  rescue(step: 'begin' | 'end' | { readonly folder: string }): Promise<Result<unknown>>
  /** Adds a folder as a place for backups, gives the folder of a place, searches for copies, or writes a file to move. */
  backupPlace(step: BackupStep): Promise<Result<unknown>>
  cancelJob(kind: JobKind): void
  leaveJob(windowId: number, kind: JobKind): void
  forget(windowId: number): void
  lock(): Promise<void>
  close(): Promise<void>
}

export interface WatchedServices extends Omit<ServicePort, 'call'> {
  readonly isUnlocked: boolean
  /** Whether the vault is being opened: a lock must not miss that. */
  readonly isOpening: boolean
  /** Calls an operation for main's own use, without any client's text in it. Throws AppError. */
  ask<C extends ServiceChannel>(channel: C, input: Input<C>): Promise<Output<C>>
}

export interface VaultWatcher {
  /** The vault was opened, or its settings were saved. */
  onSettings(): void
  /** The vault was closed unexpectedly: the services' process died and started again. */
  onLost(): void
}

/** The operations after which the vault is open. */
const openers: ReadonlySet<Channel> = new Set<Channel>([
  'vault:create',
  'vault:unlock',
  'vault:recover',
  'vault:salvage',
  'vault:readDamaged',
])

/** Watches the port's traffic for the vault's state. */
export function watchServices(port: ServicePort, watcher: VaultWatcher): WatchedServices {
  let isUnlocked = false
  let openings = 0
  // Counts the locks: what was opened before one is closed, however late its answer comes.
  let locks = 0

  return {
    async callSealed(windowId, channel, request) {
      const locksBefore = locks
      const isOpener = openers.has(channel)
      if (isOpener) openings += 1
      const answer = await port.callSealed(windowId, channel, request).finally(() => {
        if (isOpener) openings -= 1
      })
      if (locks !== locksBefore) return answer
      if (isUnlocked && answer.code === 'LOCKED') {
        isUnlocked = false
        watcher.onLost()
      }
      const wasUnlocked = isUnlocked
      isUnlocked ||= answer.isOpen
      const isSaved = channel === 'practice:saveSettings' && answer.code === null
      if (isUnlocked !== wasUnlocked || isSaved) watcher.onSettings()
      return answer
    },
    async ask(channel, input) {
      const locksBefore = locks
      const isOpener = channel === 'vault:unlockWithSecret'
      if (isOpener) openings += 1
      const result = await port.call(channel, input).finally(() => {
        if (isOpener) openings -= 1
      })
      if (isOpener && result.ok && locks === locksBefore) {
        isUnlocked = true
        watcher.onSettings()
      }
      if (!result.ok) throw new AppError(result.error.code, result.error.details)
      return result.data as Output<typeof channel>
    },
    agree: (windowId, publicKey) => port.agree(windowId, publicKey),
    rescue: (step) => port.rescue(step),
    backupPlace: (step) => port.backupPlace(step),
    cancelJob: (kind) => port.cancelJob(kind),
    leaveJob: (windowId, kind) => port.leaveJob(windowId, kind),
    forget: (windowId) => port.forget(windowId),
    async lock() {
      locks += 1
      isUnlocked = false
      await port.lock()
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
