// The newest value of a drawing, for listeners that live longer than one drawing.
import { useLayoutEffect, useRef, type RefObject } from 'react'

/** @returns a ref that holds the value as of the last drawing; the same object from drawing to drawing */
export function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value)
  useLayoutEffect(() => {
    latest.current = value
  })
  return latest
}
