// A finding that is being filled in and not added yet: kept in the vault, so that a lock or a crash does not lose it.
import { findingFields, type FindingFields } from '#shared/domain/bodymap/finding.ts'
import { forgetForm, keepForm, keptForm } from '#renderer/bridge/workspace.ts'

const formOf = (sessionId: string) => `finding ${sessionId}`

/** Keeps the fields as they stand; the session's earlier half-made finding is replaced. */
export function keepHalfMade(sessionId: string, fields: FindingFields): void {
  keepForm(formOf(sessionId), { fields: JSON.stringify(fields) })
}

/** The session's half-made finding, or null when there is none that can be read. */
export function halfMadeFinding(sessionId: string): FindingFields | null {
  const text = keptForm(formOf(sessionId))?.['fields']
  if (text === undefined) return null
  try {
    return findingFields.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** It was added or given up. */
export const forgetHalfMade = (sessionId: string): void => forgetForm(formOf(sessionId))
