// The one window of the app.
import { BrowserWindow, nativeTheme } from 'electron'
import type { EventName, EventPayloads } from '#shared/contract/contract.ts'
import { pages } from './origin.ts'
import { pagePreferences } from './pagePreferences.ts'

const ground = { light: '#f6f3ee', dark: '#181d1c' } as const

export interface MainWindow {
  readonly window: BrowserWindow
  /** Whether a message comes from this window. */
  owns(webContentsId: number): boolean
  send<E extends EventName>(event: E, payload: EventPayloads[E]): void
  /** Loads the page anew: nothing of the old one, no text and no state, stays in the renderer. */
  reload(): Promise<void>
  focus(): void
}

/**
 * Opens the window. It shows itself when the first screen is drawn.
 * @param onOpen gets the window before its page is loaded, so that the page's first message finds it known
 */
export async function openMainWindow(preload: string, onOpen: (opened: MainWindow) => void): Promise<void> {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 800,
    minHeight: 560,
    show: false,
    title: 'Palpate',
    backgroundColor: nativeTheme.shouldUseDarkColors ? ground.dark : ground.light,
    webPreferences: pagePreferences(preload),
  })
  window.once('ready-to-show', () => window.show())
  // A crashed page would leave a blank window; everything saved is in the vault, so a new page goes on from there.
  window.webContents.on('render-process-gone', (_, { reason }) => {
    if (reason !== 'clean-exit' && !window.isDestroyed()) void window.loadURL(pages.index)
  })
  const { id } = window.webContents
  const opened: MainWindow = {
    window,
    owns: (webContentsId) => webContentsId === id,
    send(event, payload) {
      if (!window.isDestroyed()) window.webContents.send(event, payload)
    },
    async reload() {
      if (!window.isDestroyed()) await window.loadURL(pages.index)
    },
    focus() {
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
    },
  }
  onOpen(opened)
  await window.loadURL(pages.index)
}
