// How a window of the app is opened, registered while it is open, and closed.
import { makeAppWindow, type OpenedWindow } from './appWindow.ts'
import type { DraftLeases } from './draftLeases.ts'
import { isLoss } from './flushRenderer.ts'
import { isLossTaken } from './lossDialog.ts'
import type { JobBoard } from './jobBoard.ts'
import type { QuitCoordinator } from './quitCoordinator.ts'
import type { WatchedServices } from './services.ts'
import type { WindowPlaces } from './windowPlaces.ts'
import type { Windows } from './windows.ts'

interface Parts {
  /** Absolute path of the built preload script. */
  readonly preload: string
  readonly windows: Windows<OpenedWindow>
  readonly leases: Pick<DraftLeases, 'releaseAll'>
  readonly jobs: Pick<JobBoard, 'forget'>
  readonly services: Pick<WatchedServices, 'isUnlocked'>
  readonly quitting: QuitCoordinator
  readonly windowPlaces: WindowPlaces
  readonly onCrash: () => void
}

/** @returns opens a window at a route, or at the place of last time for null */
export function makeOpenWindow({ preload, windows, leases, jobs, services, quitting, windowPlaces, onCrash }: Parts) {
  const closing = new Set<number>()

  /** Closing the last window quits the app; any other one saves and closes. */
  async function close(window: OpenedWindow): Promise<void> {
    if (windows.count === 1) return quitting.quit()
    if (closing.has(window.id)) return
    closing.add(window.id)
    const outcome = services.isUnlocked ? await window.flush() : 'saved'
    if (!isLoss(outcome) || (await isLossTaken('Close', outcome))) window.destroy()
    closing.delete(window.id)
  }

  return async (path: string | null): Promise<void> => {
    const opened = makeAppWindow({
      preload,
      path,
      opensAt: windowPlaces.next(windows.front?.window),
      onNewPage() {
        leases.releaseAll(opened.id)
        jobs.forget(opened.id)
      },
      onCrash,
    })
    windows.add(opened)
    windowPlaces.follow(opened.window)
    opened.window.on('focus', () => windows.raise(opened.id))
    opened.window.on('close', (event) => {
      event.preventDefault()
      void close(opened)
    })
    opened.window.on('closed', () => {
      windows.remove(opened.id)
      leases.releaseAll(opened.id)
    })
    opened.window.on('session-end', () => void quitting.quit('shutdown'))
    await opened.load()
  }
}
