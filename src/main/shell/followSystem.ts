// How the app reacts to the system: quitting, activation, locking before sleep, a closed window.
import { app, powerMonitor } from 'electron'
import type { LockAndQuit } from './lockAndQuit.ts'
import type { JobBoard } from './jobBoard.ts'
import type { AppWindow, Windows } from './windows.ts'

interface Parts extends Pick<LockAndQuit, 'lock' | 'quitting'> {
  readonly jobs: Pick<JobBoard, 'forget'>
  readonly windows: Pick<Windows<AppWindow>, 'front'>
}

/** Begins to listen to the system; once, before the first window opens. */
export function followSystem({ jobs, windows, lock, quitting }: Parts): void {
  app.on('web-contents-created', (_, contents) => {
    const { id } = contents
    contents.once('destroyed', () => jobs.forget(id))
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
}
