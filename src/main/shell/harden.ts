// Everything that a page must not be able to do, refused in one place: Electron's security checklist.
import { app, type Session } from 'electron'
import { emptyPage, isOwnAddress } from './origin.ts'

/** Switches that keep Chromium itself from reaching for the network. Must run before the app is ready. */
export function hardenProcess(): void {
  // As root (in a container, in tests) Chromium runs without its sandbox or not at all.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'no-pings',
    'disable-domain-reliability',
  ]) {
    app.commandLine.appendSwitch(name)
  }
  // Even what none of our rules sees finds no address.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.on('web-contents-created', (_, contents) => {
    contents.on('will-navigate', (event, address) => {
      if (!isOwnAddress(address)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
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
  session.webRequest.onBeforeRequest((request, answer) => {
    answer({ cancel: !isOwnAddress(request.url) && !isInline(request.url) && request.url !== emptyPage })
  })
}

// The patient file's watermark and the editor's drag image live in the page itself.
const isInline = (address: string) => address.startsWith('data:') || address.startsWith('blob:app://palpate/')
