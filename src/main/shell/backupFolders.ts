// The shell's part in backups: choosing and showing their folders, and the backup before the app ends.
import { join } from 'node:path'
import type { BackupState, FoundCopies, FoundCopy, MoveFile } from '#shared/contract/backups.ts'
import { timeInFileName } from '#shared/domain/time.ts'
import { AppError } from '#main/appError.ts'
import type { FileDialogs } from './fileDialogs.ts'
import type { WatchedServices } from './services.ts'
import type { AppWindow, Windows } from './windows.ts'

export interface BackupFolders {
  /** Asks for a folder and makes it a place for backups. Throws AppError CANCELLED, and why it cannot be one. */
  addPlace(): Promise<{ id: string }>
  /** Asks for a folder and looks for copies in it. Throws AppError CANCELLED, and why it cannot be read. */
  findCopies(): Promise<FoundCopies>
  /** Asks for a file that was made for another computer. Throws AppError CANCELLED, and what is wrong with it. */
  openMoveFile(): Promise<FoundCopies>
  /**
   * Asks for a place, and writes the whole vault into one file there.
   * @throws AppError CANCELLED, UNSAVED when something on screen could not be saved, and what made it impossible
   */
  writeMoveFile(): Promise<MoveFile>
  /** Remembers a copy that is to be restored when the vault is locked; null for none. Throws AppError NOT_FOUND. */
  want(id: string | null): Promise<void>
  /** That copy, once; null for none, or where it is not there any more. */
  takeWanted(): Promise<{ copy: FoundCopy | null }>
  /** Shows the folder of a place. Throws AppError NOT_FOUND. */
  showPlace(id: string): Promise<void>
}

interface Parts {
  readonly services: Pick<WatchedServices, 'backupPlace'>
  readonly dialogs: Pick<FileDialogs, 'askForFolder' | 'askForSource' | 'askForTarget'>
  readonly windows: Pick<Windows<AppWindow>, 'flush'>
  /** Local time, `YYYY-MM-DDTHH:mm`. */
  wallNow(): string
  readonly documentsFolder: string
  /** Shows a folder in the system's file manager. */
  showFolder(folder: string): void
}

export function makeBackupFolders({
  services,
  dialogs,
  windows,
  wallNow,
  documentsFolder,
  showFolder,
}: Parts): BackupFolders {
  async function place<T>(step: Parameters<typeof services.backupPlace>[0]): Promise<T> {
    const result = await services.backupPlace(step)
    if (!result.ok) throw new AppError(result.error.code, result.error.details)
    return result.data as T
  }
  let wanted: string | null = null
  return {
    async addPlace() {
      const chosen = await dialogs.askForFolder('Where to keep backups', documentsFolder)
      if (chosen === null) throw new AppError('CANCELLED')
      return place<{ id: string }>({ add: chosen })
    },
    async findCopies() {
      const chosen = await dialogs.askForFolder('Where the backup is', documentsFolder)
      if (chosen === null) throw new AppError('CANCELLED')
      return place<FoundCopies>({ search: chosen })
    },
    async openMoveFile() {
      const chosen = await dialogs.askForSource(documentsFolder, moveFileKind)
      if (chosen === null) throw new AppError('CANCELLED')
      return place<FoundCopies>({ search: chosen })
    },
    async writeMoveFile() {
      const name = `Palpate move ${timeInFileName(wallNow())}.palpate`
      const target = await dialogs.askForTarget(join(documentsFolder, name), moveFileKind)
      if (target === null) throw new AppError('CANCELLED')
      const outcome = await windows.flush()
      if (outcome === 'unsaved' || outcome === 'no answer') throw new AppError('UNSAVED')
      return place<MoveFile>({ move: target })
    },
    async want(id) {
      wanted = id === null ? null : (await place<{ folder: string }>({ copy: id })).folder
    },
    async takeWanted() {
      const folder = wanted
      wanted = null
      if (folder === null) return { copy: null }
      const { copies } = await place<FoundCopies>({ search: folder })
      return { copy: copies[0] ?? null }
    },
    async showPlace(id) {
      const { folder } = await place<{ folder: string }>({ find: id })
      showFolder(folder)
    },
  }
}

const moveFileKind = { name: 'Palpate', extensions: ['palpate'] }

/** A backup that was made so short a time ago is not made again before the app ends. */
const recent = 30 * 60 * 1000

/** Whether to back up before the app ends. @param now UTC */
function isDueBeforeQuit({ places }: BackupState, now: string): boolean {
  const reachable = places.filter(({ problem, isBehind }) => isBehind && (problem === null || problem === 'failed'))
  const isOld = ({ last }: BackupState['places'][number]) =>
    last === null || Math.abs(Date.parse(now) - Date.parse(last.madeAt)) >= recent
  return reachable.some(isOld)
}

interface QuitParts {
  readonly services: Pick<WatchedServices, 'isUnlocked' | 'ask'>
  readonly windows: Pick<Windows<AppWindow>, 'send'>
  /** UTC. */
  now(): string
}

/**
 * Backs up where that is due, while the windows show how far it is and let somebody cancel it. A failure is no reason to
 * stay: the next start shows it.
 * @returns whether it took any time
 */
export async function backUpBeforeQuit({ services, windows, now }: QuitParts): Promise<'waited' | 'not due'> {
  if (!services.isUnlocked) return 'not due'
  try {
    if (!isDueBeforeQuit(await services.ask('backup:state', {}), now())) return 'not due'
  } catch {
    return 'not due'
  }
  windows.send('closing', { isClosing: true })
  await services.ask('backup:run', {}).catch(() => undefined)
  return 'waited'
}
