// What every window's page may do, in one place: nothing but the bridge.
import { app, type WebPreferences } from 'electron'

/** The preferences of a page of ours. @param preload absolute path of the built preload script */
export const pagePreferences = (preload: string): WebPreferences => ({
  preload,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webSecurity: true,
  webviewTag: false,
  spellcheck: false,
  // Tests and tools may inspect unpackaged builds only.
  devTools: !app.isPackaged,
})
