// Every client's file for whoever keeps the records next: one folder, which says that it is not complete until it is.
import { mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { MissingFile } from '#shared/contract/closing.ts'
import type { Input, Output } from '#shared/contract/contract.ts'
import type { ErrorCode } from '#shared/contract/errors.ts'
import { clientCode } from '#shared/domain/client.ts'
import { AppError } from '#main/appError.ts'
import { syncFolder } from '#main/durable.ts'
import { errnoOf, fromFileError } from '#main/fileErrors.ts'
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
   * ends early the whole files stay in it, and the next time a new folder is begun. The name stays where a client's file is
   * missing, and a list in the folder says whose.
   */
  saveFiles(input: Input<'closing:saveFiles'>, windowId: number): Promise<Output<'closing:saveFiles'>>
  saveList(): Promise<Output<'closing:saveList'>>
  /** The folder that was written last, absolute. */
  readonly lastFolder: string | undefined
}

const listName = 'Clients by date'
const missingName = 'Missing files'

/** What would fail for every client after it; anything else is one client's. */
const endsAll: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'CANCELLED',
  'LOCKED',
  'DISK_FULL',
  'READ_ONLY',
  'VAULT_MOVED',
  'VAULT_MISSING',
  'APP_CHANGED',
])

const isOfOneClient = (error: unknown): boolean =>
  error instanceof AppError ? !endsAll.has(error.code) : errnoOf(error) === undefined

const whyWords: Readonly<Record<MissingFile['because'], string>> = {
  'not printed': 'the file could not be printed',
  'added meanwhile': 'added while the files were written, so the list does not have this client either',
}

const idsOf = (clients: readonly { readonly clientId: string }[]): ReadonlySet<string> =>
  new Set(clients.map(({ clientId }) => clientId))

const missingText = (missing: readonly MissingFile[]): string =>
  [
    'These files are missing in this folder:',
    '',
    ...missing.map(
      ({ clientId, clientName, because }) => `${clientCode(clientId)}  ${clientName}: ${whyWords[because]}`,
    ),
    '',
  ].join('\r\n')

export function makePracticeExport(steps: PracticeExportSteps): PracticeExport {
  const { jobs, printer, services, today, documentsFolder } = steps
  let lastFolder: string | undefined

  async function write(
    { dates }: Input<'closing:saveFiles'>,
    { step, wait, signal }: JobControl<'practice files'>,
    print: PrintTo,
  ): Promise<Output<'closing:saveFiles'>> {
    const chosen = await wait(steps.askForFolder('Save all records', documentsFolder))
    if (chosen === null) throw new AppError('CANCELLED')
    // Not before: the dialog may have been open for hours. Files and list are both of this one read.
    const clients = await wait(services.ask('closing:list', {}))
    const { settings } = await wait(services.ask('practice:get', {}))
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
    const written = new Set<string>()
    for (const [done, { clientId }] of clients.entries()) {
      // oxlint-disable no-await-in-loop -- one file after the other
      await step({ stage: 'files', done, total: clients.length })
      steps.onFile()
      const request: PrintRequest = { clientId, options, dates }
      try {
        const frame = await wait(steps.frame(request))
        await print(request, frame, freeFile(join(folder, frame.fileName)), { signal, wait })
        written.add(clientId)
      } catch (error) {
        if (signal.aborted || !isOfOneClient(error)) throw error
      }
      // oxlint-enable no-await-in-loop
    }
    const after = await wait(services.ask('closing:list', {}))
    const isAfter = idsOf(after)
    // Whoever has no file and is not there any more was erased meanwhile.
    const listed = clients.filter(({ clientId }) => written.has(clientId) || isAfter.has(clientId))
    const isBefore = idsOf(clients)
    const missing = [
      ...listed
        .filter(({ clientId }) => !written.has(clientId))
        .map(({ clientId, clientName }): MissingFile => ({ clientId, clientName, because: 'not printed' })),
      ...after
        .filter(({ clientId }) => !isBefore.has(clientId))
        .map(({ clientId, clientName }): MissingFile => ({ clientId, clientName, because: 'added meanwhile' })),
    ]
    const { text } = await wait(services.ask('closing:composeList', { clients: listed }))
    await writeFileAtomically(join(folder, `${listName}.csv`), Buffer.from(text, 'utf8'), signal)
    if (missing.length > 0) {
      await writeFileAtomically(join(folder, `${missingName}.txt`), Buffer.from(missingText(missing), 'utf8'), signal)
    }
    signal.throwIfAborted()
    const files = written.size
    if (missing.length > 0) {
      lastFolder = folder
      return { folder, files, missing }
    }
    const complete = freeFolder(join(chosen, name))
    syncFolder(folder)
    await renameWithRetryAsync(folder, complete)
    syncFolder(chosen)
    lastFolder = complete
    return { folder: complete, files, missing }
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
