// Makes the patient file: one job at a time, with progress, cancellable; the result is written only when it is whole.
import { basename, join } from 'node:path'
import type { Input, Output } from '#shared/contract/contract.ts'
import type { PrintStage } from '#shared/contract/patientFile.ts'
import { AppError } from '#main/appError.ts'
import type { PrintWindow } from './printWindow.ts'
import { writeFileAtomically } from '../writeFileAtomically.ts'

/** Which file: the client's id and the choices. The window that lays it out reads its content itself. */
export type PrintRequest = Input<'patientFile:save'>
/** What main must know of a file. */
export type PrintFrame = Output<'patientFile:frame'>

export interface PrinterSteps {
  frame(clientId: string): Promise<PrintFrame>
  /** Asks the user for a place; null when they think better of it. */
  askForTarget(suggestedPath: string): Promise<string | null>
  openWindow(request: PrintRequest, frame: PrintFrame, signal: AbortSignal): PrintWindow
  /** Where a file is suggested to be saved. */
  readonly documentsFolder: string
}

export interface PatientFilePrinter {
  /** @param tell hears how far the job is */
  save(request: PrintRequest, tell: (stage: PrintStage) => void): Promise<Output<'patientFile:save'>>
  /** Ends the job under way, if any; nothing of it is left on the disk. */
  cancel(): void
  /** The window of the job under way. */
  readonly window: PrintWindow | undefined
  /** The file that was saved last, absolute. */
  readonly lastSaved: string | undefined
}

interface Job {
  readonly cancel: AbortController
  window?: PrintWindow
}

export function makePatientFilePrinter(steps: PrinterSteps): PatientFilePrinter {
  let job: Job | undefined
  let lastSaved: string | undefined

  async function run(
    request: PrintRequest,
    tell: (stage: PrintStage) => void,
    started: Job,
  ): Promise<Output<'patientFile:save'>> {
    const { signal } = started.cancel
    const stage = (name: PrintStage) => {
      if (signal.aborted) throw new AppError('CANCELLED')
      tell(name)
    }
    stage('collecting')
    const frame = await steps.frame(request.clientId)
    const target = await steps.askForTarget(join(steps.documentsFolder, frame.fileName))
    if (target === null) throw new AppError('CANCELLED')
    stage('laying out')
    const window = steps.openWindow(request, frame, signal)
    started.window = window
    await window.layOut()
    stage('printing')
    const pdf = await window.toPdf()
    stage('writing')
    try {
      await writeFileAtomically(target, pdf, signal)
    } finally {
      pdf.fill(0)
    }
    lastSaved = target
    return { fileName: basename(target), bytes: pdf.byteLength }
  }

  return {
    async save(request, tell) {
      if (job) throw new AppError('BUSY')
      const started: Job = { cancel: new AbortController() }
      job = started
      try {
        return await run(request, tell, started)
      } catch (error) {
        throw started.cancel.signal.aborted ? new AppError('CANCELLED') : error
      } finally {
        started.window?.destroy()
        job = undefined
      }
    },
    cancel() {
      job?.cancel.abort()
      job?.window?.destroy()
    },
    get window() {
      return job?.window
    },
    get lastSaved() {
      return lastSaved
    },
  }
}
