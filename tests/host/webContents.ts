// Stand-in for Electron's `webContents`: one page of the browser, with the built preload in it.
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Frame, Page, Route } from '@playwright/test'
import { openAppWindow } from './browser.ts'
import { bridgeScript, deliverSymbol, invokeBinding, type Deliver } from './bridgeScript.ts'
import { invoke, senderFrameOf, type SenderFrame } from './ipcMain.ts'
import { toAppUrl, toPageUrl } from './origin.ts'
import { toPrintParameters, type PrintOptions } from './printing.ts'
import { sessionOf, type Session } from './session.ts'

export interface WebPreferences {
  preload?: string
  partition?: string
}
export interface PageShape {
  readonly width: number
  readonly height: number
  /** A person resizes a headed window themselves. */
  readonly visibility: 'headed' | 'headless'
}
type OpenHandler = (details: { url: string; disposition: string }) => { action: 'allow' | 'deny' }

/** An event that a listener can refuse, as Electron hands them out. */
export interface Refusable {
  preventDefault(): void
  readonly defaultPrevented: boolean
}

export function refusable<T extends object>(fields: T): Refusable & T {
  let isPrevented = false
  return {
    ...fields,
    preventDefault: () => {
      isPrevented = true
    },
    get defaultPrevented() {
      return isPrevented
    },
  }
}

async function contextFor(
  browser: () => Promise<Browser>,
  { visibility, ...size }: PageShape,
): Promise<BrowserContext> {
  if (visibility === 'headed') return openAppWindow(size)
  return (await browser()).newContext({ viewport: size, serviceWorkers: 'block', acceptDownloads: false })
}

let contentsCount = 0

export class WebContents extends EventEmitter {
  readonly id: number
  readonly session: Session
  readonly #page: Promise<Page>
  #openedPage: Page | null = null
  #expectedUrl: string | null = null
  /** Whether a new document is on its way; a change of the address's hash alone is no navigation to Electron. */
  #isLoading = false
  #openHandler: OpenHandler = () => ({ action: 'allow' })
  #deliveries: Promise<unknown> = Promise.resolve()
  #isDestroyed = false

  constructor(browser: () => Promise<Browser>, preferences: WebPreferences, shape: PageShape) {
    super()
    contentsCount += 1
    this.id = contentsCount
    this.session = sessionOf(preferences.partition)
    this.#page = this.#open(browser, preferences, shape)
    // Whoever needs the page gets the error; nobody may need it any more when a quit overtakes the start.
    this.#page.catch(() => {})
  }

  async #open(browser: () => Promise<Browser>, preferences: WebPreferences, shape: PageShape): Promise<Page> {
    // A context for each window: whatever else turns up in it was opened by the page and has to go.
    const context = await contextFor(browser, shape)
    const page = context.pages()[0] ?? (await context.newPage())
    this.#openedPage = page
    await this.#install(context, page, preferences)
    context.on('page', (popup) => void this.#refusePopup(popup))
    page.on('close', () => this.#close())
    page.on('crash', () => this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }))
    page.on('load', () => this.emit('did-finish-load', {}))
    page.on('framenavigated', (frame) => {
      if (frame !== page.mainFrame() || !this.#isLoading) return
      this.#isLoading = false
      this.emit('did-navigate', {}, toAppUrl(frame.url()))
    })
    return page
  }

  async #install(context: BrowserContext, page: Page, preferences: WebPreferences): Promise<void> {
    await context.exposeBinding(invokeBinding, ({ frame }, channel: string, args: unknown[]) =>
      invoke({ type: 'frame', sender: this, senderFrame: senderFrameOf(frame) }, channel, args),
    )
    if (preferences.preload) {
      await context.addInitScript({ content: bridgeScript(readFileSync(preferences.preload, 'utf8')) })
    }
    await page.route('**/*', (route) => this.#answer(route, page))
    // What a page that we did not open asks for is not answered at all; the page itself is closed below.
    await context.route('**/*', (route) => route.abort('aborted').catch(() => {}))
  }

  async #answer(route: Route, page: Page): Promise<void> {
    const request = route.request()
    if (request.isNavigationRequest() && !this.#mayNavigate(request.frame(), page, toAppUrl(request.url()))) {
      return route.abort('aborted').catch(() => {})
    }
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) this.#isLoading = true
    // A page that closes in the middle of a request takes the request with it.
    return this.session.answer(route, this.id).catch(() => {})
  }

  #mayNavigate(frame: Frame, page: Page, url: string): boolean {
    const isMainFrame = frame === page.mainFrame()
    if (isMainFrame && url === this.#expectedUrl) return true
    const event = refusable({ url, isMainFrame, frame: senderFrameOf(frame) })
    this.emit('will-frame-navigate', event)
    if (isMainFrame) this.emit('will-navigate', event, url)
    return !event.defaultPrevented
  }

  async #refusePopup(popup: Page): Promise<void> {
    this.#openHandler({ url: toAppUrl(popup.url()), disposition: 'new-window' })
    await popup.close().catch(() => {})
  }

  #close(): void {
    if (this.#isDestroyed) return
    this.#isDestroyed = true
    this.emit('destroyed')
  }

  get mainFrame(): SenderFrame {
    if (!this.#openedPage) throw new Error('the page is not there yet')
    return senderFrameOf(this.#openedPage.mainFrame())
  }

  /** There is nothing to go back to in a window that was emptied; Playwright's pages do not forget, and need not. */
  readonly navigationHistory = { clear: () => undefined }

  /** 0, for none: Playwright does not say which of the browser's processes has the page. */
  getOSProcessId(): number {
    return 0
  }

  getURL(): string {
    return this.#openedPage ? toAppUrl(this.#openedPage.url()) : ''
  }

  isDestroyed(): boolean {
    return this.#isDestroyed
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler
  }

  /** No meaning here: the browser is cut off as a whole. */
  setWebRTCIPHandlingPolicy(_policy: string): void {}

  /** Loads a URL of the app. Rejects when it cannot be loaded. */
  async loadURL(url: string): Promise<void> {
    const page = await this.#page
    this.#expectedUrl = url
    await page.goto(toPageUrl(url))
  }

  reload(): void {
    this.#expectedUrl = this.getURL()
    void this.#page.then((page) => page.reload()).catch(() => {})
  }

  /** Sends to the page; what is sent in order arrives in order, and is dropped when the page is gone. */
  send(channel: string, ...args: unknown[]): void {
    this.#deliveries = this.#deliveries
      .then(() => this.#page)
      .then((page) =>
        page.evaluate(
          ([symbol, name, values]) => {
            const deliver = (window as unknown as Record<symbol, Deliver | undefined>)[Symbol.for(symbol)]
            deliver?.(name, values)
          },
          [deliverSymbol, channel, args] as const,
        ),
      )
      .catch(() => {})
  }

  /** The page as a PDF. Electron's options are those of the browser's own protocol, apart from the paper. */
  async printToPDF(options: PrintOptions): Promise<Buffer> {
    const page = await this.#page
    const client = await page.context().newCDPSession(page)
    const { data } = await client.send('Page.printToPDF', toPrintParameters(options))
    await client.detach()
    return Buffer.from(data, 'base64')
  }

  async bringToFront(): Promise<void> {
    await (await this.#page).bringToFront()
  }

  /** Closes the page with everything it opened. */
  async destroy(): Promise<void> {
    this.#close()
    const page = await this.#page
    await page.context().close()
  }

  /** The page itself, for the host's own parts. */
  get page(): Promise<Page> {
    return this.#page
  }
}
