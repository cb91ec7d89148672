// The refusals that several services share.
import { AppError } from '#main/appError.ts'

/** Passes a record on, or throws NOT_FOUND when there is none. */
export function found<T>(record: T | undefined): T {
  if (record === undefined) throw new AppError('NOT_FOUND')
  return record
}
