// Use cases of findings: putting a mark on the body map, changing it, removing it.
import { fieldError } from '#main/appError.ts'
import type { Finding } from '#shared/domain/bodymap/finding.ts'
import type { FindingRow } from '../../database/repositories/bodyMarkRepository.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import type { Handlers, Surroundings } from '../services.ts'
import { createMarkChanges } from './markChanges.ts'
import { refuseUnknownRegions, type RegionLookup } from './places.ts'
import { toFinding, toFindingRow } from '../../records/marks.ts'

export function createFindingService(
  repositories: Repositories,
  { clock }: Surroundings,
  regionById: RegionLookup,
): Handlers<'finding:put' | 'finding:remove'> {
  const { findings, atomic } = repositories
  const changes = createMarkChanges(repositories, clock, findings, (row) => toFinding(row) !== null)

  /** A place that is not in the catalogue may be stored, and be carried over from an earlier visit. */
  const refuseUnknownPlace = (finding: Finding, known: FindingRow | undefined) => {
    const { regionId, structureId, carriedFromId } = finding
    const earlier = carriedFromId === null ? undefined : findings.byId(carriedFromId)
    const kept = [known, earlier].filter((row) => row?.regionId === regionId)
    if (kept.length === 0) refuseUnknownRegions('finding.regionId', [regionId], [], regionById)
    if (structureId === null || kept.some((row) => row?.structureId === structureId)) return
    if (!regionById(regionId)?.structures.some(({ id }) => id === structureId)) {
      throw fieldError('finding.structureId', 'unknown_structure')
    }
  }

  const refuseUnknownReferral = ({ refersToRegionId, carriedFromId }: Finding, known: FindingRow | undefined) => {
    if (refersToRegionId === null) return
    const earlier = carriedFromId === null ? undefined : findings.byId(carriedFromId)
    const kept = [known?.refersToRegionId, earlier?.refersToRegionId]
    refuseUnknownRegions('finding.refersToRegionId', [refersToRegionId], kept, regionById)
  }

  /** Only an after-finding continues one, and only a before-finding of its own session. */
  const refuseWrongCourse = ({ phase, continuesId, sessionId }: Finding, known: FindingRow | undefined) => {
    if (continuesId === null || (known?.continuesId === continuesId && known.phase === phase)) return
    const before = findings.byId(continuesId)
    const isBefore = before?.sessionId === sessionId && before.phase === 'before'
    if (phase !== 'after' || !isBefore) throw fieldError('finding.continuesId', 'not_a_before_finding')
  }

  return {
    'finding:put': atomic(({ finding }) =>
      changes.put(finding, (times, known) => {
        refuseUnknownPlace(finding, known)
        refuseUnknownReferral(finding, known)
        refuseWrongCourse(finding, known)
        return { ...toFindingRow(finding), ...times }
      }),
    ),

    'finding:remove': atomic((mark) => changes.remove(mark)),
  }
}
