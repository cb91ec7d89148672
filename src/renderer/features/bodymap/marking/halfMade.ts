// A finding or a no-go area that is being filled in and not saved yet: kept in the vault, so that a lock or a crash does
// not lose it.
import { z } from 'zod'
import { findingFields, type FindingFields, type Phase } from '#shared/domain/bodymap/finding.ts'
import { forgetForm, keepForm, keptForm } from '#renderer/bridge/workspace.ts'
import type { View } from '#shared/domain/bodymap/figure.ts'
import { regionById, type RegionId } from '#shared/domain/bodymap/regions.ts'

/** The name under which a session's half-made finding is kept. */
export const formOfFinding = (sessionId: string): string => `finding ${sessionId}`

/** Where it is may not be chosen yet: an empty text. */
const fieldsSoFar = findingFields.extend({ regionId: z.string().max(100) })

/** Keeps the fields as they stand; the session's earlier half-made finding is replaced. */
export function keepHalfMade(sessionId: string, fields: FindingFields): void {
  keepForm(formOfFinding(sessionId), { fields: JSON.stringify(fields) })
}

/** The session's half-made finding, or null when there is none that can be read. */
export function halfMadeFinding(sessionId: string): FindingFields | null {
  const text = keptForm(formOfFinding(sessionId))?.['fields']
  if (text === undefined) return null
  try {
    return fieldsSoFar.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** The finding was added or given up. */
export const forgetHalfMade = (sessionId: string): void => forgetForm(formOfFinding(sessionId))

/** Where the editor stands in which a no-go area is filled in. */
export interface NoGoPlace {
  readonly view: View
  readonly phase: Phase
  readonly regionId: RegionId
}

/** The name under which a session's half-made area is kept. */
export const formOfNoGo = (sessionId: string): string => `no-go ${sessionId}`

/** What was typed for the region, or undefined when nothing was. */
export function halfMadeNoGo(sessionId: string, regionId: RegionId): Readonly<Record<string, string>> | undefined {
  const kept = keptForm(formOfNoGo(sessionId))
  return kept?.['regionId'] === regionId ? kept : undefined
}

/** Keeps what is typed; the session's earlier half-made area is replaced. */
export function keepNoGo(sessionId: string, { view, phase, regionId }: NoGoPlace, level: string, reason: string): void {
  keepForm(formOfNoGo(sessionId), { view, phase, regionId, level, reason })
}

/** Where the session's half-made area was being filled in, or null when there is none. */
export function placeOfNoGo(sessionId: string): NoGoPlace | null {
  const kept = keptForm(formOfNoGo(sessionId))
  const region = kept && regionById(kept['regionId'] ?? '')
  const view = region?.views.find((one) => one === kept?.['view'])
  return region && view ? { view, phase: kept?.['phase'] === 'after' ? 'after' : 'before', regionId: region.id } : null
}

/** The area was saved or given up. */
export const forgetNoGo = (sessionId: string): void => forgetForm(formOfNoGo(sessionId))
