// Findings in words, for names of controls and messages.
import { findingKind, type Finding } from '#shared/domain/bodymap/finding.ts'
import { regionInSentence, shortLabelOfRegion } from '#shared/domain/bodymap/regions.ts'

/** "R upper trapezius, trigger point". */
export const findingName = (finding: Pick<Finding, 'regionId' | 'kind'>): string =>
  `${shortLabelOfRegion(finding.regionId)}, ${findingKind(finding.kind).name.toLowerCase()}`

/** "Trigger point, severity 7 of 10, after". */
export function findingDescription({ kind, severity, phase }: Pick<Finding, 'kind' | 'severity' | 'phase'>): string {
  return `${findingKind(kind).name}, severity ${severity} of 10${phase === 'after' ? ', after' : ''}`
}

/** "4 findings, right upper trapezius", or of several regions "4 findings, the highest 8 of 10". */
export function pileWords(findings: readonly Pick<Finding, 'regionId' | 'severity'>[]): string {
  const [first] = findings
  const isOneRegion = first && findings.every(({ regionId }) => regionId === first.regionId)
  const where = isOneRegion
    ? regionInSentence(first.regionId)
    : `the highest ${Math.max(...findings.map((one) => one.severity))} of 10`
  return `${findings.length} findings, ${where}`
}
