// Whether the list of shortcuts is on screen: any part of the app can show it.
import { useSyncExternalStore } from 'react'

let isShown = false
const listeners = new Set<() => void>()

function change(next: boolean): void {
  isShown = next
  for (const listener of listeners) listener()
}

/** Shows the list of shortcuts. */
export const showShortcuts = (): void => change(true)
export const hideShortcuts = (): void => change(false)

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const useAreShortcutsShown = (): boolean => useSyncExternalStore(subscribe, () => isShown)
