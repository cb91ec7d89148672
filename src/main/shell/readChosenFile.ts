// Reads a file that somebody chose: a file, and not too large.
import { open } from 'node:fs/promises'
import { AppError, fieldError } from '#main/appError.ts'
import { errnoOf } from '#main/fileErrors.ts'

/**
 * @param path absolute
 * @param largest how many bytes are taken at most
 * @throws AppError TOO_LARGE, NOT_FOUND, or VALIDATION `foreign` at `file` for what is no file
 */
export async function bytesOf(path: string, largest: number): Promise<Buffer> {
  try {
    const file = await open(path, 'r')
    try {
      const facts = await file.stat()
      if (!facts.isFile()) throw fieldError('file', 'foreign')
      if (facts.size > largest) throw new AppError('TOO_LARGE')
      return await file.readFile()
    } finally {
      await file.close()
    }
  } catch (error) {
    if (error instanceof AppError) throw error
    if (errnoOf(error) === 'EISDIR') throw fieldError('file', 'foreign')
    throw new AppError(errnoOf(error) === 'ENOENT' ? 'NOT_FOUND' : 'INTERNAL', undefined, { cause: error })
  }
}
