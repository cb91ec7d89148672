// Where a finding is, in words, as the table on paper names it.
import type { Finding } from '#shared/domain/bodymap/finding.ts'
import { regionById, regionLabel } from '#shared/domain/bodymap/regions.ts'

/** Where a finding is: "Right upper trapezius", with the structure in it where one was named. */
export function whereWords({ regionId, structureId }: Pick<Finding, 'regionId' | 'structureId'>): string {
  const region = regionById(regionId)
  // A file must print even when a later version took a region out of the catalogue: its id is still readable.
  const where = region ? regionLabel(region) : regionId
  const structure = region?.structures.find(({ id }) => id === structureId)
  return structure && structure.name !== region?.name ? `${where}, ${structure.name}` : where
}
