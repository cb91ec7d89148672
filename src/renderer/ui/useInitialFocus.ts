// Puts the focus where a screen's work begins, once, when the screen opens.
import { useEffect, useRef, type RefObject } from 'react'

/** Ref for the element that takes the focus when it is first drawn. */
export function useInitialFocus<T extends HTMLElement>(): RefObject<T | null> {
  const ref = useRef<T>(null)
  useEffect(() => ref.current?.focus(), [])
  return ref
}
