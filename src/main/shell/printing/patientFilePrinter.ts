// Makes the patient file, the emergency sheet or letters: a job in a hidden window; the result is written only when it is complete.
import { basename, join } from 'node:path'
import type { Output } from '#shared/contract/contract.ts'
import type { JobStage } from '#shared/contract/jobs.ts'
import { AppError } from '#main/appError.ts'
import type { JobControl } from '#main/jobs/jobs.ts'
import type { JobBoard } from '../jobBoard.ts'
import type { PrintWindow } from './printWindow.ts'

/** Which file: the client's id and the choices, the sheet, or the letters. The window that lays it out reads its content itself. */
export type PrintRequest = Output<'print:job'>
/** What main must know of a file; `header` is null where none is printed. */
export interface PrintFrame {
  readonly fileName: string
  readonly header: { readonly practiceName: string; readonly clientName: string } | null
}

export interface PrinterSteps {
  readonly jobs: Pick<JobBoard, 'run'>
  frame(request: PrintRequest): Promise<PrintFrame>
  /** Asks the user for a place; null when cancelled. */
  askForTarget(suggestedPath: string): Promise<string | null>
  openWindow(request: PrintRequest, frame: PrintFrame): PrintWindow
  /** Writes a file whole or not at all; rejects once the signal is aborted and nothing of the file is left. */
  writeFile(target: string, bytes: Uint8Array, signal: AbortSignal): Promise<void>
  /** Where a file is suggested to be saved. */
  readonly documentsFolder: string
}

/** Prints one file, and writes it whole or not at all. */
export type PrintTo = (
  request: PrintRequest,
  frame: PrintFrame,
  target: string,
  control: Pick<JobControl<never>, 'signal' | 'wait'>,
) => Promise<void>

export interface PatientFilePrinter {
  /**
   * Makes the file that a window asks for, which ends with that window. Never two at a time: BUSY. However it ends early,
   * nothing of it is left on the disk.
   */
  save(request: PrintRequest, windowId: number): Promise<Output<'patientFile:save'>>
  /**
   * Does work that prints several files, each at a path that is known: nothing else is printed until it is done.
   * @throws AppError BUSY while something else is printed
   */
  several<T>(work: (print: PrintTo) => Promise<T>): Promise<T>
  /** The window of the job under way. */
  readonly window: PrintWindow | undefined
  /** The file that was saved last, absolute. */
  readonly lastSaved: string | undefined
}

export function makePatientFilePrinter(steps: PrinterSteps): PatientFilePrinter {
  let window: PrintWindow | undefined
  let lastSaved: string | undefined

  let isTaken = false

  /** Two windows at once would take each other's file. */
  async function alone<T>(work: () => Promise<T>): Promise<T> {
    if (isTaken) throw new AppError('BUSY')
    isTaken = true
    try {
      return await work()
    } finally {
      isTaken = false
    }
  }

  /** @returns how large the file is, in bytes */
  async function print(
    request: PrintRequest,
    frame: PrintFrame,
    target: string,
    { signal, wait, begin }: Parameters<PrintTo>[3] & { begin: (stage: JobStage<'patient file'>) => Promise<void> },
  ): Promise<number> {
    await begin('composing')
    const opened = steps.openWindow(request, frame)
    window = opened
    const closeWindow = () => {
      if (window !== opened) return
      window = undefined
      opened.destroy()
    }
    try {
      // The page composes its file with the services, which report how far that is.
      await wait(opened.compose())
      await begin('laying out')
      await wait(opened.layOut())
      await begin('printing')
      const pdf = await printed(opened, signal, wait)
      // What follows may wait for a slow disk, also after a lock. Nothing that can be read is kept for that long; a file that
      // is being written at that moment is not put in place any more.
      const overwrite = () => void pdf.fill(0)
      signal.addEventListener('abort', overwrite, { once: true })
      closeWindow()
      try {
        await begin('writing')
        await steps.writeFile(target, pdf, signal)
      } finally {
        overwrite()
        signal.removeEventListener('abort', overwrite)
      }
      return pdf.byteLength
    } finally {
      closeWindow()
    }
  }

  async function make(request: PrintRequest, control: JobControl<'patient file'>): Promise<Output<'patientFile:save'>> {
    const begin = (stage: JobStage<'patient file'>) => control.step({ stage, done: 0, total: 0 })
    await begin('collecting')
    const frame = await control.wait(steps.frame(request))
    const target = await control.wait(steps.askForTarget(join(steps.documentsFolder, frame.fileName)))
    if (target === null) throw new AppError('CANCELLED')
    const bytes = await print(request, frame, target, { ...control, begin })
    lastSaved = target
    return { fileName: basename(target), bytes }
  }

  const quietly = () => Promise.resolve()

  return {
    save: (request, windowId) =>
      steps.jobs.run('patient file', (control) => alone(() => make(request, control)), windowId),
    several: (work) =>
      alone(() =>
        work(async (request, frame, target, { signal, wait }) => {
          await print(request, frame, target, { signal, wait, begin: quietly })
        }),
      ),
    get window() {
      return window
    },
    get lastSaved() {
      return lastSaved
    },
  }
}

/** The file's bytes. Those that come too late are overwritten. */
async function printed(window: PrintWindow, signal: AbortSignal, wait: JobControl<never>['wait']): Promise<Uint8Array> {
  const printing = window.toPdf()
  void printing.then(
    (late) => signal.aborted && late.fill(0),
    () => undefined,
  )
  return wait(printing)
}
