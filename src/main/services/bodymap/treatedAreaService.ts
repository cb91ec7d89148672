// Use cases of treated areas: recording, changing and removing what was treated.
import type { Repositories } from '../../database/repositories/repositories.ts'
import type { Handlers, Surroundings } from '../services.ts'
import { createMarkChanges } from './markChanges.ts'
import { refuseUnknownRegions, type RegionLookup } from './places.ts'

export function createTreatedAreaService(
  repositories: Repositories,
  { clock }: Surroundings,
  regionById: RegionLookup,
): Handlers<'treatedArea:put' | 'treatedArea:remove'> {
  const { treatedAreas, atomic } = repositories
  const changes = createMarkChanges(repositories, clock, treatedAreas, () => true)

  return {
    // Minutes may add up to more than the session's length: the screen says so, the record stores what was entered.
    'treatedArea:put': atomic(({ area }) =>
      changes.put(area, (times, known) => {
        refuseUnknownRegions('area.regionIds', area.regionIds, known?.regionIds ?? [], regionById)
        return { ...area, ...times }
      }),
    ),
    'treatedArea:remove': atomic((mark) => changes.remove(mark)),
  }
}
