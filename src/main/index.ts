// The app's entry: single instance, harden, vault, window, in this order.
import { join } from 'node:path'
import { app, session } from 'electron'
import { instantNow, todayHere } from '#shared/domain/time.ts'
import { registerContract } from './ipc/registerContract.ts'
import { ownCodeIn } from './ownCode.ts'
import { startServiceProcess } from './services/process/serviceProcess.ts'
import { followSystem } from './shell/followSystem.ts'
import type { OpenedWindow } from './shell/appWindow.ts'
import { isDemo, useTemporaryFolder } from './shell/demo.ts'
import { makeDiagnostics, versionsWith, watchMain, type Diagnostics } from './shell/diagnostics.ts'
import { makeDraftLeases } from './shell/draftLeases.ts'
import { makeFileDialogs, type FileDialogs } from './shell/fileDialogs.ts'
import { hardenProcess, hardenSession } from './shell/harden.ts'
import { setMenu } from './shell/menu.ts'
import { mayAsk } from './shell/origin.ts'
import { isOnlyInstance, showFailedStart } from './shell/onlyInstance.ts'
import { makeOpenWindow } from './shell/openWindow.ts'
import { untilGone } from './shell/processEnd.ts'
import { declareScheme, serveRenderer } from './shell/protocol.ts'
import { isStartRefused } from './shell/refusedStart.ts'
import { makeSavedFiles } from './shell/savedFiles.ts'
import { startVault } from './shell/startVault.ts'
import { makeComputerUnlocking, systemKeyring } from './shell/systemKeyring.ts'
import { makeShellHandlers } from './shell/shellHandlers.ts'
import { makeWindowCalls } from './shell/windowCalls.ts'
import { makeWindowPlaces } from './shell/windowPlaces.ts'
import { makeWindows, type Windows } from './shell/windows.ts'
import { makeFilesPrivate } from './vault/privateFiles.ts'
import { inZoneOfNow } from './zone.ts'

/** The day in the names of files. */
const today = inZoneOfNow(todayHere)

const built = import.meta.dirname
const preload = join(built, '../preload/index.cjs')

makeFilesPrivate()
// Before all else: switches that the app must not be started with are removed before Chromium acts on them.
const isRefused = isStartRefused()
declareScheme()
hardenProcess()
if (isDemo() && !isRefused) useTemporaryFolder()

// Nothing is opened, and no file touched, before it is certain that no other Palpate has the vault open.
if (!isRefused) void begin().catch(showFailedStart)

async function begin(): Promise<void> {
  if (!(await isOnlyInstance())) return
  await app.whenReady()
  const windows = makeWindows<OpenedWindow>(untilGone)
  const dialogs = makeFileDialogs(() => windows.front?.window)
  const diagnostics = makeDiagnostics({
    file: join(app.getPath('userData'), 'diagnostics.json'),
    versions: versionsWith(app.getVersion()),
    code: ownCodeIn(join(built, '..')),
    now: instantNow,
    today,
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

  const vault = startVault({
    windows,
    dialogs,
    diagnostics,
    serviceEntry: join(built, 'serviceProcess.js'),
    startServices: startServiceProcess,
  })
  const { services, jobs, lock, quitting } = vault
  const files = makeSavedFiles({ vault, dialogs, preload, today })
  const leases = makeDraftLeases({
    wanted: (sessionId, windowId) => windows.of(windowId)?.send('draftWanted', { sessionId }),
    freed: (sessionId, windowId) => windows.sendToOthers(windowId, 'draftFree', { sessionId }),
  })
  const openWindow = makeOpenWindow({
    preload,
    windows,
    leases,
    jobs,
    services,
    quitting,
    windowPlaces: makeWindowPlaces(join(app.getPath('userData'), 'windows.json')),
    onCrash: () => diagnostics.keep('a page ended', null, []),
  })
  const ours = {
    isOpen: (id: number) => windows.of(id) !== undefined,
    isPrinting: (id: number) => files.printer.window?.owns(id) === true,
  }
  registerContract({
    isAllowed: (sender, channel) => mayAsk(ours, sender, channel),
    agree: services.agree,
    callService: makeWindowCalls({ services, windows, leases }),
    shell: makeShellHandlers({
      ...vault,
      ...files,
      windows,
      openWindow,
      leases,
      diagnostics,
      computer: makeComputerUnlocking(services, systemKeyring()),
    }),
    onMistake: (channel, error) => diagnostics.keepError('an operation of main', channel, error),
  })
  setMenu({
    send: (command) => windows.front?.send('menuCommand', { command }),
    newWindow: () => void openWindow(null),
    lock: () => void vault.lockByHand(),
  })
  followSystem({ jobs, windows, lock, quitting })
  await openWindow(null)
}
