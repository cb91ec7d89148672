// What is said aloud after a mark was made, and the mark itself as the palette makes it.
import { findingKind, plainFinding, type Finding } from '#shared/domain/bodymap/finding.ts'
import { labelOfRegion } from '#shared/domain/bodymap/regions.ts'
import type { MapSpot } from '../map/FigureMap.tsx'
import type { Palette } from './palette.ts'
import type { Tapped } from './tap.ts'

/** "Right upper trapezius: pain 6 of 10, raised." */
export function tapWords({ regionId, kind, severity }: Finding, did: Tapped['did']): string {
  const what = `${labelOfRegion(regionId)}: ${findingKind(kind).name.toLowerCase()} ${severity} of 10`
  return did === 'highest' ? `${what}, the highest.` : `${what}, ${did}.`
}

/** A finding with what the palette is set to, at a spot. */
export const plainMark = (
  { regionId, view, phase }: Pick<MapSpot, 'regionId' | 'view' | 'phase'>,
  { kind, severity }: Pick<Palette, 'kind' | 'severity'>,
  sessionId: string,
  id: string,
): Finding => ({ ...plainFinding({ regionId, view, phase, kind, severity }), id, sessionId })
