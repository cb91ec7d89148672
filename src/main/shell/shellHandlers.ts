// Answers of the operations that need Electron itself: lock, clipboard, folders, printing.
import { app, clipboard, shell } from 'electron'
import type { Input, Output, ShellChannel } from '#shared/contract/contract.ts'
import { AppError } from '#main/appError.ts'
import type { RendererFlush } from './flushRenderer.ts'
import type { IdleLock } from './idleLock.ts'
import type { PhraseFiles } from './phraseFiles.ts'
import type { PatientFilePrinter } from './printing/patientFilePrinter.ts'

/** Answers of the shell, by channel. */
export type ShellHandlers = { [C in ShellChannel]: (input: Input<C>) => Promise<Output<C>> | Output<C> }

interface Parts {
  readonly flush: RendererFlush
  readonly idleLock: IdleLock
  readonly printer: PatientFilePrinter
  readonly phraseFiles: PhraseFiles
  readonly lock: () => Promise<boolean>
  readonly vaultFolder: string
}

const codeStaysOnClipboard = 60_000

async function copyForAWhile(text: string): Promise<void> {
  await clipboard.writeText(text)
  const takeOff = async () => {
    if ((await clipboard.readText()) === text) clipboard.clear()
  }
  setTimeout(() => void takeOff(), codeStaysOnClipboard).unref()
}

export function makeShellHandlers({ flush, idleLock, printer, phraseFiles, lock, vaultFolder }: Parts): ShellHandlers {
  return {
    'app:info': () => ({ version: app.getVersion(), platform: process.platform }),
    'app:activity': () => {
      idleLock.activity()
      return {}
    },
    'app:flushed': ({ request, outcome }) => {
      flush.answer(request, outcome)
      return {}
    },
    'vault:lock': async () => {
      // The page that asked is gone once the app is locked, so only a refusal reaches it.
      if (!(await lock())) throw new AppError('DISK_FULL')
      return {}
    },
    'vault:copyRecoveryCode': async ({ recoveryCode }) => {
      await copyForAWhile(recoveryCode)
      return {}
    },
    'vault:showFolder': () => {
      shell.showItemInFolder(vaultFolder)
      return {}
    },
    'patientFile:save': (request) => printer.save(request),
    'patientFile:cancel': () => {
      printer.cancel()
      return {}
    },
    'patientFile:showSaved': () => {
      if (printer.lastSaved === undefined) throw new AppError('NOT_FOUND')
      shell.showItemInFolder(printer.lastSaved)
      return {}
    },
    'phrase:exportFile': () => phraseFiles.save(),
    'phrase:openFile': () => phraseFiles.open(),
    'print:job': () => {
      if (!printer.window) throw new AppError('NOT_FOUND')
      return printer.window.file
    },
    'print:ready': () => {
      printer.window?.ready()
      return {}
    },
  }
}
