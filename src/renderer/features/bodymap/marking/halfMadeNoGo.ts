// A no-go area that is being filled in and not saved yet: kept in the vault, so that a lock or a crash does not lose it.
import type { View } from '#shared/domain/bodymap/figure.ts'
import type { Phase } from '#shared/domain/bodymap/finding.ts'
import { regionById, type RegionId } from '#shared/domain/bodymap/regions.ts'
import { forgetForm, keepForm, keptForm } from '#renderer/bridge/workspace.ts'

/** Where the editor stands in which it is filled in. */
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

/** It was saved or given up. */
export const forgetNoGo = (sessionId: string): void => forgetForm(formOfNoGo(sessionId))
