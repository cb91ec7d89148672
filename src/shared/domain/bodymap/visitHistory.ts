// Summaries of many visits: one region's course from visit to visit, and the heat of a span of time.
import type { Finding } from './finding.ts'
import type { Visit } from './visits.ts'

export interface RegionAtVisit {
  readonly visit: Visit
  /** The highest severity in the region, 0–10; null when it was not marked. */
  readonly severity: number | null
  /** All of the region's findings at the visit. */
  readonly findings: readonly Finding[]
}

/** A region through the visits, in their order, one entry for each visit, marked or not. */
export const regionHistory = (visits: readonly Visit[], regionId: string): readonly RegionAtVisit[] =>
  visits.map((visit) => {
    const findings = visit.findings.filter((finding) => finding.regionId === regionId)
    return { visit, severity: highest(findings), findings }
  })

/** First and last service date, `YYYY-MM-DD`, both inclusive; null for no limit. */
export interface Span {
  readonly from: string | null
  readonly to: string | null
}

export const heatMeasures = ['times marked', 'mean severity'] as const
export type HeatMeasure = (typeof heatMeasures)[number]

export interface Heat {
  /** Visits at which the region was marked, or the mean of its highest severities at those visits, 0–10. */
  readonly value: number
  /** 0 to 1: the share of the most often marked region, or of 10. */
  readonly scale: number
}

/**
 * How much each region was marked within a span of time. Areas to avoid are no complaint and not counted.
 * @returns the marked regions by their id
 */
export function heatOf(visits: readonly Visit[], span: Span, measure: HeatMeasure): ReadonlyMap<string, Heat> {
  const severities = new Map<string, number[]>()
  for (const visit of visits.filter((candidate) => isWithin(candidate, span))) {
    for (const [regionId, severity] of highestByRegion(visit.findings)) {
      const known = severities.get(regionId)
      if (known) known.push(severity)
      else severities.set(regionId, [severity])
    }
  }
  const most = Math.max(0, ...[...severities.values()].map((all) => all.length))
  return new Map(
    [...severities].map(([regionId, all]) => {
      const mean = all.reduce((sum, severity) => sum + severity, 0) / all.length
      const heat =
        measure === 'times marked' ? { value: all.length, scale: all.length / most } : { value: mean, scale: mean / 10 }
      return [regionId, heat]
    }),
  )
}

function highestByRegion(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const highestOf = new Map<string, number>()
  for (const { kind, regionId, severity } of findings) {
    if (kind !== 'avoid') highestOf.set(regionId, Math.max(severity, highestOf.get(regionId) ?? 0))
  }
  return highestOf
}

const highest = (findings: readonly Finding[]) =>
  findings.length === 0 ? null : Math.max(...findings.map(({ severity }) => severity))

function isWithin({ serviceStart }: Visit, { from, to }: Span): boolean {
  const date = serviceStart.slice(0, 10)
  return (from === null || date >= from) && (to === null || date <= to)
}
