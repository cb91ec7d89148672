// Sets the initial focus of a screen, once.
import { useEffect, useRef, type RefObject } from 'react'

/** Ref for the element that takes the focus when it is mounted. */
export function useInitialFocus<T extends HTMLElement>(): RefObject<T | null> {
  const ref = useRef<T>(null)
  useEffect(() => ref.current?.focus(), [])
  return ref
}
