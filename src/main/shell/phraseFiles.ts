// Phrases as files: written to a chosen place, and read from a chosen file.
import { basename, join } from 'node:path'
import type { Output } from '#shared/contract/contract.ts'
import type { PhraseFields } from '#shared/domain/phrase/phrase.ts'
import { largestPhraseFile, readPhraseFile, writePhraseFile } from '#shared/domain/phrase/phraseFile.ts'
import { AppError, fieldError } from '#main/appError.ts'
import type { FileDialogs } from './fileDialogs.ts'
import { bytesOf } from './readChosenFile.ts'
import { writeFileAtomically } from './writeFileAtomically.ts'

export interface PhraseFileSteps extends Pick<FileDialogs, 'askForTarget' | 'askForSource'> {
  /** Every phrase in its order. */
  phrases(): Promise<readonly PhraseFields[]>
  /** The local day, `YYYY-MM-DD`. */
  today(): string
  /** Where files are suggested to be, absolute. */
  readonly documentsFolder: string
}

export interface PhraseFiles {
  save(): Promise<Output<'phrase:exportFile'>>
  open(): Promise<Output<'phrase:openFile'>>
}

const kind = { name: 'Phrases', extensions: ['json'] }

export function makePhraseFiles(steps: PhraseFileSteps): PhraseFiles {
  return {
    async save() {
      const phrases = await steps.phrases()
      const target = await steps.askForTarget(
        join(steps.documentsFolder, `Palpate phrases ${steps.today()}.json`),
        kind,
      )
      if (target === null) throw new AppError('CANCELLED')
      await writeFileAtomically(target, Buffer.from(writePhraseFile(phrases)), new AbortController().signal)
      return { fileName: basename(target), count: phrases.length }
    },

    async open() {
      const source = await steps.askForSource(steps.documentsFolder, kind)
      if (source === null) throw new AppError('CANCELLED')
      const reading = readPhraseFile((await bytesOf(source, largestPhraseFile)).toString('utf8'))
      if (!reading.ok) throw fieldError('file', reading.problem)
      return { fileName: basename(source), phrases: reading.phrases }
    },
  }
}
