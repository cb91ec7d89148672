// A finding that is being filled in and not added yet: kept in the vault, so that a lock or a crash does not lose it.
import { z } from 'zod'
import { findingFields, type FindingFields } from '#shared/domain/bodymap/finding.ts'
import { forgetForm, keepForm, keptForm } from '#renderer/bridge/workspace.ts'

/** The form under which the vault keeps it. */
export const formOfFinding = (sessionId: string): string => `finding ${sessionId}`

/** Where it is may not be chosen yet: an empty text. */
const halfMade = findingFields.extend({ regionId: z.string().max(100) })

/** Keeps the fields as they stand; the session's earlier half-made finding is replaced. */
export function keepHalfMade(sessionId: string, fields: FindingFields): void {
  keepForm(formOfFinding(sessionId), { fields: JSON.stringify(fields) })
}

/** The session's half-made finding, or null when there is none that can be read. */
export function halfMadeFinding(sessionId: string): FindingFields | null {
  const text = keptForm(formOfFinding(sessionId))?.['fields']
  if (text === undefined) return null
  try {
    return halfMade.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** It was added or given up. */
export const forgetHalfMade = (sessionId: string): void => forgetForm(formOfFinding(sessionId))
