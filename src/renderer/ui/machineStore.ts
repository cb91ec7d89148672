// Settings of this computer, not of the practice, such as the size of controls: kept beside the colours, in the
// browser's local storage. Where that is not available nothing is kept, and nothing fails.

/** The value under a key; null where there is none. */
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
    // Without storage it holds until the window is closed.
  }
}

/** Runs when another window of the practice changes what is kept under one of the keys. */
export function onKeptElsewhere(keys: readonly string[], run: () => void): void {
  addEventListener('storage', ({ key }) => key !== null && keys.includes(key) && run())
}
