// The two ways out of an open vault: locking, and quitting the app.
import { app } from 'electron'
import { instantNow } from '#shared/domain/time.ts'
import { AppError } from '#main/appError.ts'
import { backUpBeforeQuit } from './backupFolders.ts'
import { overwriteFreedMemory, overwriteFreedMemoryOften, overwriteJustFreed } from './freedMemory.ts'
import type { IdleLock } from './idleLock.ts'
import type { JobBoard } from './jobBoard.ts'
import { lockByHand, makeLock } from './lock.ts'
import { isLossTaken } from './lossDialog.ts'
import { makeQuitCoordinator, type QuitCoordinator } from './quitCoordinator.ts'
import type { WatchedServices } from './services.ts'
import { whenFilesAreWritten } from './writeFileAtomically.ts'
import type { AppWindow, Windows } from './windows.ts'

/** How long a lock or a quit waits to hear whether the vault's files are still there. */
const longestStatus = 2000

const elapsed = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds).unref())

interface Parts {
  readonly services: Pick<WatchedServices, 'isUnlocked' | 'isOpening' | 'ask' | 'lock' | 'close'>
  readonly windows: Pick<Windows<AppWindow>, 'flush' | 'send' | 'replace'>
  readonly jobs: Pick<JobBoard, 'cancel' | 'close' | 'open'>
  readonly idleLock: Pick<IdleLock, 'stop'>
}

export interface LockAndQuit {
  /** Locks; returns whether the app is locked now. */
  lock(): Promise<boolean>
  /** Locks at a request from outside the page; a page asks by itself. */
  lockByHand(): Promise<void>
  readonly quitting: QuitCoordinator
  /** Whether the files of the open vault are not where they were opened. */
  isVaultMoved(): Promise<boolean>
}

export function makeLockAndQuit({ services, windows, jobs, idleLock }: Parts): LockAndQuit {
  /** Null when there is no answer in time: a lock must not wait for the end of long work. */
  const vaultStatus = () =>
    Promise.race([services.ask('vault:status', {}).catch(() => null), elapsed(longestStatus).then(() => null)])
  /** Requests that wait for new keys must not wait past a lock. */
  async function flushAll() {
    jobs.cancel('new keys')
    overwriteJustFreed()
    const outcome = await windows.flush()
    // Records whose file was removed are lost when the database closes. They are as unsaved as what is on screen.
    return (await vaultStatus())?.isOnlyHere === true ? 'unsaved' : outcome
  }
  const lock = makeLock({
    isUnlocked: () => services.isUnlocked || services.isOpening,
    flush: flushAll,
    hide: () => windows.send('locking', {}),
    // A slow disk may have to be waited for before a half-written file can be removed. A lock does not wait for that.
    abandonWork: () => void jobs.close(new AppError('LOCKED')),
    async forgetKey() {
      try {
        idleLock.stop()
        // Freed memory is overwritten before anything lasting is allocated in its place, and again when the pages are gone.
        await overwriteFreedMemory()
        await services.lock()
      } finally {
        // From now on the services themselves refuse what needs an open vault.
        jobs.open()
      }
    },
    async replacePages() {
      await windows.replace()
      // The lock screen is shown already; nobody waits for this.
      void overwriteFreedMemoryOften()
    },
  })
  const quitting = makeQuitCoordinator({
    flush: () => (services.isUnlocked ? flushAll() : Promise.resolve('saved')),
    confirmLoss: async (unsaved) => ((await isLossTaken('Quit', unsaved)) ? 'quit' : 'stay'),
    backUp: () => backUpBeforeQuit({ services, windows, now: instantNow }),
    stay: () => windows.send('closing', { isClosing: false }),
    async endWork() {
      await jobs.close(new AppError('CANCELLED'))
      await whenFilesAreWritten()
    },
    close: () => services.close(),
    exit: () => app.exit(0),
  })
  const byHand = () =>
    lockByHand({
      isUnlocked: () => services.isUnlocked,
      flush: windows.flush,
      lock,
      isLossTaken: () => isLossTaken('Lock', 'unstored'),
    })
  return { lock, lockByHand: byHand, quitting, isVaultMoved: async () => (await vaultStatus())?.isMoved === true }
}
