// The legends, on screen and on paper: the kinds of finding, and the signs besides them, each with its words.
import type { ReactNode } from 'react'
import { findingKind, type FindingKind } from '#shared/domain/bodymap/finding.ts'
import classes from './Legends.module.css'
import layers from './MapLayers.module.css'
import { KindBadge } from '../marks/kindGlyphs.tsx'

const signs: readonly { words: string; sign: ReactNode }[] = [
  {
    words: 'Not confirmed',
    sign: <circle r="7" fill="none" stroke="currentColor" strokeWidth="1.6" strokeDasharray="3 2.2" />,
  },
  {
    words: 'Refers to',
    sign: <path d="M-8 0H3M1-4 8 0 1 4z" fill="currentColor" stroke="currentColor" strokeWidth="1.6" />,
  },
  {
    words: 'Forbidden',
    sign: <path className={layers.sample} d="M-8-8 8 8M-8 0 0 8M0-8 8 0M8-8-8 8M0-8-8 0M8 0 0 8" />,
  },
  { words: 'Limited', sign: <path className={layers.sample} d="M-8 8 8-8M-8 0 0-8M0 8 8 0" /> },
  {
    words: 'Avoid, from the health answers',
    sign: (
      <g fill="currentColor" className={layers.dots}>
        {[-6, 0, 6].flatMap((x) => [-6, 0, 6].map((y) => <circle key={`${x} ${y}`} cx={x} cy={y} r="1.7" />))}
      </g>
    ),
  },
  {
    words: 'Treated',
    sign: <rect x="-7" y="-7" width="14" height="14" rx="3" className={layers.treatedSample} strokeDasharray="1 2.6" />,
  },
  { words: 'Last visit', sign: <circle r="7" fill="none" stroke="currentColor" strokeWidth="1.2" opacity="0.6" /> },
]

/** The signs besides kinds. */
export const LayerLegend = () => (
  <ul className={classes.legend} aria-label="Layers">
    {signs.map(({ words, sign }) => (
      <li key={words}>
        <svg width={16} height={16} viewBox="-9 -9 18 18" aria-hidden style={{ flex: 'none' }}>
          {sign}
        </svg>
        {words}
      </li>
    ))}
  </ul>
)

interface Props {
  /** The kinds to explain, in the order shown. */
  kinds: readonly FindingKind[]
}

/** Symbol, colour and word of kinds of finding. */
export const Legend = ({ kinds }: Props) => (
  <ul className={classes.legend} aria-label="Legend">
    {kinds.map((kind) => (
      <li key={kind}>
        <KindBadge kind={kind} size={14} />
        {findingKind(kind).name}
      </li>
    ))}
  </ul>
)
