// What is said aloud after a tap.
import { findingKind, type Finding } from '#shared/domain/bodymap/finding.ts'
import { labelOfRegion } from '#shared/domain/bodymap/regions.ts'
import type { Tapped } from './tap.ts'

/** "Right upper trapezius: pain 6 of 10, raised." */
export function tapWords({ regionId, kind, severity }: Finding, did: Tapped['did']): string {
  const what = `${labelOfRegion(regionId)}: ${findingKind(kind).name.toLowerCase()} ${severity} of 10`
  return did === 'highest' ? `${what}, the highest.` : `${what}, ${did}.`
}
