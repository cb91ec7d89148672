// Every file that is saved where the therapist chooses: printed, exported, or read in.
import { app } from 'electron'
import type { Output } from '#shared/contract/contract.ts'
import type { FileDialogs } from './fileDialogs.ts'
import { makePhraseFiles, type PhraseFiles } from './phraseFiles.ts'
import {
  makePatientFilePrinter,
  type PatientFilePrinter,
  type PrintFrame,
  type PrintRequest,
} from './printing/patientFilePrinter.ts'
import { makePracticeExport, type PracticeExport } from './printing/practiceExport.ts'
import { openPrintWindow } from './printing/printWindow.ts'
import { makeRecordFiles, type RecordFiles } from './recordFiles.ts'
import type { StartedVault } from './startVault.ts'
import { writeFileAtomically } from './writeFileAtomically.ts'

interface Parts {
  readonly vault: Pick<StartedVault, 'services' | 'jobs' | 'idleLock'>
  readonly dialogs: FileDialogs
  /** Absolute path of the built preload script. */
  readonly preload: string
  /** The day in the names of files, `YYYY-MM-DD`. */
  readonly today: () => string
}

export interface SavedFiles {
  readonly printer: PatientFilePrinter
  readonly practiceExport: PracticeExport
  readonly phraseFiles: PhraseFiles
  readonly recordFiles: RecordFiles
}

/** Files are suggested in the documents; each is written whole or not at all. */
export function makeSavedFiles({ vault: { services, jobs, idleLock }, dialogs, preload, today }: Parts): SavedFiles {
  const documentsFolder = app.getPath('documents')

  /** No name of a client stands in the name of any file but the patient file's, where the practice asks for it. */
  async function frame(request: PrintRequest): Promise<PrintFrame> {
    if ('sheet' in request) return { fileName: 'Emergency sheet.pdf', header: null }
    if ('letters' in request) return { fileName: `Letters to clients ${today()}.pdf`, header: null }
    const { fileName, ...header }: Output<'patientFile:frame'> = await services.ask('patientFile:frame', {
      clientId: request.clientId,
    })
    return { fileName, header }
  }

  const printer = makePatientFilePrinter({
    jobs,
    frame,
    askForTarget: (path) => dialogs.askForTarget(path, { name: 'PDF', extensions: ['pdf'] }),
    openWindow: (request, around) => openPrintWindow({ request, frame: around, preload }),
    writeFile: writeFileAtomically,
    documentsFolder,
  })
  return {
    printer,
    practiceExport: makePracticeExport({
      ...dialogs,
      jobs,
      printer,
      services,
      frame,
      onFile: () => idleLock.activity(),
      today,
      documentsFolder,
    }),
    phraseFiles: makePhraseFiles({
      ...dialogs,
      phrases: async () => (await services.ask('phrase:list', {})).phrases,
      today,
      documentsFolder,
    }),
    recordFiles: makeRecordFiles({ ...dialogs, services, today, documentsFolder }),
  }
}
