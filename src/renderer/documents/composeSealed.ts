// The content of the print window: the patient file, with a seal that the vault stores.
import type { PatientFile } from '#shared/contract/patientFile.ts'
import type { Input } from '#shared/contract/contract.ts'
import type { ask } from '#renderer/bridge/bridge.ts'

/**
 * The patient file with a seal that is kept. Where none can be made or kept (nothing is signed, the disk is full), the
 * file is printed as composed: its seal is as valid, but not stored in the vault.
 */
export async function composeSealed(asking: typeof ask, request: Input<'print:compose'>): Promise<PatientFile> {
  const file = await asking('print:compose', request)
  const seal = await asking('record:makeSeal', { why: 'patient file' }).catch(() => file.seal)
  return { ...file, seal }
}
