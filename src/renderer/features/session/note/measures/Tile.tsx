// One measure in the row: its name, what was measured, and how it changed, in words.
import { createContext, type ReactNode, type RefObject } from 'react'
import type { Change } from '#shared/domain/measureChange.ts'
import classes from './measures.module.css'

/** The row around the tiles, within which what opens under one of them has to stay. */
export const RowContext = createContext<RefObject<HTMLElement | null> | null>(null)

interface Props {
  /** The region's accessible name, and the words at its top where `head` gives no others. */
  name: string
  head?: ReactNode
  change?: Change
  children: ReactNode
}

export const Tile = ({ name, head = name, change, children }: Props) => (
  <section className={classes.tile} aria-label={name}>
    <div className={classes.name} dir="auto" title={name}>
      {head}
    </div>
    <div className={classes.value}>
      {children}
      {change && <ChangeWords change={change} />}
    </div>
  </section>
)

const ChangeWords = ({ change: { words, direction } }: { change: Change }) => (
  <span className={classes.change} data-direction={direction ?? undefined} aria-live="polite">
    {words}
  </span>
)

export const Arrow = () => (
  <span className={classes.arrow} aria-hidden>
    →
  </span>
)
