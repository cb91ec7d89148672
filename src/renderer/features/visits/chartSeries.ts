// The points of a region's chart: for each kind, the severity at every visit at which it was marked.
import { findingKinds, type FindingKind } from '#shared/domain/bodymap/finding.ts'
import { regionHistory } from '#shared/domain/bodymap/visitHistory.ts'
import type { Visit } from '#shared/domain/bodymap/visits.ts'

export interface SeriesPoint {
  /** Index of the visit. */
  readonly at: number
  /** 0–10; the highest where a kind was marked more than once. */
  readonly severity: number
  /** Whether it was not marked at the visit before: no line leads here. */
  readonly isAfterGap: boolean
  /** Whether it was marked neither at the visit before nor at the next: no line touches it. */
  readonly isAlone: boolean
}

export interface Series {
  readonly kind: FindingKind
  /** In the order of the visits; at least one. */
  readonly points: readonly SeriesPoint[]
}

/** The series of a region, in the order of the legend. */
export function seriesOf(visits: readonly Visit[], regionId: string): readonly Series[] {
  const severities = regionHistory(visits, regionId).map(({ findings }) => {
    const highest = new Map<FindingKind, number>()
    for (const { kind, severity } of findings) highest.set(kind, Math.max(severity, highest.get(kind) ?? 0))
    return highest
  })
  return findingKinds.flatMap(({ id: kind }) => {
    const points = severities.flatMap((highest, at): readonly SeriesPoint[] => {
      const severity = highest.get(kind)
      if (severity === undefined) return []
      const isAfterGap = !severities[at - 1]?.has(kind)
      return [{ at, severity, isAfterGap, isAlone: isAfterGap && !severities[at + 1]?.has(kind) }]
    })
    return points.length === 0 ? [] : [{ kind, points }]
  })
}
