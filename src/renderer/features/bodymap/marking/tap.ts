// What one tap on a region does: it marks, confirms, looks again or raises; never asks.
import { plainFinding, type Finding, type FindingKind, type Phase } from '#shared/domain/bodymap/finding.ts'
import type { View } from '#shared/domain/bodymap/figure.ts'
import { afterOf } from '#shared/domain/bodymap/markAfter.ts'
import { mapAt } from '#shared/domain/bodymap/phases.ts'
import type { RegionId } from '#shared/domain/bodymap/regions.ts'

export interface Tap {
  readonly sessionId: string
  /** The session's findings of both phases. */
  readonly findings: readonly Finding[]
  readonly phase: Phase
  readonly view: View
  readonly regionId: RegionId
  /** The finding whose own mark was hit; null when the region was. */
  readonly findingId: string | null
  /** What the palette is set to. */
  readonly kind: FindingKind
  readonly severity: number
  /** The id of a finding that the tap makes. */
  readonly newId: string
}

export interface Tapped {
  /** Null when the finding is new. */
  readonly before: Finding | null
  /** The finding as it is now. */
  readonly after: Finding
  readonly did: 'marked' | 'confirmed' | 'looked at again' | 'raised' | 'highest'
}

const highest = 10

/**
 * On a region without a mark of the palette's kind: a new finding. On a carried-over finding: confirms it. In the after
 * phase, on what was found before: looks at it again, with the severity it had; what was said to be gone comes back so
 * too. On a mark of the palette's kind, or on a
 * mark itself: raises the severity by one, up to 10.
 */
export function tapRegion(tap: Tap): Tapped {
  const here = mapAt(tap.findings, tap.phase).filter(({ regionId }) => regionId === tap.regionId)
  const hit = here.find(({ id }) => id === tap.findingId)
  const ofRegion = here.filter(({ point }) => point === null)
  const unconfirmed = [hit ?? [], ofRegion].flat().find(({ isConfirmed }) => !isConfirmed)
  if (unconfirmed) return { before: unconfirmed, after: { ...unconfirmed, isConfirmed: true }, did: 'confirmed' }
  if (tap.phase === 'after') {
    const notLookedAt = hit ? [hit] : ofRegion
    const before = notLookedAt.find(({ phase }) => phase === 'before')
    if (before) return { before: null, after: afterOf(before, tap.newId), did: 'looked at again' }
  }
  const known = hit ?? ofRegion.findLast(({ kind }) => kind === tap.kind)
  if (!known) return broughtBack(tap) ?? { before: null, after: newFinding(tap), did: 'marked' }
  if (known.severity >= highest) return { before: known, after: known, did: 'highest' }
  return { before: known, after: { ...known, severity: known.severity + 1 }, did: 'raised' }
}

/** A finding of the palette's kind that treatment had ended, as it was before; null where there is none. */
function broughtBack({ findings, phase, regionId, kind }: Tap): Tapped | null {
  if (phase === 'before') return null
  const gone = findings.findLast(
    (one) =>
      one.regionId === regionId &&
      one.kind === kind &&
      one.continuesId !== null &&
      one.severity === 0 &&
      one.point === null,
  )
  const before = findings.find(({ id }) => id === gone?.continuesId)
  if (!gone || !before) return null
  return { before: gone, after: { ...gone, severity: before.severity }, did: 'looked at again' }
}

/** A finding with what the palette is set to, at a spot. */
export const newFinding = ({
  sessionId,
  phase,
  view,
  regionId,
  kind,
  severity,
  newId,
}: Omit<Tap, 'findings' | 'findingId'>): Finding => ({
  ...plainFinding({ regionId, kind, severity, phase, view }),
  id: newId,
  sessionId,
})
