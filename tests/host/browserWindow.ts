// Stand-in for Electron's `BrowserWindow`: a window is a page in a context of its own.
import { EventEmitter } from 'node:events'
import type { Browser } from '@playwright/test'
import { refusable, WebContents, type PageShape, type WebPreferences } from './webContents.ts'

interface WindowOptions {
  x?: number
  y?: number
  width?: number
  height?: number
  show?: boolean
  title?: string
  webPreferences?: WebPreferences
}

/** What windows need from the rest of the host. */
export interface Surroundings {
  readonly visibility: PageShape['visibility']
  readonly browser: () => Promise<Browser>
  readonly onCreated: (contents: WebContents) => void
  readonly onAllClosed: () => void
  /** The first window's page is loaded. */
  readonly onFirstLoad: () => void
}

const windows = new Set<BrowserWindow>()
let surroundings: Surroundings | null = null
let focusedId = 0
let windowCount = 0

/** Says how windows come to their browser; before main is loaded. */
export function setSurroundings(given: Surroundings): void {
  surroundings = given
}

export class BrowserWindow extends EventEmitter {
  readonly id: number
  readonly webContents: WebContents
  #isVisible: boolean
  #isDestroyed = false
  #isMinimized = false
  #title: string
  readonly #bounds: Readonly<Record<'x' | 'y' | 'width' | 'height', number>>

  static getAllWindows = () => [...windows]
  static getFocusedWindow = () => BrowserWindow.fromId(focusedId)
  static fromId = (id: number) => [...windows].find((window) => window.id === id) ?? null
  static fromWebContents = (contents: WebContents) =>
    [...windows].find((window) => window.webContents === contents) ?? null

  constructor(options: WindowOptions = {}) {
    super()
    if (!surroundings) throw new Error('a window before the host has started')
    const { browser, visibility, onCreated, onFirstLoad } = surroundings
    windowCount += 1
    this.id = windowCount
    this.#isVisible = options.show ?? true
    this.#title = options.title ?? ''
    // A window without a title is never shown: it only prints.
    const isForPerson = visibility === 'headed' && options.title !== undefined
    const { x = 0, y = 0, width = 800, height = 600 } = options
    this.#bounds = { x, y, width, height }
    this.webContents = new WebContents(browser, options.webPreferences ?? {}, {
      width,
      height,
      visibility: isForPerson ? 'headed' : 'headless',
    })
    windows.add(this)
    focusedId ||= this.id
    this.webContents.once('did-finish-load', () => {
      this.emit('ready-to-show', {})
      if (this.id === 1) onFirstLoad()
    })
    this.webContents.once('destroyed', () => this.#forget())
    if (isForPerson)
      void this.webContents.page.then(
        (page) => this.#askBeforeClosing(page),
        () => {},
      )
    onCreated(this.webContents)
  }

  /**
   * A person's click on the window's × would take the page away before main hears of it. So the page objects to being
   * closed, the objection is answered with "stay", and main is asked to close, as in Electron.
   */
  async #askBeforeClosing(page: Awaited<WebContents['page']>): Promise<void> {
    const object = () => page.evaluate(() => addEventListener('beforeunload', (event) => event.preventDefault()))
    page.on('dialog', (dialog) => {
      // A test runner that looks on may have dismissed it already.
      void dialog.dismiss().catch(() => {})
      if (dialog.type() === 'beforeunload') this.close()
    })
    page.on('load', () => void object().catch(() => {}))
    await object()
  }

  #forget(): void {
    if (this.#isDestroyed) return
    this.#isDestroyed = true
    windows.delete(this)
    if (focusedId === this.id) focusedId = [...windows].at(-1)?.id ?? 0
    this.emit('closed')
    if (windows.size === 0) surroundings?.onAllClosed()
  }

  async loadURL(url: string): Promise<void> {
    await this.webContents.loadURL(url)
  }

  show(): void {
    this.#isVisible = true
    this.focus()
    this.emit('show')
  }

  hide(): void {
    this.#isVisible = false
    this.emit('hide')
  }

  focus(): void {
    focusedId = this.id
    this.emit('focus')
    void this.webContents.bringToFront().catch(() => {})
  }

  minimize(): void {
    this.#isMinimized = true
    this.emit('minimize')
  }

  restore(): void {
    this.#isMinimized = false
    this.emit('restore')
  }

  getBounds = () => ({ ...this.#bounds })
  getNormalBounds = () => ({ ...this.#bounds })
  isMaximized = () => false
  isFullScreen = () => false
  isMinimized = () => this.#isMinimized
  isVisible = () => this.#isVisible
  isFocused = () => focusedId === this.id
  isDestroyed = () => this.#isDestroyed
  getTitle = () => this.#title
  setTitle = (title: string) => void (this.#title = title)
  setMenuBarVisibility = (_visible: boolean) => {}
  removeMenu = () => {}

  /** Asks main whether the window may go; it does when nobody objects. */
  close(): void {
    if (this.#isDestroyed) return
    const event = refusable({})
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
  }

  /** Takes the window away without asking. */
  destroy(): void {
    if (this.#isDestroyed) return
    void this.webContents.destroy().catch(() => {})
    this.#forget()
  }
}
