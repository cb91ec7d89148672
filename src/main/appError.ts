// The one error that main throws on purpose: a code of the contract and the field, never a client's text.
import type { ContractError, ErrorCode, ErrorDetails } from '#shared/contract/errors.ts'

export class AppError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails | undefined

  constructor(code: ErrorCode, details?: ErrorDetails, options?: ErrorOptions) {
    super(code, options)
    this.name = 'AppError'
    this.code = code
    this.details = details
  }

  /** What crosses the bridge: the code and its details, nothing of the cause. */
  toContract(): ContractError {
    return this.details === undefined ? { code: this.code } : { code: this.code, details: this.details }
  }
}

/** A refusal of one field. `code` is a short machine word such as `in_future`. */
export const fieldError = (path: string, code: string) => new AppError('VALIDATION', { issues: [{ path, code }] })
