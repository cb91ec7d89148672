// The contract between a map and the screen around it, independent of the map's markup: the places that can be focused
// by name (ui/places.tsx), and the course of findings that is highlighted.
import { createContext, useContext, useSyncExternalStore } from 'react'

/** The names of a map's places. */
export const mapPlaces = {
  /** The region at which Tab stops. */
  regions: 'regions of the map',
  /** The first finding in the table that was carried over and is not confirmed. */
  unconfirmed: 'unconfirmed finding',
} as const

/** A store of the highlighted course of findings. */
export interface StandingOut {
  subscribe(listener: () => void): () => void
  /** The course by its id, or null. */
  shown(): string | null
}

/** The store for the maps within. */
export const StandOutContext = createContext<StandingOut>({ subscribe: () => () => undefined, shown: () => null })

/** Whether one of these courses is highlighted. A change renders only the components that use it, never the whole map. */
export function useStandsOut(courses: readonly string[]): boolean {
  const { subscribe, shown } = useContext(StandOutContext)
  const standsOut = () => {
    const id = shown()
    return id !== null && courses.includes(id)
  }
  return useSyncExternalStore(subscribe, standsOut, standsOut)
}
