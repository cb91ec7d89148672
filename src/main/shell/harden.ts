// Everything that a page must not be able to do, refused in one place: Electron's security checklist.
import { app, type Session } from 'electron'
import { handBackFreedMemory } from './memorySwitches.ts'
import { cutOff, cutOffContents } from './offline.ts'
import { emptyPage, isOwnAddress } from './origin.ts'

/** Switches that keep Chromium itself from reaching for the network. Must run before the app is ready. */
export function hardenProcess(): void {
  // As root (in a container, in tests) Chromium runs without its sandbox or not at all.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  cutOff()
  handBackFreedMemory()
  app.on('web-contents-created', (_, contents) => {
    contents.on('will-navigate', (event, address) => {
      if (!isOwnAddress(address)) event.preventDefault()
    })
    // The app has no frames, so none may navigate either.
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame || !isOwnAddress(event.url)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    cutOffContents(contents)
  })
}

/** Refuses every permission, every device and every request that isn't for our own origin. */
export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  // Chromium's spelling checker downloads a dictionary for each of its languages, even while it is disabled.
  session.setSpellCheckerLanguages([])
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event) => event.preventDefault())
  // No certificate is accepted: there is no server, and checking one would use a network.
  session.setCertificateVerifyProc((_request, answer) => answer(-2))
  session.webRequest.onBeforeRequest((request, answer) => {
    answer({ cancel: !isOwnAddress(request.url) && !isInline(request.url) && request.url !== emptyPage })
  })
}

// The patient file's watermark and the editor's drag image are in the page itself.
const isInline = (address: string) => address.startsWith('data:') || address.startsWith('blob:app://palpate/')
