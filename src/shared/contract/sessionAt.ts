// Finds the session's id in an input, at the path that the contract states.

/**
 * The text at a path of an input, such as `finding.sessionId`; null if there is none, and without a path.
 * @param input may be anything: it is not validated yet when the page calls
 */
export function sessionAt(path: string | null, input: unknown): string | null {
  if (path === null) return null
  let found: unknown = input
  for (const key of path.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return null
    found = (found as Record<string, unknown>)[key]
  }
  return typeof found === 'string' ? found : null
}
