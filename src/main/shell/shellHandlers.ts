// Handlers of the operations that need Electron itself: windows, lock, clipboard, folders, printing.
import { app, clipboard, shell } from 'electron'
import type { Input, Output, ShellChannel } from '#shared/contract/contract.ts'
import { AppError } from '#main/appError.ts'
import { placeOf } from '../vault/vaultFolder.ts'
import type { BackupFolders } from './backupFolders.ts'
import type { Diagnostics } from './diagnostics.ts'
import type { DraftLeases } from './draftLeases.ts'
import type { IdleLock } from './idleLock.ts'
import type { JobBoard } from './jobBoard.ts'
import type { PhraseFiles } from './phraseFiles.ts'
import type { VaultSearcher } from './vaultSearch.ts'
import type { VaultPlaces } from './vaultPlaces.ts'
import type { PatientFilePrinter } from './printing/patientFilePrinter.ts'
import type { PracticeExport } from './printing/practiceExport.ts'
import { regionOfSystem } from './regionOfSystem.ts'
import type { RecordFiles } from './recordFiles.ts'
import type { ComputerUnlocking } from './systemKeyring.ts'
import type { AppWindow, Windows } from './windows.ts'

/** The shell's handlers, by channel; they get the id of the window that calls. */
export type ShellHandlers = {
  [C in ShellChannel]: (input: Input<C>, windowId: number) => Promise<Output<C>> | Output<C>
}

interface Parts {
  readonly windows: Windows<AppWindow>
  /** Opens another window at a route; null for the place of last time. */
  readonly openWindow: (path: string | null) => Promise<void>
  readonly leases: DraftLeases
  readonly idleLock: IdleLock
  readonly jobs: JobBoard
  readonly printer: PatientFilePrinter
  readonly practiceExport: PracticeExport
  readonly phraseFiles: PhraseFiles
  readonly recordFiles: RecordFiles
  readonly lock: () => Promise<boolean>
  /** Whether the open vault's files are not where they were opened. */
  readonly isVaultMoved: () => Promise<boolean>
  readonly places: VaultPlaces
  readonly search: VaultSearcher
  readonly diagnostics: Diagnostics
  readonly backupFolders: BackupFolders
  readonly computer: ComputerUnlocking
}

const codeStaysOnClipboard = 60_000
/** Nobody uses more; a runaway page stops here. */
const mostWindows = 12

async function copyForAWhile(text: string): Promise<void> {
  await clipboard.writeText(text)
  const takeOff = async () => {
    if ((await clipboard.readText()) === text) clipboard.clear()
  }
  setTimeout(() => void takeOff(), codeStaysOnClipboard).unref()
}

export function makeShellHandlers(parts: Parts): ShellHandlers {
  const { windows, openWindow, leases, idleLock, printer, phraseFiles, recordFiles, lock, isVaultMoved, places } = parts
  const { search, jobs, diagnostics, backupFolders, computer, practiceExport } = parts
  async function lockOrRefuse(): Promise<void> {
    // The page that called is gone once the app is locked, so only a refusal reaches it.
    if (!(await lock())) throw new AppError((await isVaultMoved()) ? 'VAULT_MOVED' : 'UNSAVED')
  }
  return {
    'app:info': () => ({ version: app.getVersion(), platform: process.platform, region: regionOfSystem() }),
    'app:activity': () => {
      idleLock.activity()
      return {}
    },
    'app:flushed': ({ request, outcome }, windowId) => {
      windows.of(windowId)?.answerFlush(request, outcome)
      return {}
    },
    'window:open': async ({ path }) => {
      if (windows.count >= mostWindows) throw new AppError('BUSY')
      await openWindow(path)
      return {}
    },
    'window:place': (_, windowId) => ({ path: windows.of(windowId)?.place ?? null }),
    'draft:hold': ({ sessionId }, windowId) => ({ held: leases.hold(sessionId, windowId) }),
    'draft:release': ({ sessionId }, windowId) => {
      leases.release(sessionId, windowId)
      return {}
    },
    'draft:takeOver': async ({ sessionId }, windowId) => ({ held: await leases.takeOver(sessionId, windowId) }),
    'vault:lock': async () => {
      await lockOrRefuse()
      return {}
    },
    'vault:computer': () => computer.state(),
    'vault:keepOnComputer': async () => {
      await computer.keep()
      return {}
    },
    'vault:unlockWithComputer': () => computer.unlock(),
    'vault:copyRecoveryCode': async ({ recoveryCode }) => {
      await copyForAWhile(recoveryCode)
      return {}
    },
    'vault:showFolder': () => {
      // Through a link: what was set aside lies beside the vault itself.
      shell.showItemInFolder(placeOf(places.folder))
      return {}
    },
    'vault:openOther': async () => {
      await places.openOther()
      return {}
    },
    'vault:search': (_, windowId) => search.search(windowId),
    'vault:openFound': async (found) => {
      await search.open(found)
      return {}
    },
    'vault:stopWriting': async () => {
      await places.stopWriting()
      return {}
    },
    'vault:rescueCopy': () => places.rescueCopy(),
    'vault:openRescue': async () => {
      await places.openRescue()
      return {}
    },
    'backup:addPlace': () => backupFolders.addPlace(),
    'backup:findCopies': () => backupFolders.findCopies(),
    'backup:openMoveFile': () => backupFolders.openMoveFile(),
    'backup:writeMoveFile': () => backupFolders.writeMoveFile(),
    'backup:lockToRestore': async ({ id }) => {
      await backupFolders.want(id)
      await lockOrRefuse().catch(async (error: unknown) => {
        await backupFolders.want(null)
        throw error
      })
      return {}
    },
    'backup:takeWanted': () => backupFolders.takeWanted(),
    'backup:showPlace': async ({ id }) => {
      await backupFolders.showPlace(id)
      return {}
    },
    'backup:saveEmergencySheet': ({ dates }, windowId) => printer.save({ sheet: 'emergency', dates }, windowId),
    'closing:saveLetters': ({ dates, ...letters }, windowId) => printer.save({ letters, dates }, windowId),
    'closing:saveFiles': (input, windowId) => practiceExport.saveFiles(input, windowId),
    'closing:saveList': () => practiceExport.saveList(),
    'closing:showFolder': () => {
      if (practiceExport.lastFolder === undefined) throw new AppError('NOT_FOUND')
      shell.showItemInFolder(practiceExport.lastFolder)
      return {}
    },
    'patientFile:save': (request, windowId) => printer.save(request, windowId),
    'patientFile:showSaved': () => {
      if (printer.lastSaved === undefined) throw new AppError('NOT_FOUND')
      shell.showItemInFolder(printer.lastSaved)
      return {}
    },
    'phrase:exportFile': () => phraseFiles.save(),
    'phrase:openFile': () => phraseFiles.open(),
    'record:saveSealFile': () => recordFiles.saveSeal(),
    'record:openSealFile': () => recordFiles.openSeal(),
    'record:saveStampRequest': ({ kind }) => recordFiles.saveStampRequest(kind),
    'record:openStamp': () => recordFiles.openStamp(),
    'salvage:saveFile': () => recordFiles.saveSalvage(),
    'audit:saveFile': ({ filter }) => recordFiles.saveAuditLog(filter),
    'diagnostics:get': (_, windowId) => ({ text: diagnostics.show(windowId) }),
    'diagnostics:save': (_, windowId) => diagnostics.save(windowId),
    'diagnostics:clear': () => {
      diagnostics.clear()
      return {}
    },
    'diagnostics:bringBack': () => {
      diagnostics.bringBack()
      return {}
    },
    'diagnostics:report': ({ errors, operation = null }) => {
      diagnostics.keepOfPage(errors, operation)
      return {}
    },
    'print:job': () => {
      if (!printer.window) throw new AppError('NOT_FOUND')
      return printer.window.request
    },
    'print:composed': ({ composedAt }) => {
      printer.window?.composed(composedAt)
      return {}
    },
    'print:failed': ({ code }) => {
      printer.window?.failed(new AppError(code))
      return {}
    },
    'print:ready': () => {
      printer.window?.ready()
      return {}
    },
    'job:cancel': ({ kind }) => {
      jobs.cancel(kind)
      return {}
    },
    'job:leave': ({ kind }, windowId) => {
      jobs.leave(windowId, kind)
      return {}
    },
    'job:running': () => jobs.running(),
  }
}
