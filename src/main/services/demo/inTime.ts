// The real services at a time that the demo practice sets.
import { addMinutes } from '#shared/domain/time.ts'
import type { OpenDatabase } from '../../database/openDatabase.ts'
import { createServices } from '../createServices.ts'
import type { Surroundings } from '../services.ts'

export interface ServicesInTime {
  readonly services: ReturnType<typeof createServices>
  /** Sets the clock. Wall time at the practice. */
  setTime(wallTime: string): void
}

export function servicesInTime(database: OpenDatabase, { clock, newId, randomBytes }: Surroundings): ServicesInTime {
  const offset = clock.offsetAt(clock.now())
  let wall = clock.wallNow()
  const now = () => `${addMinutes(wall, -offset)}:00.000Z`
  const services = createServices(database, {
    clock: { now, wallNow: () => wall, offsetAt: () => offset },
    newId,
    randomBytes,
  })
  return { services, setTime: (wallTime) => void (wall = wallTime) }
}

/** The result of a service; on an open database every one is synchronous. */
export function answered<T>(answer: T | Promise<T>): T {
  if (answer instanceof Promise) throw new TypeError('services on an open database answer at once')
  return answer
}
