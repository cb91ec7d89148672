// The practice's forms and a client's consents, as the screens ask for them.
import type { Output } from '#shared/contract/contract.ts'
import { consentPresets } from '#shared/domain/consent/presets.ts'
import type { ConsentForm, ConsentRules } from '#shared/domain/consent/forms.ts'
import { useAnswer } from '#renderer/bridge/queries.ts'

interface Consents {
  /** Null while no place is chosen. */
  readonly rules: ConsentRules | null
  /** The forms that can be signed: the practice's, otherwise ours. */
  readonly forms: readonly ConsentForm[]
  readonly ofClient: Output<'consent:ofClient'>
}

/** Undefined until both are read. */
export function useConsents(clientId: string): Consents | undefined {
  const rules = useAnswer('consent:rules', {}).data
  const ofClient = useAnswer('consent:ofClient', { clientId }).data
  if (!rules || !ofClient) return undefined
  return { rules: rules.rules, forms: rules.rules?.forms ?? consentPresets.own.rules.forms, ofClient }
}
