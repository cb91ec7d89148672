// A hidden window on our own origin that lays out one document and turns it into a PDF.
import { BrowserWindow } from 'electron'
import { pageFooter, pageHeader, type PageFrame } from '#shared/domain/patientFile/pageFrame.ts'
import { AppError } from '#main/appError.ts'
import { pages } from '../origin.ts'
import { pagePreferences } from '../pagePreferences.ts'
import type { PrintFrame, PrintRequest } from './patientFilePrinter.ts'

interface PrintWindowParts {
  readonly request: PrintRequest
  readonly frame: PrintFrame
  /** Absolute path of the built preload script. */
  readonly preload: string
}

export interface PrintWindow {
  owns(webContentsId: number): boolean
  /** What the page is to compose and to lay out. */
  readonly request: PrintRequest
  /** The page has the content of its file. @param composedAt when that was read, UTC */
  composed(composedAt: string): void
  /** The page cannot make the file. */
  failed(reason: AppError): void
  /** The page reports that its layout is complete. */
  ready(): void
  /** Loads the page; resolves when it has the content of its file. */
  compose(): Promise<void>
  /** Resolves when the page is laid out. */
  layOut(): Promise<void>
  toPdf(): Promise<Uint8Array>
  destroy(): void
}

const inch = 25.4
const longestLayout = 180_000

/** The header and footer of every page. */
const around = (frame: PageFrame) => ({
  displayHeaderFooter: true,
  headerTemplate: pageHeader(frame),
  footerTemplate: pageFooter(frame),
})

/** Opens the hidden window for a document. Nothing is loaded before {@link PrintWindow.compose}. */
export function openPrintWindow({ request, frame, preload }: PrintWindowParts): PrintWindow {
  const window = new BrowserWindow({
    show: false,
    width: 900,
    height: 1200,
    webPreferences: { ...pagePreferences(preload), backgroundThrottling: false },
  })
  const { id } = window.webContents
  const composed = Promise.withResolvers<void>()
  const ready = Promise.withResolvers<void>()
  let composedAt = ''
  const fail = (reason: AppError) => {
    for (const { promise, reject } of [composed, ready]) {
      // Avoids an unhandled rejection where nobody waits.
      promise.catch(() => undefined)
      reject(reason)
    }
  }
  const failByMistake = () => fail(new AppError('INTERNAL'))
  return {
    owns: (webContentsId) => webContentsId === id,
    request,
    composed(at) {
      composedAt = at
      composed.resolve()
    },
    failed: fail,
    ready: () => ready.resolve(),
    compose() {
      const timer = setTimeout(failByMistake, longestLayout)
      window.once('closed', () => clearTimeout(timer))
      window.webContents.once('render-process-gone', failByMistake)
      window.loadURL(pages.print).catch(failByMistake)
      return composed.promise
    },
    layOut: () => ready.promise,
    async toPdf() {
      const { header } = frame
      return window.webContents.printToPDF({
        ...('options' in request && { pageSize: request.options.paperSize }),
        // The page's own style says the paper in millimetres, which is exact.
        preferCSSPageSize: true,
        printBackground: true,
        ...(header !== null && around({ ...header, composedAt, dates: request.dates })),
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
