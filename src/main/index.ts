// The app's entry: single instance, harden, services, window, in this order.
import { join } from 'node:path'
import { app, powerMonitor, session } from 'electron'
import { registerContract } from './ipc/registerContract.ts'
import { startServiceThread } from './services/thread/serviceThread.ts'
import type { OpenedWindow } from './shell/appWindow.ts'
import { isDemo, useTemporaryFolder } from './shell/demo.ts'
import { makeDraftLeases } from './shell/draftLeases.ts'
import { makeFileDialogs } from './shell/fileDialogs.ts'
import { hardenProcess, hardenSession } from './shell/harden.ts'
import { makeIdleLock } from './shell/idleLock.ts'
import { makeLock } from './shell/lock.ts'
import { setMenu } from './shell/menu.ts'
import { isLossTaken } from './shell/lossDialog.ts'
import { isOwnAddress } from './shell/origin.ts'
import { makeOpenWindow } from './shell/openWindow.ts'
import { makePhraseFiles } from './shell/phraseFiles.ts'
import { makePatientFilePrinter } from './shell/printing/patientFilePrinter.ts'
import { openPrintWindow } from './shell/printing/printWindow.ts'
import { declareScheme, serveRenderer } from './shell/protocol.ts'
import { isStartRefused } from './shell/refusedStart.ts'
import { makeQuitCoordinator } from './shell/quitCoordinator.ts'
import { watchServices } from './shell/services.ts'
import { makeShellHandlers } from './shell/shellHandlers.ts'
import { makeWindowCalls } from './shell/windowCalls.ts'
import { makeWindows } from './shell/windows.ts'
import { makeFilesPrivate } from './vault/privateFiles.ts'

const built = import.meta.dirname
const preload = join(built, '../preload/index.cjs')
/** How long a window that writes in a session is waited for when another one wants to. */
const longestTakeOver = 6000

makeFilesPrivate()
// Before all else: what the app must not be started with is taken back before Chromium acts on it.
const isRefused = isStartRefused()
declareScheme()
hardenProcess()
if (isDemo() && !isRefused) useTemporaryFolder()

// Nothing is opened, and no file touched, before it is certain that no other Palpate has the vault open.
if (!isRefused) {
  if (app.requestSingleInstanceLock()) void app.whenReady().then(start)
  else app.exit(0)
}

async function start(): Promise<void> {
  const windows = makeWindows<OpenedWindow>()
  hardenSession(session.defaultSession)
  serveRenderer(session.defaultSession, join(built, '../renderer'))

  const vaultFolder = join(app.getPath('userData'), 'vault')
  const services = watchServices(
    startServiceThread({ workerFile: join(built, 'serviceWorker.js'), folder: vaultFolder, demo: isDemo() }),
    { onSettings: () => void watchIdleness(), onLost: () => void windows.reload() },
  )
  const leases = makeDraftLeases(
    {
      wanted: (sessionId, windowId) => windows.of(windowId)?.send('draftWanted', { sessionId }),
      freed: (sessionId, windowId) => windows.sendToOthers(windowId, 'draftFree', { sessionId }),
    },
    longestTakeOver,
  )
  const idleLock = makeIdleLock(() => void lock().then((isLocked) => (isLocked ? undefined : watchIdleness())))
  const dialogs = makeFileDialogs(() => windows.front?.window)
  const documentsFolder = app.getPath('documents')
  const printer = makePatientFilePrinter({
    settings: async () => (await services.ask('practice:get', {})).settings,
    compose: (request) => services.ask('patientFile:compose', request),
    askForTarget: (path) => dialogs.askForTarget(path, { name: 'PDF', extensions: ['pdf'] }),
    openWindow: (file, signal) => openPrintWindow(file, preload, signal),
    documentsFolder,
  })
  const phraseFiles = makePhraseFiles({
    ...dialogs,
    phrases: async () => (await services.ask('phrase:list', {})).phrases,
    documentsFolder,
  })
  const lock = makeLock({
    isUnlocked: () => services.isUnlocked,
    flush: () => windows.flush(),
    abandonWork: printer.cancel,
    async forgetKey() {
      idleLock.stop()
      await services.lock()
    },
    reload: () => windows.reload(),
  })
  const quitting = makeQuitCoordinator({
    flush: () => (services.isUnlocked ? windows.flush() : Promise.resolve('saved')),
    confirmLoss: async () => ((await isLossTaken('Quit')) ? 'quit' : 'stay'),
    async close() {
      printer.cancel()
      await services.close()
    },
    exit: () => app.exit(0),
  })

  const openWindow = makeOpenWindow({ preload, windows, leases, services, quitting })

  async function watchIdleness(): Promise<void> {
    const { settings } = await services.ask('practice:get', {}).catch(() => ({ settings: undefined }))
    if (settings) idleLock.start(settings.idleMinutes)
  }

  registerContract({
    isAllowed({ webContentsId, isMainFrame, address }, channel) {
      if (!isMainFrame || !isOwnAddress(address)) return false
      return channel.startsWith('print:')
        ? (printer.window?.owns(webContentsId) ?? false)
        : windows.of(webContentsId) !== undefined
    },
    callService: makeWindowCalls({ services, windows, leases }),
    shell: makeShellHandlers({ windows, openWindow, leases, idleLock, printer, phraseFiles, lock, vaultFolder }),
  })
  setMenu({
    send: (command) => windows.front?.send('menuCommand', { command }),
    newWindow: () => void openWindow(null),
    lock: () => void lock(),
  })

  app.on('before-quit', (event) => {
    event.preventDefault()
    void quitting.quit()
  })
  app.on('window-all-closed', () => void quitting.quit())
  app.on('second-instance', () => windows.front?.focus())
  app.on('activate', () => windows.front?.focus())
  powerMonitor.on('suspend', () => void lock())
  powerMonitor.on('lock-screen', () => void lock())

  await openWindow(null)
}
