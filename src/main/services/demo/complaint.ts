// What a course of treatment in the demo practice is about: where it shows, how the client describes it, findings, treatment.
import type { FindingKind } from '#shared/domain/bodymap/finding.ts'
import type { View } from '#shared/domain/bodymap/figure.ts'

/** A place that a complaint marks on the body map. */
export interface Mark {
  /** The region's id without its side. */
  readonly region: string
  /** The complaint's own side, the other one, both, or the midline. */
  readonly on: 'side' | 'other' | 'both' | 'midline'
  readonly kind: FindingKind
  /** Where it is marked, as long as the figure shows the region there. */
  readonly view: View
  readonly depth: 'superficial' | 'deep' | null
  /** A tissue of that region; see the catalogue. */
  readonly structure?: string
  readonly refersTo?: string
  /** The region that it refers to, without its side. */
  readonly refersToRegion?: string
  /** Severity at the beginning of the course, 0–10. */
  readonly severity: number
}

/** Something that is done about a complaint, as the body map shows it. */
export interface Treatment {
  readonly technique: string
  readonly on: 'side' | 'both'
  /** Regions without their sides, or regions of the midline. */
  readonly regions: readonly string[]
}

/** What a therapist draws to show the complaint: a line from region to region on the complaint's side. */
export interface Drawn {
  readonly view: View | 'lateral'
  readonly kind: FindingKind
  readonly through: readonly string[]
}

/** A movement that is measured at each visit, in degrees. */
interface Range {
  readonly joint: string
  readonly movement: string
  /** The complaint's own side, the other one, or null where the movement has none. */
  readonly on: 'side' | 'other' | null
  readonly from: number
  readonly to: number
}

/** In all texts `{side}` stands for the client's side and `{other}` for the other one. */
export interface Complaint {
  readonly goal: string
  readonly marks: readonly Mark[]
  readonly drawn: Drawn
  readonly ranges: readonly Range[]
  /** Measured besides pain and tension. */
  readonly scores?: readonly ('sleep' | 'stress')[]
  /** What the client can hardly do at the beginning. */
  readonly activities?: readonly string[]
  /** How it began, as the client says at the first visit. */
  readonly histories: readonly string[]
  readonly symptoms: readonly string[]
  readonly improvements: readonly string[]
  /** What made it worse since last time. */
  readonly triggers: readonly string[]
  readonly observations: readonly string[]
  readonly treatments: readonly Treatment[]
  readonly homeCare: readonly string[]
  readonly nextTime: readonly string[]
}

/** A mark on the complaint's own side unless stated otherwise. */
export function mark(
  region: string,
  kind: FindingKind,
  severity: number,
  view: View,
  more: Partial<Pick<Mark, 'on' | 'depth' | 'structure' | 'refersTo' | 'refersToRegion'>> = {},
): Mark {
  return { region, kind, severity, view, on: 'side', depth: null, ...more }
}

export const treatment = (technique: string, on: Treatment['on'], ...regions: readonly string[]): Treatment => ({
  technique,
  on,
  regions,
})

export const line = (view: Drawn['view'], kind: FindingKind, ...through: readonly string[]): Drawn => ({
  view,
  kind,
  through,
})
