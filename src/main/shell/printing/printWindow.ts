// A hidden window on our own origin that lays out one document and turns it into a PDF.
import { BrowserWindow } from 'electron'
import type { PatientFile } from '#shared/contract/patientFile.ts'
import { pageFooter, pageHeader } from '#shared/domain/patientFile/pageFrame.ts'
import { fullName } from '#shared/domain/client.ts'
import { AppError } from '#main/appError.ts'
import { pages } from '../origin.ts'
import { pagePreferences } from '../pagePreferences.ts'

export interface PrintWindow {
  owns(webContentsId: number): boolean
  /** The document that the page is to lay out. */
  readonly file: PatientFile
  /** The page says that its layout is complete. */
  ready(): void
  /** Lays out the document; resolves when the page is ready. */
  layOut(): Promise<void>
  toPdf(): Promise<Uint8Array>
  destroy(): void
}

const inch = 25.4
const longestLayout = 180_000

/** Opens the hidden window for a document. Nothing is loaded before {@link PrintWindow.layOut}. */
export function openPrintWindow(file: PatientFile, preload: string, signal: AbortSignal): PrintWindow {
  const window = new BrowserWindow({
    show: false,
    width: 900,
    height: 1200,
    webPreferences: { ...pagePreferences(preload), backgroundThrottling: false },
  })
  const { id } = window.webContents
  let ready: () => void = () => undefined
  const frame = {
    practiceName: file.practice.name,
    clientName: fullName(file.client.fields),
    composedAt: file.composedAt,
  }
  return {
    owns: (webContentsId) => webContentsId === id,
    file,
    ready: () => ready(),
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
      return window.webContents.printToPDF({
        pageSize: file.options.paperSize,
        // The page's own style says the paper in millimetres, which is exact.
        preferCSSPageSize: true,
        printBackground: true,
        displayHeaderFooter: true,
        headerTemplate: pageHeader(frame),
        footerTemplate: pageFooter(frame),
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
