// The app's entry: single instance, harden, services, window, in this order.
import { join } from 'node:path'
import { app, session, utilityProcess } from 'electron'
import type { ToldJob } from '#shared/contract/jobs.ts'
import { agreeChannel } from '#shared/contract/sealing.ts'
import { instantNow, todayHere, wallNowHere } from '#shared/domain/time.ts'
import { registerContract } from './ipc/registerContract.ts'
import { ownCodeIn } from './ownCode.ts'
import { startServiceProcess } from './services/process/serviceProcess.ts'
import { followSystem } from './shell/followSystem.ts'
import type { OpenedWindow } from './shell/appWindow.ts'
import { isDemo, useTemporaryFolder } from './shell/demo.ts'
import { makeDiagnostics, versionsWith, watchMain, type Diagnostics } from './shell/diagnostics.ts'
import { makeDraftLeases } from './shell/draftLeases.ts'
import { makeFileDialogs, type FileDialogs } from './shell/fileDialogs.ts'
import { makeSpawn } from './shell/forkServices.ts'
import { hardenProcess, hardenSession } from './shell/harden.ts'
import { makeIdleLock } from './shell/idleLock.ts'
import { makeJobBoard } from './shell/jobBoard.ts'
import { makeLockAndQuit } from './shell/lockAndQuit.ts'
import { setMenu } from './shell/menu.ts'
import { isOwnAddress } from './shell/origin.ts'
import { isOnlyOne, tellFailedStart } from './shell/onlyOne.ts'
import { makeOpenWindow } from './shell/openWindow.ts'
import { makePhraseFiles } from './shell/phraseFiles.ts'
import { makePatientFilePrinter } from './shell/printing/patientFilePrinter.ts'
import { openPrintWindow, printChannels } from './shell/printing/printWindow.ts'
import { untilGone } from './shell/processEnd.ts'
import { declareScheme, serveRenderer } from './shell/protocol.ts'
import { isStartRefused } from './shell/refusedStart.ts'
import { makeRecordFiles } from './shell/recordFiles.ts'
import { watchServices } from './shell/services.ts'
import { makeVaultPlaces } from './shell/vaultPlaces.ts'
import { makeShellHandlers } from './shell/shellHandlers.ts'
import { makeWindowCalls } from './shell/windowCalls.ts'
import { makeWindowPlaces } from './shell/windowPlaces.ts'
import { makeWindows, type Windows } from './shell/windows.ts'
import { markerIn } from './vault/marker.ts'
import { makeFilesPrivate } from './vault/privateFiles.ts'
import { copyVault, vaultFolderIn } from './vault/vaultCopy.ts'

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
if (!isRefused) void begin().catch(tellFailedStart)

async function begin(): Promise<void> {
  if (!(await isOnlyOne())) return
  await app.whenReady()
  const windows = makeWindows<OpenedWindow>(untilGone)
  const dialogs = makeFileDialogs(() => windows.front?.window)
  const diagnostics = makeDiagnostics({
    file: join(app.getPath('userData'), 'diagnostics.json'),
    versions: versionsWith(app.getVersion()),
    code: ownCodeIn(join(built, '..')),
    now: instantNow,
    today: todayHere,
    documentsFolder: app.getPath('documents'),
    askForTarget: dialogs.askForTarget,
  })
  watchMain(diagnostics)
  await start(windows, dialogs, diagnostics).catch((error: unknown) => {
    diagnostics.keepError('main, uncaught', null, error)
    throw error
  })
}

async function start(windows: Windows<OpenedWindow>, dialogs: FileDialogs, diagnostics: Diagnostics): Promise<void> {
  hardenSession(session.defaultSession)
  serveRenderer(session.defaultSession, join(built, '../renderer'))

  const profile = app.getPath('userData')
  const documentsFolder = app.getPath('documents')
  const markerFile = join(profile, 'vaults.json')
  const spawn = makeSpawn((...args) => utilityProcess.fork(...args), {
    file: join(built, 'serviceProcess.js'),
    folder: () => places.folder,
    markerFile,
    demo: isDemo(),
    // A packaged app does not start with this switch.
    keepsCost: app.commandLine.hasSwitch('keep-passphrase-cost'),
    languages: app.getPreferredSystemLanguages(),
  })
  const places = makeVaultPlaces(markerIn(markerFile).current ?? join(profile, 'vault'), {
    services: { rescue: (step) => services.rescue(step) },
    askForFolder: (title, folder) => dialogs.askForFolder(title, folder),
    documentsFolder,
    flush: () => windows.flush(),
    isOpen: () => services.isUnlocked || services.isOpening,
    lock: () => lock(),
    isVaultMoved: () => isVaultMoved(),
    restart: () => services.lock(),
    replacePages: () => windows.replace(),
    vaultFolderIn,
    copyVault,
    wallNow: wallNowHere,
  })
  const services = watchServices(
    startServiceProcess({
      spawn,
      onEvent: (event, payload) =>
        event === 'job' ? jobs.hear(payload as ToldJob) : windows.send(event, payload as never),
      onEnded: () => jobs.servicesEnded(),
      onMistake: diagnostics.keepOfServices,
      onDied: (operation) => diagnostics.keep('the services ended', operation, []),
    }),
    { onSettings: () => void watchIdleness(), onLost: () => void windows.replace() },
  )
  const jobs = makeJobBoard({
    send: windows.send,
    cancelInServices: (kind) => services.cancelJob(kind),
  })
  const leases = makeDraftLeases(
    {
      wanted: (sessionId, windowId) => windows.of(windowId)?.send('draftWanted', { sessionId }),
      freed: (sessionId, windowId) => windows.sendToOthers(windowId, 'draftFree', { sessionId }),
    },
    longestTakeOver,
  )
  const idleLock = makeIdleLock(() => void lock().then((isLocked) => (isLocked ? undefined : watchIdleness())))
  const printer = makePatientFilePrinter({
    jobs,
    frame: (clientId) => services.ask('patientFile:frame', { clientId }),
    askForTarget: (path) => dialogs.askForTarget(path, { name: 'PDF', extensions: ['pdf'] }),
    openWindow: (request, frame) => openPrintWindow({ request, frame, preload }),
    documentsFolder,
  })
  const phraseFiles = makePhraseFiles({
    ...dialogs,
    phrases: async () => (await services.ask('phrase:list', {})).phrases,
    today: todayHere,
    documentsFolder,
  })
  const recordFiles = makeRecordFiles({ ...dialogs, services, today: todayHere, documentsFolder })
  const { lock, lockByHand, quitting, isVaultMoved } = makeLockAndQuit({ services, windows, jobs, idleLock })
  const openWindow = makeOpenWindow({
    preload,
    windows,
    leases,
    services,
    quitting,
    windowPlaces: makeWindowPlaces(join(profile, 'windows.json')),
    onCrash: () => diagnostics.keep('a page ended', null, []),
  })

  async function watchIdleness(): Promise<void> {
    const { settings } = await services.ask('practice:get', {}).catch(() => ({ settings: undefined }))
    if (settings) idleLock.start(settings.idleMinutes)
  }

  registerContract({
    isAllowed({ webContentsId, isMainFrame, address }, channel) {
      if (!isMainFrame || !isOwnAddress(address)) return false
      if (printer.window?.owns(webContentsId)) return channel === agreeChannel || printChannels.has(channel)
      return windows.of(webContentsId) !== undefined && !channel.startsWith('print:')
    },
    agree: services.agree,
    callService: makeWindowCalls({ services, windows, leases }),
    shell: makeShellHandlers({
      windows,
      openWindow,
      leases,
      idleLock,
      jobs,
      printer,
      phraseFiles,
      recordFiles,
      lock,
      isVaultMoved,
      places,
      diagnostics,
    }),
    onMistake: (channel, error) => diagnostics.keepError('an operation of main', channel, error),
  })
  setMenu({
    send: (command) => windows.front?.send('menuCommand', { command }),
    newWindow: () => void openWindow(null),
    lock: () => void lockByHand(),
  })

  followSystem({ services, windows, lock, quitting })

  await openWindow(null)
}
