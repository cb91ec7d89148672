// One verification of the record: stretch after stretch until all is checked, something does not fit, or it is stopped.
import type { Output } from '#shared/contract/contract.ts'
import type { Misfit } from '#shared/contract/record.ts'
import { failureOf, type Failure } from '#renderer/bridge/bridge.ts'

export type VerificationState =
  | { readonly kind: 'checking'; readonly checked: number; readonly total: number | null }
  | { readonly kind: 'intact'; readonly total: number; readonly newestFingerprint: string | null }
  /** `before` is the sequence up to which everything fits. */
  | { readonly kind: 'misfit'; readonly misfit: Misfit; readonly before: number }
  | { readonly kind: 'failed'; readonly failure: Failure }

interface Verifying {
  /** Asks for the stretch after a sequence. */
  readonly check: (from: number) => Promise<Output<'record:verify'>>
  /** Called with every new state; never once the signal is given. */
  readonly tell: (state: VerificationState) => void
  /** Stops it. */
  readonly signal: AbortSignal
}

/** Verifies the record from its beginning; resolves when it has ended or was stopped. */
export async function verifyRecord({ check, tell, signal }: Verifying): Promise<void> {
  const tellUnlessStopped = (state: VerificationState) => {
    if (!signal.aborted) tell(state)
  }
  let from = 0
  try {
    while (!signal.aborted) {
      // oxlint-disable-next-line no-await-in-loop -- each stretch begins where the one before ended
      const { checkedTo, total, isDone, misfit, newestFingerprint } = await check(from)
      if (misfit) return tellUnlessStopped({ kind: 'misfit', misfit, before: checkedTo })
      if (isDone) return tellUnlessStopped({ kind: 'intact', total, newestFingerprint })
      from = checkedTo
      tellUnlessStopped({ kind: 'checking', checked: checkedTo, total })
    }
  } catch (thrown) {
    tellUnlessStopped({ kind: 'failed', failure: failureOf(thrown) })
  }
}
