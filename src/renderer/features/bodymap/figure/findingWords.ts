// Findings in words, for names of controls and messages.
import { findingKind, type Finding } from '#shared/domain/bodymap/finding.ts'
import { shortLabelOfRegion } from '#shared/domain/bodymap/regions.ts'

/** "R upper trapezius, trigger point". */
export const findingName = (finding: Pick<Finding, 'regionId' | 'kind'>): string =>
  `${shortLabelOfRegion(finding.regionId)}, ${findingKind(finding.kind).name.toLowerCase()}`

/** "Trigger point, severity 7 of 10, after". */
export function findingDescription({ kind, severity, phase }: Pick<Finding, 'kind' | 'severity' | 'phase'>): string {
  return `${findingKind(kind).name}, severity ${severity} of 10${phase === 'after' ? ', after' : ''}`
}
