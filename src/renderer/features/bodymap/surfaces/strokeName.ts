// Strokes in words.
import { findingKind } from '#shared/domain/bodymap/finding.ts'
import type { Stroke } from '#shared/domain/bodymap/stroke.ts'

/** "Stroke, pain, posterior, before". */
export const strokeName = ({ kind, view, phase }: Pick<Stroke, 'kind' | 'view' | 'phase'>): string =>
  `Stroke, ${findingKind(kind).name.toLowerCase()}, ${view.replace('-', ' ')}, ${phase}`
