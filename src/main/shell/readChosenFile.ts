// Reads a file that somebody chose: a file, and not too large.
import { AppError, fieldError } from '#main/appError.ts'
import { errnoOf } from '#main/fileErrors.ts'
import { openOrdinaryAsync } from '#main/ordinaryFile.ts'

/** What is thrown for a folder, a socket, and a device that is not there. */
const isOther: ReadonlySet<string | undefined> = new Set(['EISDIR', 'ENXIO', 'ENODEV'])

/**
 * @param path absolute
 * @param largest how many bytes are taken at most
 * @throws AppError TOO_LARGE, NOT_FOUND, or VALIDATION `foreign` at `file` for what is no file
 */
export async function bytesOf(path: string, largest: number): Promise<Buffer> {
  try {
    const file = await openOrdinaryAsync(path)
    try {
      const facts = await file.stat()
      if (facts.size > largest) throw new AppError('TOO_LARGE')
      return await file.readFile()
    } finally {
      await file.close()
    }
  } catch (error) {
    const isNoFile = error instanceof AppError ? error.code === 'NOT_A_FILE' : isOther.has(errnoOf(error))
    if (isNoFile) throw fieldError('file', 'foreign')
    if (error instanceof AppError) throw error
    throw new AppError(errnoOf(error) === 'ENOENT' ? 'NOT_FOUND' : 'INTERNAL', undefined, { cause: error })
  }
}
