// A named part of a session on paper: its name left, the record right.
import type { ReactNode } from 'react'
import classes from './SessionArticle.module.css'

interface PartProps {
  name: string
  kind?: 'text' | 'signature'
  children: ReactNode
}

/** A named part of the session. Its name is no heading element, so that the outline keeps one entry a session. */
export function Part({ name, kind = 'text', children }: PartProps) {
  return (
    <div
      role="group"
      className={kind === 'signature' ? `${classes.part} ${classes.signed}` : classes.part}
      aria-label={name}
    >
      <p className={classes.partName}>{name}</p>
      {children}
    </div>
  )
}
