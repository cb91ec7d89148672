// The symbols of the kinds of finding as vector strokes, so that they look the same in every font and on paper.
import type { ReactNode } from 'react'
import { findingKind, type FindingKind } from '#shared/domain/bodymap/finding.ts'

/** Each glyph lies in a box from −6 to 6 around the origin and is drawn as strokes in the current colour. */
const glyphs: Readonly<Record<FindingKind, ReactNode>> = {
  pain: <path d="M-2.6 5V-5H.6a2.9 2.9 0 0 1 0 5.8H-2.6" />,
  'tender-point': <path d="M-4-4.6H4M0-4.6V5" />,
  'trigger-point': <path d="M-4-4 4 4M4-4-4 4" />,
  hypertonicity: <path d="M-4.4-3.6H4.4M-4.4 0H4.4M-4.4 3.6H4.4" />,
  spasm: <path d="M-5-1.4q2.5-3.4 5 0t5 0M-5 3.2q2.5-3.4 5 0t5 0" />,
  adhesion: <path d="M-1-5-2.6 5M2.6-5 1 5M-5-1.8H5M-5 1.8H5" />,
  inflammation: (
    <>
      <circle r="4.6" />
      <circle r="1.4" fill="currentColor" />
    </>
  ),
  numbness: <path d="M-5 1.6C-3.6-5.4-1.6-5.4 0 0S3.6 5.4 5-1.6" />,
  restriction: <path d="M3.4-5V5M3.4 0H-5" />,
  weakness: <path d="M0-5V4.6M-3.8.8 0 4.8 3.8.8" />,
  scar: <path d="M0-5.2V5.2M-3.4-1.8H3.4" />,
  bruise: <circle r="3.4" fill="currentColor" />,
  avoid: (
    <>
      <circle r="4.6" />
      <path d="M-3.2 3.2 3.2-3.2" />
    </>
  ),
}

/** A kind's symbol as SVG strokes around the origin, 12 units wide, in `currentColor`. */
export const KindGlyph = ({ kind }: { kind: FindingKind }) => (
  <g fill="none" stroke="currentColor" strokeWidth="1.9" strokeLinecap="round" strokeLinejoin="round">
    {glyphs[kind]}
  </g>
)

interface Props {
  kind: FindingKind
  /** Diameter in CSS pixels; 18 by default. */
  size?: number
}

/** A kind's symbol on its colour, as lists, palette and legend show it. */
export const KindBadge = ({ kind, size = 18 }: Props) => (
  <svg width={size} height={size} viewBox="-10 -10 20 20" aria-hidden style={{ flex: 'none', color: '#fff' }}>
    {/* The ring is visible only on a dark background, where a dark colour would be lost. */}
    <circle r="9.5" fill={findingKind(kind).colour} stroke="#fff" strokeOpacity="0.3" />
    <KindGlyph kind={kind} />
  </svg>
)
