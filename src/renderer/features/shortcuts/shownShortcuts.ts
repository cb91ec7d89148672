// Whether the list of shortcuts is on screen: any part of the app can show it.
import { createStore, useStore } from 'zustand'

const store = createStore(() => ({ isShown: false }))

/** Shows the list of shortcuts. */
export const showShortcuts = (): void => store.setState({ isShown: true })
export const hideShortcuts = (): void => store.setState({ isShown: false })

export const useAreShortcutsShown = (): boolean => useStore(store, ({ isShown }) => isShown)
