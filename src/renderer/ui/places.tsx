// Parts of a screen by name, for moving the focus. A part defines how it takes the focus; callers know
// only its name, not how it is rendered.
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { useLatest } from './useLatest.ts'

/** A part that can take the focus. */
export interface Place {
  /** Focuses it and scrolls it into view. */
  focus(): void
  /** Whether it contains the focus. */
  hasFocus?(): boolean
}

export interface Places {
  /** Focuses the part, and shows it first where it was hidden. False where there is none. */
  focus(name: string): boolean
  /** Shows the part where it was hidden. */
  show(name: string): void
  hasFocus(name: string): boolean
  /** The part that contains the focus, the innermost; null where none does. */
  focused(): string | null
}

interface Registered extends Required<Place> {
  show(): void
}

interface Registry extends Places {
  register(name: string, place: Registered): () => void
}

function createPlaces(): Registry {
  const places = new Map<string, Registered>()
  return {
    register(name, place) {
      places.set(name, place)
      return () => {
        if (places.get(name) === place) places.delete(name)
      }
    },
    focus(name) {
      const place = places.get(name)
      place?.show()
      place?.focus()
      return place !== undefined
    },
    show: (name) => places.get(name)?.show(),
    hasFocus: (name) => places.get(name)?.hasFocus() ?? false,
    // What lies within another part is registered before it.
    focused: () => [...places].find(([, place]) => place.hasFocus())?.[0] ?? null,
  }
}

const nowhere = createPlaces()
const PlacesContext = createContext<Registry>(nowhere)

/** A screen whose parts have names. */
export function PlacesProvider({ children }: { children: ReactNode }) {
  const [places] = useState(createPlaces)
  return <PlacesContext value={places}>{children}</PlacesContext>
}

const GroundContext = createContext<() => void>(() => undefined)

interface GroundProps {
  /** Shows everything within, at once. */
  show: () => void
  children: ReactNode
}

/** A container that can be hidden, such as a tab: it is shown before the focus moves into it. */
export function PlaceGround({ show, children }: GroundProps) {
  const latest = useLatest(show)
  const stable = useMemo(() => () => latest.current(), [latest])
  return <GroundContext value={stable}>{children}</GroundContext>
}

/** The parts of the screen around this component. */
export const usePlaces = (): Places => useContext(PlacesContext)

/**
 * Gives a part of the screen its name while the component is on screen.
 * @param name null where it has none
 */
export function usePlace(name: string | null, place: Place): void {
  const places = useContext(PlacesContext)
  const show = useContext(GroundContext)
  const latest = useLatest(place)
  useEffect(() => {
    if (name === null || places === nowhere) return undefined
    return places.register(name, {
      show,
      focus: () => latest.current.focus(),
      hasFocus: () => latest.current.hasFocus?.() ?? false,
    })
  }, [name, places, show, latest])
}

const firstStop = 'input:not([tabindex="-1"]), button:not([tabindex="-1"]), [tabindex="0"]'

/** Focuses an element, and scrolls no farther than needed. */
export function focusInView(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true })
  element?.scrollIntoView({ block: 'nearest' })
}

/** Elements that are not focusable by themselves are made so. */
export function focusAnyhow(element: HTMLElement | null): void {
  if (element && !element.hasAttribute('tabindex')) element.setAttribute('tabindex', '-1')
  focusInView(element)
}

/** The first focusable element within, or else the element itself. */
export function focusFirst(element: HTMLElement | null): void {
  const first = element?.querySelector<HTMLElement>(firstStop)
  if (first) focusInView(first)
  else focusAnyhow(element)
}
