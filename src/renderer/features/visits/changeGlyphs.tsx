// The five changes as drawn signs on their colours: on the map, in the table and in the legend.
import type { ReactNode } from 'react'
import type { ChangeKind } from '#shared/domain/bodymap/comparison.ts'
import classes from './change.module.css'

/** Each in a box from −5 to 5 around the origin, as strokes. Drawn, so that they are alike in every font. */
const signs: Readonly<Record<ChangeKind, ReactNode>> = {
  new: <path d="M0-5V5M-5 0H5" />,
  better: <path d="M0-5V4.6M-4.2 .6 0 4.8 4.2 .6" />,
  same: <path d="M-4.6-2.2H4.6M-4.6 2.2H4.6" />,
  worse: <path d="M0 5V-4.6M-4.2-.6 0-4.8 4.2-.6" />,
  gone: <path d="M-4.6 0H4.6" />,
}

/** A sign on its disc, 20 units wide around the origin; what is gone is hollow and dashed. */
export const ChangeDisc = ({ change }: { change: ChangeKind }) => (
  <g className={classes.change} data-change={change}>
    <circle className={classes.disc} r={change === 'gone' ? 9.2 : 10} />
    <g className={classes.sign}>{signs[change]}</g>
  </g>
)

interface BadgeProps {
  change: ChangeKind
  /** Diameter in CSS pixels. */
  size: number
}

/** A change's sign as lists and the legend show it. */
export const ChangeBadge = ({ change, size }: BadgeProps) => (
  <svg className={classes.badge} width={size} height={size} viewBox="-10.6 -10.6 21.2 21.2" aria-hidden>
    <ChangeDisc change={change} />
  </svg>
)
