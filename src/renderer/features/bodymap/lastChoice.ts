// Kind, severity and phase as they were chosen last: most findings of a session are alike. Only while the app is open.
import type { FindingFields } from '#shared/domain/bodymap/finding.ts'

export type Choice = Pick<FindingFields, 'kind' | 'severity' | 'phase'>

let last: Choice = { kind: 'pain', severity: 5, phase: 'before' }

/** What a new finding begins with. */
export const lastChoice = (): Choice => last

/** Remembers what was chosen for the next finding. */
export function keepChoice({ kind, severity, phase }: Choice): void {
  last = { kind, severity, phase }
}
