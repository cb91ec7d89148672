// Every client's file for whoever keeps the records next: one folder, which says that it is not complete until it is.
import { mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Input, Output } from '#shared/contract/contract.ts'
import { AppError } from '#main/appError.ts'
import { syncFolder } from '#main/durable.ts'
import { fromFileError } from '#main/fileErrors.ts'
import { freeFile, freeFolder } from '#main/freePath.ts'
import type { JobControl } from '#main/jobs/jobs.ts'
import { renameWithRetryAsync } from '#main/renaming.ts'
import type { FileDialogs } from '../fileDialogs.ts'
import type { JobBoard } from '../jobBoard.ts'
import type { WatchedServices } from '../services.ts'
import { writeFileAtomically } from '../writeFileAtomically.ts'
import type { PatientFilePrinter, PrintFrame, PrintRequest, PrintTo } from './patientFilePrinter.ts'

export interface PracticeExportSteps extends Pick<FileDialogs, 'askForFolder' | 'askForTarget'> {
  readonly jobs: Pick<JobBoard, 'run'>
  readonly printer: Pick<PatientFilePrinter, 'several'>
  readonly services: Pick<WatchedServices, 'ask'>
  frame(request: PrintRequest): Promise<PrintFrame>
  /** Called with each file: whoever waits for hundreds of them is not idle. */
  onFile(): void
  /** The local day, `YYYY-MM-DD`. */
  today(): string
  /** Where folders are suggested to be, absolute. */
  readonly documentsFolder: string
}

export interface PracticeExport {
  /**
   * Asks for a folder and writes all files into a new one there. It is named as not complete until all are written; where it
   * ends early the whole files stay in it, and the next time a new folder is begun.
   */
  saveFiles(input: Input<'closing:saveFiles'>, windowId: number): Promise<Output<'closing:saveFiles'>>
  saveList(): Promise<Output<'closing:saveList'>>
  /** The folder that was written last, absolute. */
  readonly lastFolder: string | undefined
}

const listName = 'Clients by date'

export function makePracticeExport(steps: PracticeExportSteps): PracticeExport {
  const { jobs, printer, services, today, documentsFolder } = steps
  let lastFolder: string | undefined

  async function write(
    { dates }: Input<'closing:saveFiles'>,
    { step, wait, signal }: JobControl<'practice files'>,
    print: PrintTo,
  ): Promise<Output<'closing:saveFiles'>> {
    const clients = await wait(services.ask('closing:list', {}))
    const { settings } = await wait(services.ask('practice:get', {}))
    const chosen = await wait(steps.askForFolder('Save all records', documentsFolder))
    if (chosen === null) throw new AppError('CANCELLED')
    const name = `Practice records ${today()}`
    const folder = freeFolder(join(chosen, `${name} - not complete`))
    mkdirSync(folder, { mode: 0o700 })
    const { paperSize } = settings
    const options = {
      from: null,
      to: null,
      includeDrafts: true,
      includeBodyMaps: true,
      includePrivateRemarks: false,
      paperSize,
    }
    let files = 0
    for (const [done, { clientId }] of clients.entries()) {
      // oxlint-disable no-await-in-loop -- one file after the other
      await step({ stage: 'files', done, total: clients.length })
      steps.onFile()
      const request: PrintRequest = { clientId, options, dates }
      const frame = await wait(steps.frame(request)).catch((error: unknown) => {
        // Erased since the list was read.
        if (error instanceof AppError && error.code === 'NOT_FOUND') return null
        throw error
      })
      if (frame === null) continue
      await print(request, frame, freeFile(join(folder, frame.fileName)), { signal, wait })
      files += 1
      // oxlint-enable no-await-in-loop
    }
    const { text } = await wait(services.ask('closing:composeList', {}))
    await writeFileAtomically(join(folder, `${listName}.csv`), Buffer.from(text, 'utf8'), signal)
    signal.throwIfAborted()
    const complete = freeFolder(join(chosen, name))
    syncFolder(folder)
    await renameWithRetryAsync(folder, complete)
    syncFolder(chosen)
    lastFolder = complete
    return { folder: complete, files }
  }

  return {
    saveFiles: (input, windowId) =>
      jobs.run(
        'practice files',
        async (control) => {
          try {
            return await printer.several((print) => write(input, control, print))
          } catch (error) {
            throw fromFileError(error) ?? error
          }
        },
        windowId,
      ),
    async saveList() {
      const suggested = join(documentsFolder, `${listName} ${today()}.csv`)
      const target = await steps.askForTarget(suggested, { name: 'Table', extensions: ['csv'] })
      if (target === null) throw new AppError('CANCELLED')
      const { text, count } = await services.ask('closing:composeList', {})
      await writeFileAtomically(target, Buffer.from(text, 'utf8'), new AbortController().signal)
      return { fileName: basename(target), count }
    },
    get lastFolder() {
      return lastFolder
    },
  }
}
