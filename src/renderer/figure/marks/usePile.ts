// The pile of marks whose menu is open, and where the menu is placed.
import { useCallback, useState, type RefObject } from 'react'

interface Pressed {
  /** The pile as rendered. */
  readonly element: Element
}

interface Pile<Of extends Pressed> {
  /** With its box in CSS pixels of the ground; null while none is open. */
  readonly pile: (Of & { readonly box: Box }) | null
  readonly openPile: (pressed: Of) => void
  readonly closePile: () => void
}

interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** @param ground the element that the list is placed on */
export function usePile<Of extends Pressed>(ground: RefObject<HTMLElement | null>): Pile<Of> {
  const [pile, setPile] = useState<Pile<Of>['pile']>(null)
  const openPile = useCallback(
    (pressed: Of) => {
      if (!ground.current) return
      const { left, top } = ground.current.getBoundingClientRect()
      const box = pressed.element.getBoundingClientRect()
      setPile({ ...pressed, box: { left: box.left - left, top: box.top - top, width: box.width, height: box.height } })
    },
    [ground],
  )
  const closePile = useCallback(() => setPile(null), [])
  return { pile, openPile, closePile }
}
