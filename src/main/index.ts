// The app's entry: single instance, harden, services, window, in this order.
import { join } from 'node:path'
import { app, dialog, powerMonitor, session } from 'electron'
import { registerContract } from './ipc/registerContract.ts'
import { startServiceThread } from './services/thread/serviceThread.ts'
import { isDemo, useTemporaryFolder } from './shell/demo.ts'
import { makeFileDialogs } from './shell/fileDialogs.ts'
import { makeRendererFlush } from './shell/flushRenderer.ts'
import { hardenProcess, hardenSession } from './shell/harden.ts'
import { makeIdleLock } from './shell/idleLock.ts'
import { makeLock } from './shell/lock.ts'
import { openMainWindow, type MainWindow } from './shell/mainWindow.ts'
import { setMenu } from './shell/menu.ts'
import { isOwnAddress } from './shell/origin.ts'
import { makePhraseFiles } from './shell/phraseFiles.ts'
import { makePatientFilePrinter } from './shell/printing/patientFilePrinter.ts'
import { openPrintWindow } from './shell/printing/printWindow.ts'
import { declareScheme, serveRenderer } from './shell/protocol.ts'
import { makeQuitCoordinator } from './shell/quitCoordinator.ts'
import { watchServices } from './shell/services.ts'
import { makeShellHandlers } from './shell/shellHandlers.ts'

const built = import.meta.dirname
const preload = join(built, '../preload/index.cjs')
const longestFlush = 5000

declareScheme()
hardenProcess()
if (isDemo()) useTemporaryFolder()

// Nothing is opened, and no file touched, before it is certain that no other Palpate has the vault open.
if (app.requestSingleInstanceLock()) void app.whenReady().then(start)
else app.exit(0)

async function start(): Promise<void> {
  let main: MainWindow | undefined
  hardenSession(session.defaultSession)
  serveRenderer(session.defaultSession, join(built, '../renderer'))

  const vaultFolder = join(app.getPath('userData'), 'vault')
  const services = watchServices(
    startServiceThread({ workerFile: join(built, 'serviceWorker.js'), folder: vaultFolder, demo: isDemo() }),
    { onSettings: () => void watchIdleness(), onLost: () => void main?.reload() },
  )
  const flush = makeRendererFlush((request) => main?.send('flush', { request }), longestFlush)
  const idleLock = makeIdleLock(() => void lock().then((isLocked) => (isLocked ? undefined : watchIdleness())))
  const dialogs = makeFileDialogs(() => main?.window)
  const documentsFolder = app.getPath('documents')
  const printer = makePatientFilePrinter({
    settings: async () => (await services.ask('practice:get', {})).settings,
    compose: (request) => services.ask('patientFile:compose', request),
    askForTarget: (path) => dialogs.askForTarget(path, { name: 'PDF', extensions: ['pdf'] }),
    openWindow: (file, signal) => openPrintWindow(file, preload, signal),
    tell: (stage) => main?.send('printProgress', { stage }),
    documentsFolder,
  })
  const phraseFiles = makePhraseFiles({
    ...dialogs,
    phrases: async () => (await services.ask('phrase:list', {})).phrases,
    documentsFolder,
  })
  const lock = makeLock({
    isUnlocked: () => services.isUnlocked,
    flush: flush.request,
    abandonWork: printer.cancel,
    async forgetKey() {
      idleLock.stop()
      await services.lock()
    },
    reload: async () => main?.reload(),
  })
  const quitting = makeQuitCoordinator({
    flush: () => (services.isUnlocked && main ? flush.request() : Promise.resolve('saved')),
    confirmLoss,
    async close() {
      printer.cancel()
      await services.close()
    },
    exit: () => app.exit(0),
  })

  async function watchIdleness(): Promise<void> {
    const { settings } = await services.ask('practice:get', {}).catch(() => ({ settings: undefined }))
    if (settings) idleLock.start(settings.idleMinutes)
  }

  registerContract({
    isAllowed({ webContentsId, isMainFrame, address }, channel) {
      if (!isMainFrame || !isOwnAddress(address)) return false
      return channel.startsWith('print:')
        ? (printer.window?.owns(webContentsId) ?? false)
        : (main?.owns(webContentsId) ?? false)
    },
    callService: services.call,
    shell: makeShellHandlers({ flush, idleLock, printer, phraseFiles, lock, vaultFolder }),
  })
  setMenu({ send: (command) => main?.send('menuCommand', { command }), lock: () => void lock() })

  app.on('before-quit', (event) => {
    event.preventDefault()
    void quitting.quit()
  })
  app.on('window-all-closed', () => void quitting.quit())
  app.on('second-instance', () => main?.focus())
  app.on('activate', () => main?.focus())
  powerMonitor.on('suspend', () => void lock())
  powerMonitor.on('lock-screen', () => void lock())

  await openMainWindow(preload, (opened) => {
    main = opened
    opened.window.on('close', (event) => {
      event.preventDefault()
      void quitting.quit()
    })
    opened.window.on('session-end', () => void quitting.quit())
  })
}

async function confirmLoss(): Promise<'quit' | 'stay'> {
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    message: 'Some of the text on screen is not saved.',
    detail: 'It could not be written, for example because the disk is full. If you quit now, it is lost.',
    buttons: ['Go back', 'Quit and lose it'],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 1 ? 'quit' : 'stay'
}
