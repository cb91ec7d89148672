// What the screen around a map has to do with it, without a hand in its markup: the parts of it that the keyboard is led
// to by name (ui/places.tsx), and the course of findings that stands out.
import { createContext, useContext, useSyncExternalStore } from 'react'

/** The names of a map's places. */
export const mapPlaces = {
  /** The region at which Tab stops. */
  regions: 'regions of the map',
  /** The first finding in the table that was carried over and is not confirmed. */
  unconfirmed: 'unconfirmed finding',
} as const

/** Which course of findings stands out, and who wants to know when that changes. */
export interface StandingOut {
  subscribe(listener: () => void): () => void
  /** The course by its id, or null. */
  shown(): string | null
}

/** What stands out on the maps within. */
export const StandOutContext = createContext<StandingOut>({ subscribe: () => () => undefined, shown: () => null })

/** Whether one of these courses stands out. Only what changes with it is drawn anew, and never the whole map. */
export function useStandsOut(courses: readonly string[]): boolean {
  const { subscribe, shown } = useContext(StandOutContext)
  const standsOut = () => {
    const id = shown()
    return id !== null && courses.includes(id)
  }
  return useSyncExternalStore(subscribe, standsOut, standsOut)
}
