// The points of a region's chart: for each kind, the severity at every visit at which it was marked.
import { findingKinds, type FindingKind, type Phase } from '#shared/domain/bodymap/finding.ts'
import type { RegionVisit } from './regionCourses.ts'

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

/**
 * The series of a region in a phase, in the order of the legend. After treatment, what is gone is a 0 on the line, and
 * what was not looked at again stands as it was.
 * @param marked the visits at which the region was marked, in any order
 */
export function seriesOf(marked: readonly RegionVisit[], phase: Phase): readonly Series[] {
  const severities = new Map<number, ReadonlyMap<FindingKind, number>>(
    marked.map(({ at, courses }) => [at, highestByKind(courses, phase)]),
  )
  const visits = [...severities.keys()].toSorted((one, other) => one - other)
  return findingKinds.flatMap(({ id: kind }) => {
    const points = visits.flatMap((at): readonly SeriesPoint[] => {
      const severity = severities.get(at)?.get(kind)
      if (severity === undefined) return []
      const isAfterGap = !severities.get(at - 1)?.has(kind)
      return [{ at, severity, isAfterGap, isAlone: isAfterGap && !severities.get(at + 1)?.has(kind) }]
    })
    return points.length === 0 ? [] : [{ kind, points }]
  })
}

function highestByKind(courses: RegionVisit['courses'], phase: Phase): ReadonlyMap<FindingKind, number> {
  const highest = new Map<FindingKind, number>()
  for (const { before, after } of courses) {
    const finding = phase === 'before' ? before : (after ?? before)
    if (finding) highest.set(finding.kind, Math.max(finding.severity, highest.get(finding.kind) ?? 0))
  }
  return highest
}
