// The renderer's only way to call main: the answer, or a failure with the contract's code.
import type { Bridge, Channel, Input, Output } from '#shared/contract/contract.ts'
import type { ContractError, ErrorCode, ErrorDetails } from '#shared/contract/errors.ts'

declare global {
  interface Window {
    readonly palpate: Bridge
  }
}

/** A failure that main answered. Carries a code, never a text. */
export class Failure extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(error: ContractError) {
    super(error.code)
    this.name = 'Failure'
    this.code = error.code
    this.details = error.details ?? {}
  }

  /** The code of the first issue at a field's path, or undefined. */
  issueAt(path: string): string | undefined {
    return this.details.issues?.find((issue) => issue.path === path)?.code
  }
}

/**
 * Asks main for one operation.
 * @throws Failure with the contract's code
 */
export async function ask<C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>> {
  const result = await window.palpate.invoke(channel, input)
  if (result.ok) return result.data
  if (result.error.code === 'VAULT_MOVED') vaultMoves.dispatchEvent(new Event('moved'))
  throw new Failure(result.error)
}

const vaultMoves = new EventTarget()

/** Calls back when main found the vault's files gone; the returned function stops it. */
export function whenVaultMoves(listener: () => void): () => void {
  vaultMoves.addEventListener('moved', listener)
  return () => vaultMoves.removeEventListener('moved', listener)
}

/** Listens to an event of main; the returned function stops it. */
export const listen: Bridge['on'] = (event, listener) => window.palpate.on(event, listener)

/** The code of anything that was thrown; what isn't a {@link Failure} is a bug. */
export const failureOf = (thrown: unknown): Failure =>
  thrown instanceof Failure ? thrown : new Failure({ code: 'INTERNAL' })
