// One verification of the record: stretch after stretch until all is checked, something does not fit, or it is stopped.
import type { Output } from '#shared/contract/contract.ts'
import { firstFindingPlace, type FindingPlace, type Misfit, type RecordFinding } from '#shared/contract/record.ts'
import { joinFindings } from '#shared/domain/record/recordFindings.ts'
import { failureOf, type Failure } from '#renderer/bridge/bridge.ts'

export type VerificationState =
  | { readonly kind: 'checking'; readonly checked: number; readonly total: number | null }
  | {
      readonly kind: 'intact'
      readonly total: number
      readonly newestFingerprint: string | null
      readonly findings: readonly RecordFinding[]
    }
  /** `before` is the sequence up to which everything fits. */
  | {
      readonly kind: 'misfit'
      readonly misfit: Misfit
      readonly before: number
      readonly findings: readonly RecordFinding[]
    }
  | { readonly kind: 'failed'; readonly failure: Failure }

interface Verifying {
  /** Asks for the stretch after a sequence. */
  readonly check: (from: number) => Promise<Output<'record:verify'>>
  /** Asks for the next look at what goes beyond the chain, once the chain is checked. */
  readonly find: (place: FindingPlace) => Promise<Output<'record:findings'>>
  /** Called with every new state; never once the signal is given. */
  readonly tell: (state: VerificationState) => void
  /** Stops it. */
  readonly signal: AbortSignal
}

/** Asks for one look after the other; for no more once it is stopped. */
async function allFindings(find: Verifying['find'], signal: AbortSignal): Promise<RecordFinding[]> {
  const found: RecordFinding[] = []
  let place: FindingPlace | null = firstFindingPlace
  while (place !== null && !signal.aborted) {
    // oxlint-disable-next-line no-await-in-loop -- each look begins where the one before ended
    const { findings, next }: Output<'record:findings'> = await find(place)
    found.push(...findings)
    place = next
  }
  return joinFindings(found)
}

/** Verifies the record from its beginning; resolves when it has ended or was stopped. */
export async function verifyRecord({ check, find, tell, signal }: Verifying): Promise<void> {
  const tellUnlessStopped = (state: VerificationState) => {
    if (!signal.aborted) tell(state)
  }
  let from = 0
  try {
    while (!signal.aborted) {
      // oxlint-disable-next-line no-await-in-loop -- each stretch begins where the one before ended
      const { checkedTo, total, isDone, misfit, newestFingerprint } = await check(from)
      if (misfit || isDone) {
        // oxlint-disable-next-line no-await-in-loop -- the loop ends here
        const findings = await allFindings(find, signal)
        return tellUnlessStopped(
          misfit
            ? { kind: 'misfit', misfit, before: checkedTo, findings }
            : { kind: 'intact', total, newestFingerprint, findings },
        )
      }
      from = checkedTo
      tellUnlessStopped({ kind: 'checking', checked: checkedTo, total })
    }
  } catch (thrown) {
    tellUnlessStopped({ kind: 'failed', failure: failureOf(thrown) })
  }
}
