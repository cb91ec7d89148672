// Phrases as files: written whole to a chosen place, and read from a chosen file.
import { open } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Output } from '#shared/contract/contract.ts'
import type { PhraseFields } from '#shared/domain/phrase/phrase.ts'
import { largestPhraseFile, readPhraseFile, writePhraseFile } from '#shared/domain/phrase/phraseFile.ts'
import { AppError, fieldError } from '#main/appError.ts'
import { errnoOf } from '#main/fileErrors.ts'
import type { FileDialogs } from './fileDialogs.ts'
import { writeFileAtomically } from './writeFileAtomically.ts'

export interface PhraseFileSteps extends Pick<FileDialogs, 'askForTarget' | 'askForSource'> {
  /** Every phrase in its order. */
  phrases(): Promise<readonly PhraseFields[]>
  /** Where files are suggested to be, absolute. */
  readonly documentsFolder: string
}

export interface PhraseFiles {
  save(): Promise<Output<'phrase:exportFile'>>
  open(): Promise<Output<'phrase:openFile'>>
}

const kind = { name: 'Phrases', extensions: ['json'] }
const suggestedName = 'palpate-phrases.json'

export function makePhraseFiles(steps: PhraseFileSteps): PhraseFiles {
  return {
    async save() {
      const phrases = await steps.phrases()
      const target = await steps.askForTarget(join(steps.documentsFolder, suggestedName), kind)
      if (target === null) throw new AppError('CANCELLED')
      await writeFileAtomically(target, Buffer.from(writePhraseFile(phrases)), new AbortController().signal)
      return { fileName: basename(target), count: phrases.length }
    },

    async open() {
      const source = await steps.askForSource(steps.documentsFolder, kind)
      if (source === null) throw new AppError('CANCELLED')
      const reading = readPhraseFile(await textOf(source))
      if (!reading.ok) throw fieldError('file', reading.problem)
      return { fileName: basename(source), phrases: reading.phrases }
    },
  }
}

/** @throws AppError TOO_LARGE, NOT_FOUND, or VALIDATION `foreign` for what is no text file */
async function textOf(path: string): Promise<string> {
  try {
    const file = await open(path, 'r')
    try {
      const facts = await file.stat()
      if (!facts.isFile()) throw fieldError('file', 'foreign')
      if (facts.size > largestPhraseFile) throw new AppError('TOO_LARGE')
      return await file.readFile('utf8')
    } finally {
      await file.close()
    }
  } catch (error) {
    if (error instanceof AppError) throw error
    if (errnoOf(error) === 'EISDIR') throw fieldError('file', 'foreign')
    throw new AppError(errnoOf(error) === 'ENOENT' ? 'NOT_FOUND' : 'INTERNAL', undefined, { cause: error })
  }
}
