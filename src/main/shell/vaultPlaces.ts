// How the app changes to another vault's folder: a chosen one, a rescue copy.
import { join } from 'node:path'
import { timeInFileName } from '#shared/domain/time.ts'
import { AppError } from '#main/appError.ts'
import type { FlushOutcome } from './flushRenderer.ts'
import { freeFolder } from '../freePath.ts'
import type { ServicePort } from './services.ts'

export interface VaultPlaceSteps {
  readonly services: Pick<ServicePort, 'rescue'>
  /** See `vault:setMoved`. */
  setMoved(isMoved: boolean): Promise<unknown>
  /** Asks for a folder; null when cancelled. */
  askForFolder(title: string, suggested: string): Promise<string | null>
  /** Where folders are suggested to be, absolute. */
  readonly documentsFolder: string
  /** Makes every page save what it holds. */
  flush(): Promise<FlushOutcome>
  /** Whether the vault is open, or is being opened. */
  isOpen(): boolean
  /** Locks, and reloads every page; returns whether the app is locked now. */
  lock(): Promise<boolean>
  /** Whether the open vault's files are not where they were opened. */
  isVaultMoved(): Promise<boolean>
  /** Restarts the services, which then use the current `folder`. */
  restart(): Promise<void>
  /** Reloads every page. */
  replacePages(): Promise<void>
  /** The vault in a chosen folder. Throws AppError NO_VAULT_THERE. */
  vaultFolderIn(chosen: string): string
  /** Local time, `YYYY-MM-DDTHH:mm`. */
  wallNow(): string
}

export interface VaultPlaces {
  /** The folder of the current vault, absolute. */
  readonly folder: string
  openOther(): Promise<void>
  /** Switches to the vault in a folder. Throws AppError NO_VAULT_THERE, IS_BACKUP. */
  openFolder(folder: string): Promise<void>
  /** `isScreenIn`: whether all that is on screen is in the copy as well. */
  rescueCopy(): Promise<{ folder: string; isScreenIn: boolean }>
  openRescue(): Promise<void>
  /**
   * Says in the vault that the practice goes on elsewhere, and locks.
   * @throws AppError UNSAVED, CONFLICT where something is not in the file that was made last, and what made it impossible
   */
  stopWriting(): Promise<void>
}

/** @param start the folder that the app begins with */
export function makeVaultPlaces(start: string, steps: VaultPlaceSteps): VaultPlaces {
  const { services, askForFolder, documentsFolder, vaultFolderIn } = steps
  let folder = start
  let rescued: string | undefined

  async function choose(title: string, suggested: string): Promise<string> {
    const chosen = await askForFolder(title, suggested)
    if (chosen === null) throw new AppError('CANCELLED')
    return chosen
  }

  async function goTo(next: string): Promise<void> {
    const before = folder
    const isLocking = steps.isOpen()
    // The services that a lock restarts use it already.
    folder = next
    if (!(await steps.lock())) {
      folder = before
      throw new AppError((await steps.isVaultMoved()) ? 'VAULT_MOVED' : 'UNSAVED')
    }
    if (isLocking) return
    await steps.restart()
    await steps.replacePages()
  }

  /** A step of the services; throws the AppError that they refuse it with. */
  async function rescue(step: Parameters<typeof services.rescue>[0]): Promise<unknown> {
    const result = await services.rescue(step)
    if (!result.ok) throw new AppError(result.error.code, result.error.details)
    return result.data
  }

  return {
    get folder() {
      return folder
    },
    async openOther() {
      await goTo(vaultFolderIn(await choose('Open another vault', documentsFolder)))
    },
    openFolder: (found) => goTo(vaultFolderIn(found)),
    async rescueCopy() {
      const place = await choose('Where to write the rescue copy', documentsFolder)
      const name = `Palpate rescue ${timeInFileName(steps.wallNow())}`
      // Two copies may be written in one minute.
      const target = freeFolder(join(place, name))
      // What is on screen is saved to the open database, wherever that is, and from there into the copy.
      await rescue('begin')
      try {
        const outcome = await steps.flush()
        const written = (await rescue({ folder: target })) as { readonly isScreenIn: boolean }
        rescued = target
        return { folder: target, isScreenIn: outcome === 'saved' && written.isScreenIn }
      } finally {
        await rescue('end')
      }
    },
    async stopWriting() {
      // What is typed and not saved yet is not in the file either.
      const outcome = await steps.flush()
      if (outcome === 'unsaved' || outcome === 'no answer') throw new AppError('UNSAVED')
      await steps.setMoved(true)
      if (await steps.lock()) return
      await steps.setMoved(false)
      throw new AppError('UNSAVED')
    },
    async openRescue() {
      if (rescued === undefined) throw new AppError('NOT_FOUND')
      await goTo(rescued)
    },
  }
}
