// The phases with their names, to choose one of them.
import type { Phase } from '#shared/domain/bodymap/finding.ts'

/** In the order in which they are offered. */
export const phaseChoices: readonly { readonly id: Phase; readonly name: string }[] = [
  { id: 'before', name: 'Before' },
  { id: 'after', name: 'After' },
]
