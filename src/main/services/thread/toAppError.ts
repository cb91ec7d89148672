// Every error gets one of the contract's codes before it leaves the services.
import { AppError } from '../../appError.ts'
import { fromSqliteError } from '../../database/sqliteErrors.ts'
import { fromFileError } from '../../fileErrors.ts'

/** Maps a thrown value to the contract. An unknown error's text stays in here, as the cause: it may quote a client's. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  return fromSqliteError(error) ?? fromFileError(error) ?? new AppError('INTERNAL', undefined, { cause: error })
}
