// The latest rendered value, for listeners that outlive one render.
import { useLayoutEffect, useRef, type RefObject } from 'react'

/** @returns a ref to the value of the last render; the same object across renders */
export function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value)
  useLayoutEffect(() => {
    latest.current = value
  })
  return latest
}
