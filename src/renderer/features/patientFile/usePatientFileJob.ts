// The making of one patient file as the dialog follows it: under way with its stage, saved, or failed.
import { useEffect, useState } from 'react'
import type { PatientFileOptions, PrintStage } from '#shared/contract/patientFile.ts'
import { ask, failureOf, listen, type Failure } from '#renderer/bridge/bridge.ts'
import { shownDateFormat } from '#renderer/ui/dateFormat.ts'

type JobState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'working'; readonly stage: PrintStage }
  | { readonly kind: 'saved'; readonly fileName: string; readonly bytes: number }
  | { readonly kind: 'failed'; readonly failure: Failure }

export interface PatientFileJob {
  readonly state: JobState
  /** Asks for a place and writes the file. Never throws: see {@link state}. */
  save(options: PatientFileOptions): Promise<void>
  cancel(): void
  /** Forgets the outcome of the last job. */
  reset(): void
}

const idle: JobState = { kind: 'idle' }

export function usePatientFileJob(clientId: string): PatientFileJob {
  const [state, setState] = useState<JobState>(idle)
  useEffect(
    () =>
      listen('printProgress', ({ stage }) =>
        setState((now) => (now.kind === 'working' ? { kind: 'working', stage } : now)),
      ),
    [],
  )
  return {
    state,
    async save(options) {
      setState({ kind: 'working', stage: 'collecting' })
      try {
        const { fileName, bytes } = await ask('patientFile:save', { clientId, options, dates: shownDateFormat() })
        setState({ kind: 'saved', fileName, bytes })
      } catch (thrown) {
        const failure = failureOf(thrown)
        setState(failure.code === 'CANCELLED' ? idle : { kind: 'failed', failure })
      }
    },
    cancel: () => void ask('patientFile:cancel', {}).catch(() => undefined),
    reset: () => setState((now) => (now.kind === 'working' ? now : idle)),
  }
}
