// A pane that scrolls by itself and comes back to where it was after a lock or a restart.
import { useEffect, useRef, type RefObject } from 'react'
import { currentWorkspace, rememberScroll } from './workspace.ts'

/**
 * Ref for a scrolling element. Restores its offset once `isReady` (its content is there), then remembers it.
 * @param pane the pane's name, unique on its screen
 */
export function usePaneScroll<T extends HTMLElement>(pane: string, isReady: boolean): RefObject<T | null> {
  const ref = useRef<T>(null)
  useEffect(() => {
    const element = ref.current
    if (!element || !isReady) return
    element.scrollTop = currentWorkspace().scroll[pane] ?? 0
    const remember = () => rememberScroll(pane, element.scrollTop)
    element.addEventListener('scroll', remember, { passive: true })
    return () => element.removeEventListener('scroll', remember)
  }, [pane, isReady])
  return ref
}
