// Use cases of findings: a mark is put on the body map, changed, taken off.
import { AppError, fieldError } from '#main/appError.ts'
import type { Region } from '#shared/domain/bodymap/regions.ts'
import type { Finding } from '#shared/domain/bodymap/finding.ts'
import type { FindingRow } from '../../database/repositories/bodyMarkRepository.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import { found } from '../refusals.ts'
import type { Handlers, Surroundings } from '../services.ts'
import { openDraft } from './draftGuard.ts'

/** Finds a region in the catalogue. */
export type RegionLookup = (id: string) => Region | undefined

/**
 * Refuses places that the catalogue does not know. A place that is stored already may stay: the catalogue of an
 * earlier or later version knew it.
 */
function refuseUnknownPlace(finding: Finding, stored: FindingRow | undefined, regionById: RegionLookup): void {
  const { regionId, structureId } = finding
  const isSameRegion = stored?.regionId === regionId
  const region = regionById(regionId)
  if (!region && !isSameRegion) throw fieldError('finding.regionId', 'unknown_region')
  if (structureId === null || (isSameRegion && stored.structureId === structureId)) return
  if (!region?.structures.some((structure) => structure.id === structureId)) {
    throw fieldError('finding.structureId', 'unknown_structure')
  }
}

/**
 * The time of making for a new finding: now, or just after the session's newest one when the clock has not moved on
 * or was set back, because findings are shown and signed in the order of making.
 */
function makingTime(now: string, newest: string | null): string {
  if (newest === null || now > newest) return now
  return new Date(Date.parse(newest) + 1).toISOString()
}

export function createFindingService(
  repositories: Repositories,
  { clock }: Surroundings,
  regionById: RegionLookup,
): Handlers<'finding:put' | 'finding:remove'> {
  const { sessions, marks, atomic } = repositories

  return {
    'finding:put': atomic(({ finding }) => {
      openDraft(repositories, finding.sessionId)
      const stored = marks.finding(finding.id)
      if (stored && stored.sessionId !== finding.sessionId) throw new AppError('CONFLICT')
      refuseUnknownPlace(finding, stored, regionById)
      const savedAt = clock.now()
      const { point, ...fields } = finding
      const row = { ...fields, x: point?.x ?? null, y: point?.y ?? null, updatedAt: savedAt }
      if (stored) marks.updateFinding({ ...row, createdAt: stored.createdAt })
      else marks.insertFinding({ ...row, createdAt: makingTime(savedAt, marks.lastFindingMadeAt(finding.sessionId)) })
      sessions.touch(finding.sessionId, savedAt)
      return { savedAt }
    }),

    'finding:remove': atomic(({ sessionId, id }) => {
      openDraft(repositories, sessionId)
      const stored = found(marks.finding(id))
      if (stored.sessionId !== sessionId) throw new AppError('CONFLICT')
      marks.removeFinding(id)
      const savedAt = clock.now()
      sessions.touch(sessionId, savedAt)
      return { savedAt }
    }),
  }
}
