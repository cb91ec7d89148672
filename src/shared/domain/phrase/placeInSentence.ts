// How a place found by its name is written in a sentence.
import type { Place } from '../bodymap/findPlaces.ts'
import { regionById, structureOfId } from '../bodymap/regions.ts'

/**
 * "upper trapezius", "IT band", "piriformis"; with its side where the search named one: "left piriformis".
 * @param place as `findPlaces` gives it
 */
export function placeInSentence({ kind, id, label, regionIds }: Place): string {
  const regions = regionIds.flatMap((regionId) => regionById(regionId) ?? [])
  const name = (kind === 'structure' ? structureOfId(id)?.name : regions[0]?.name) ?? label
  const sides = new Set(regions.map(({ side }) => side))
  const [side] = sides
  return sides.size === 1 && side !== undefined && side !== 'midline' ? `${side} ${name}` : name
}
