// A kind's symbol on its colour, as lists, palette and legend show it.
import { findingKind, type FindingKind } from '#shared/domain/bodymap/finding.ts'
import { KindGlyph } from './kindGlyphs.tsx'

interface Props {
  kind: FindingKind
  /** Diameter in CSS pixels; 18 by default. */
  size?: number
}

export const KindBadge = ({ kind, size = 18 }: Props) => (
  <svg width={size} height={size} viewBox="-10 -10 20 20" aria-hidden style={{ flex: 'none', color: '#fff' }}>
    {/* The ring is visible only on a dark background, where a dark colour would be lost. */}
    <circle r="9.5" fill={findingKind(kind).colour} stroke="#fff" strokeOpacity="0.3" />
    <KindGlyph kind={kind} />
  </svg>
)
