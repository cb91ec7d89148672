// The vault in the running app: the process that holds it, where it is, the jobs on it, and when it is locked.
import { homedir } from 'node:os'
import { join } from 'node:path'
import { app, shell, utilityProcess } from 'electron'
import type { JobUpdate } from '#shared/contract/jobs.ts'
import { wallNowHere } from '#shared/domain/time.ts'
import type { ServiceProcess, ServiceProcessOptions } from '../services/process/serviceProcess.ts'
import { allBackupPlaces } from '../vault/backup/backupPlaces.ts'
import { markerIn } from '../vault/marker.ts'
import { vaultFolderIn } from '../vault/vaultFolder.ts'
import { inZoneOfNow } from '../zone.ts'
import { makeBackupFolders, type BackupFolders } from './backupFolders.ts'
import { isDemo } from './demo.ts'
import type { Diagnostics } from './diagnostics.ts'
import type { FileDialogs } from './fileDialogs.ts'
import { makeSpawn } from './forkServices.ts'
import { makeIdleLock, type IdleLock } from './idleLock.ts'
import { makeJobBoard, type JobBoard } from './jobBoard.ts'
import { makeLockAndQuit, type LockAndQuit } from './lockAndQuit.ts'
import { watchServices, type WatchedServices } from './services.ts'
import { usualPlaces } from './usualPlaces.ts'
import { makeVaultPlaces, type VaultPlaces } from './vaultPlaces.ts'
import { makeVaultSearch, type VaultSearcher } from './vaultSearch.ts'
import type { AppWindow, Windows } from './windows.ts'

interface Parts {
  readonly windows: Windows<AppWindow>
  readonly dialogs: FileDialogs
  readonly diagnostics: Diagnostics
  /** The built entry of the services' process, absolute. */
  readonly serviceEntry: string
  /** Starts the services' process. */
  readonly startServices: (options: ServiceProcessOptions) => ServiceProcess
}

export interface StartedVault extends LockAndQuit {
  readonly services: WatchedServices
  readonly places: VaultPlaces
  readonly search: VaultSearcher
  readonly jobs: JobBoard
  readonly idleLock: IdleLock
  readonly backupFolders: BackupFolders
}

/** The path of one of the user's folders; none where the system has no such folder. */
function pathOf(name: 'documents' | 'desktop' | 'downloads'): string[] {
  try {
    return [app.getPath(name)]
  } catch {
    return []
  }
}

/** Starts the services on the vault of this profile, locked. */
export function startVault({ windows, dialogs, diagnostics, serviceEntry, startServices }: Parts): StartedVault {
  const profile = app.getPath('userData')
  const markerFile = join(profile, 'vaults.json')
  const spawn = makeSpawn((...args) => utilityProcess.fork(...args), {
    file: serviceEntry,
    folder: () => places.folder,
    markerFile,
    demo: isDemo(),
    // A packaged app does not start with this switch.
    keepsCost: app.commandLine.hasSwitch('keep-passphrase-cost'),
    languages: app.getPreferredSystemLanguages(),
  })
  const places = makeVaultPlaces(markerIn(markerFile).current ?? join(profile, 'vault'), {
    services: { rescue: (step) => services.rescue(step) },
    setMoved: (isMoved) => services.ask('vault:setMoved', { isMoved }),
    askForFolder: (title, folder) => dialogs.askForFolder(title, folder),
    documentsFolder: app.getPath('documents'),
    flush: () => windows.flush(),
    isOpen: () => services.isUnlocked || services.isOpening,
    lock: () => ways.lock(),
    isVaultMoved: () => ways.isVaultMoved(),
    restart: () => services.lock(),
    replacePages: () => windows.replace(),
    vaultFolderIn,
    wallNow: inZoneOfNow(wallNowHere),
  })
  const jobs = makeJobBoard({
    send: windows.send,
    services: {
      cancelJob: (kind) => services.cancelJob(kind),
      leaveJob: (windowId, kind) => services.leaveJob(windowId, kind),
      forget: (windowId) => services.forget(windowId),
    },
  })
  const search = makeVaultSearch({
    jobs,
    places: () =>
      usualPlaces({
        profile,
        home: homedir(),
        folders: (['documents', 'desktop', 'downloads'] as const).flatMap(pathOf),
        backups: allBackupPlaces(join(profile, 'backups.json')).map(({ folder }) => folder),
        platform: process.platform,
      }),
    folder: () => places.folder,
    isRemembered: (vaultId) => markerIn(markerFile).remembers(vaultId),
    openFolder: (folder) => places.openFolder(folder),
  })
  const services = watchServices(
    startServices({
      spawn,
      onEvent: (event, payload) =>
        event === 'job' ? jobs.update(payload as JobUpdate) : windows.send(event, payload as never),
      onEnded: jobs.servicesEnded,
      onMistake: diagnostics.keepOfServices,
      onDied: (operation) => diagnostics.keep('the services ended', operation, []),
    }),
    { onSettings: () => void watchIdleness(), onLost: () => void windows.replace() },
  )
  const idleLock = makeIdleLock(() => void ways.lock().then((isLocked) => (isLocked ? undefined : watchIdleness())))
  const ways = makeLockAndQuit({ services, windows, jobs, idleLock })

  async function watchIdleness(): Promise<void> {
    const { settings } = await services.ask('practice:get', {}).catch(() => ({ settings: undefined }))
    if (settings) idleLock.start(settings.idleMinutes)
  }

  const backupFolders = makeBackupFolders({
    services,
    dialogs,
    windows,
    wallNow: inZoneOfNow(wallNowHere),
    documentsFolder: app.getPath('documents'),
    showFolder: (folder) => void shell.openPath(folder),
  })
  return { services, places, search, jobs, idleLock, backupFolders, ...ways }
}
