// What belongs to this computer and not to the practice, such as the size of controls: kept beside the colours, in the
// browser's own store. Where that cannot be used nothing is kept, and nothing fails.

/** What is kept under a key; null where nothing is. */
export function keptHere(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** Keeps a value under a key; null forgets it. */
export function keepHere(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
  } catch {
    // Then it holds until the window is closed.
  }
}

/** Runs when another window of the practice changes what is kept under one of the keys. */
export function onKeptElsewhere(keys: readonly string[], run: () => void): void {
  addEventListener('storage', ({ key }) => key !== null && keys.includes(key) && run())
}
