// One window of the app.
import { BrowserWindow, nativeTheme } from 'electron'
import type { EventName, EventPayloads } from '#shared/contract/contract.ts'
import { windowPath } from '#shared/contract/windows.ts'
import type { KeptPlace } from './keptPlaces.ts'
import { overwritingAfterKeys } from './freedMemory.ts'
import { makeRendererFlush } from './flushRenderer.ts'
import { emptyPage, pages } from './origin.ts'
import { pagePreferences } from './pagePreferences.ts'
import type { AppWindow } from './windows.ts'

const overwriteAfterKey = overwritingAfterKeys()

const ground = { light: '#f6f3ee', dark: '#181d1c' } as const
const longestFlush = 5000

export interface AppWindowOptions {
  /** Absolute path of the built preload script. */
  readonly preload: string
  /** The route to open at; null for the place of last time. */
  readonly path: string | null
  /** Where it opens. */
  readonly opensAt: KeptPlace
  /** A new page is about to load: nothing that the one before sent counts any more. */
  readonly onNewPage: () => void
  /** Its page ended unexpectedly. */
  readonly onCrash: () => void
}

export interface OpenedWindow extends AppWindow {
  readonly window: BrowserWindow
}

/** Makes a window. It shows itself when the first screen is rendered. */
export function makeAppWindow({ preload, path, opensAt, onNewPage, onCrash }: AppWindowOptions): OpenedWindow {
  const { isMaximized, ...bounds } = opensAt
  const window = new BrowserWindow({
    ...bounds,
    minWidth: Math.min(800, bounds.width),
    minHeight: Math.min(560, bounds.height),
    show: false,
    title: 'Palpate',
    backgroundColor: nativeTheme.shouldUseDarkColors ? ground.dark : ground.light,
    webPreferences: pagePreferences(preload),
  })
  const { id } = window.webContents
  let place = path
  // A page that has not sent anything yet holds nothing that could be saved.
  let hasSpoken = false
  const send = <E extends EventName>(event: E, payload: EventPayloads[E]) => {
    if (!window.isDestroyed()) window.webContents.send(event, payload)
  }
  const flush = makeRendererFlush((request) => send('flush', { request }), longestFlush)
  const load = async () => {
    if (!window.isDestroyed()) await window.loadURL(pages.index)
  }
  const keepPlace = () => {
    place = routeIn(window.webContents.getURL()) ?? place
  }
  const loadAnew = async () => {
    if (window.isDestroyed()) return
    keepPlace()
    await load()
  }

  window.once('ready-to-show', () => {
    if (isMaximized) window.maximize()
    window.show()
  })
  window.webContents.on('before-input-event', overwriteAfterKey)
  window.webContents.on('did-navigate', () => {
    hasSpoken = false
    onNewPage()
  })
  // A crashed page would leave a blank window; everything saved is in the vault, so a new page continues from there.
  window.webContents.on('render-process-gone', (_, { reason }) => {
    hasSpoken = false
    onNewPage()
    if (reason === 'clean-exit') return
    onCrash()
    void loadAnew()
  })
  return {
    id,
    window,
    get place() {
      return place
    },
    hears: () => {
      hasSpoken = true
    },
    send,
    flush: () => (hasSpoken && !window.isDestroyed() ? flush.request() : Promise.resolve('saved')),
    answerFlush: flush.answer,
    load,
    reload: loadAnew,
    async empty() {
      if (window.isDestroyed()) return null
      keepPlace()
      const processId = window.webContents.getOSProcessId()
      await window.loadURL(emptyPage)
      // Otherwise Chromium would remember the text in the fields of earlier pages for going back to them.
      if (!window.isDestroyed()) window.webContents.navigationHistory.clear()
      return processId
    },
    focus() {
      if (window.isDestroyed()) return
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
    },
    destroy() {
      if (!window.isDestroyed()) window.destroy()
    },
  }
}

/** The route in a page's address, or null when it has none that a window can open with. */
function routeIn(address: string): string | null {
  const route = windowPath.safeParse(address.split('#')[1])
  return route.success ? route.data : null
}
