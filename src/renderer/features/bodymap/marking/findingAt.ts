// Findings as they stand in a phase: one by its id, and all of a region.
import type { Finding, Phase } from '#shared/domain/bodymap/finding.ts'
import { findingCourses, mapAt } from '#shared/domain/bodymap/phases.ts'
import type { RegionId } from '#shared/domain/bodymap/regions.ts'

/** The finding under an id as it stands in a phase, or null. */
export function findingAt(findings: readonly Finding[], id: string | null, phase: Phase): Finding | null {
  const shown = mapAt(findings, phase)
  return shown.find((one) => one.id === id || (one.continuesId !== null && one.continuesId === id)) ?? null
}

/** A region's findings as they stand in a phase; also those that are gone, so that they can be looked at again. */
export const findingsIn = (findings: readonly Finding[], phase: Phase, region: RegionId | null): readonly Finding[] =>
  findingCourses(findings)
    .flatMap(({ before, after }) => (phase === 'after' ? (after ?? before) : before) ?? [])
    .filter(({ regionId }) => regionId === region)
