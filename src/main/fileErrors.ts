// What a failed file operation means to the therapist.
import { AppError } from './appError.ts'
import type { ErrorCode } from '#shared/contract/errors.ts'

const meanings: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'DISK_FULL',
  EDQUOT: 'DISK_FULL',
  EFBIG: 'DISK_FULL',
  EROFS: 'READ_ONLY',
  EACCES: 'READ_ONLY',
  EPERM: 'READ_ONLY',
  ENOTDIR: 'READ_ONLY',
  EISDIR: 'READ_ONLY',
  EIO: 'IO_ERROR',
}

/** The node error code of anything thrown, such as `ENOENT`, or undefined. */
export function errnoOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

/** Maps a failed file operation to an AppError; null for one without a code of its own. */
export function fromFileError(error: unknown): AppError | null {
  const code = meanings[errnoOf(error) ?? '']
  return code === undefined ? null : new AppError(code, undefined, { cause: error })
}
