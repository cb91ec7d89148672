// Finds the session's id in an input, as the contract says where it stands.

/**
 * What stands at a path of an input, such as `finding.sessionId`; null where there is no text, and without a path.
 * @param input may be anything: nobody has checked it where the page asks
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
