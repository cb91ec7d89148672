// What the app does at a word of the system: quit, come to the front, lock before it sleeps.
import { app, powerMonitor } from 'electron'
import type { LockAndQuit } from './lockAndQuit.ts'
import type { AppWindow, Windows } from './windows.ts'

interface Parts extends Pick<LockAndQuit, 'lock' | 'quitting'> {
  readonly windows: Pick<Windows<AppWindow>, 'front'>
}

/** Begins to listen to the system; once, before the first window opens. */
export function followSystem({ windows, lock, quitting }: Parts): void {
  app.on('before-quit', (event) => {
    event.preventDefault()
    void quitting.quit()
  })
  app.on('window-all-closed', () => void quitting.quit())
  app.on('second-instance', () => windows.front?.focus())
  app.on('activate', () => windows.front?.focus())
  powerMonitor.on('suspend', () => void lock())
  powerMonitor.on('lock-screen', () => void lock())
}
