// A hidden window on our own origin that lays out one document and turns it into a PDF.
import { BrowserWindow } from 'electron'
import { pageFooter, pageHeader } from '#shared/domain/patientFile/pageFrame.ts'
import { AppError } from '#main/appError.ts'
import { pages } from '../origin.ts'
import { pagePreferences } from '../pagePreferences.ts'
import type { PrintFrame, PrintRequest } from './patientFilePrinter.ts'

export interface PrintWindow {
  owns(webContentsId: number): boolean
  /** What the page is to compose and to lay out. */
  readonly request: PrintRequest
  /** The page says that its layout is complete. @param composedAt when its content was read, UTC */
  ready(composedAt: string): void
  /** Lays out the document; resolves when the page is ready. */
  layOut(): Promise<void>
  toPdf(): Promise<Uint8Array>
  destroy(): void
}

const inch = 25.4
const longestLayout = 180_000

/** All that the print window's page may ask for. */
export const printChannels: ReadonlySet<string> = new Set([
  'patientFile:compose',
  'record:makeSeal',
  'print:job',
  'print:ready',
  'diagnostics:report',
])

/** Opens the hidden window for a document. Nothing is loaded before {@link PrintWindow.layOut}. */
export function openPrintWindow(
  { request, frame, preload }: { request: PrintRequest; frame: PrintFrame; preload: string },
  signal: AbortSignal,
): PrintWindow {
  const window = new BrowserWindow({
    show: false,
    width: 900,
    height: 1200,
    webPreferences: { ...pagePreferences(preload), backgroundThrottling: false },
  })
  const { id } = window.webContents
  let ready: () => void = () => undefined
  let composedAt = ''
  return {
    owns: (webContentsId) => webContentsId === id,
    request,
    ready(at) {
      composedAt = at
      ready()
    },
    layOut: () =>
      new Promise<void>((resolve, reject) => {
        const timer = setTimeout(() => reject(new AppError('INTERNAL')), longestLayout)
        signal.addEventListener('abort', () => reject(new AppError('CANCELLED')), { once: true })
        window.webContents.once('render-process-gone', () => reject(new AppError('INTERNAL')))
        ready = resolve
        window.loadURL(pages.print).catch(() => reject(new AppError(signal.aborted ? 'CANCELLED' : 'INTERNAL')))
        window.once('closed', () => clearTimeout(timer))
      }),
    async toPdf() {
      const around = { ...frame, composedAt, dates: request.dates }
      return window.webContents.printToPDF({
        pageSize: request.options.paperSize,
        // The page's own style says the paper in millimetres, which is exact.
        preferCSSPageSize: true,
        printBackground: true,
        displayHeaderFooter: true,
        headerTemplate: pageHeader(around),
        footerTemplate: pageFooter(around),
        margins: { top: 22 / inch, bottom: 18 / inch, left: 18 / inch, right: 18 / inch },
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      })
    },
    destroy() {
      if (!window.isDestroyed()) window.destroy()
    },
  }
}
