// Which places of the body a mark may name.
import { fieldError } from '#main/appError.ts'
import type { Region } from '#shared/domain/bodymap/regions.ts'

/** Finds a region in the catalogue. */
export type RegionLookup = (id: string) => Region | undefined

/**
 * Refuses regions that the catalogue does not know. One that is already stored may stay: the catalogue of an earlier
 * or later version knew it.
 * @param path the field that the error names
 * @throws VALIDATION `unknown_region`
 */
export function refuseUnknownRegions(
  path: string,
  regionIds: readonly string[],
  stored: readonly (string | null | undefined)[],
  regionById: RegionLookup,
): void {
  const isUnknown = regionIds.some((id) => !regionById(id) && !stored.includes(id))
  if (isUnknown) throw fieldError(path, 'unknown_region')
}
