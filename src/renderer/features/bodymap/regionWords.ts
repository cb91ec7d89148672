// Names of regions by their id, also for ids that this version's catalogue does not know.
import type { View } from '#shared/domain/bodymap/figure.ts'
import { regionById, regionLabel, shortRegionLabel } from '#shared/domain/bodymap/regions.ts'

/** "Right upper trapezius, posterior"; without a view only "Right upper trapezius". An unknown id stands for itself. */
export function longRegionName(regionId: string, view?: View): string {
  const region = regionById(regionId)
  return region ? regionLabel(region, view) : regionId
}

/** "R upper trapezius"; an unknown id stands for itself. */
export function shortRegionName(regionId: string): string {
  const region = regionById(regionId)
  return region ? shortRegionLabel(region) : regionId
}
