// One region of the interactive map: a button in the shape of the region.
import { memo } from 'react'
import classes from './FigureMap.module.css'

interface Props {
  id: string
  path: string
  /** "Right upper trapezius, posterior". */
  label: string
  /** Its findings in words; empty when it has none. */
  description: string
  isMarked: boolean
  /** Whether Tab stops here: one region of each view. */
  isStop: boolean
  isOpen: boolean
}

export const RegionButton = memo(({ id, path, label, description, isMarked, isStop, isOpen }: Props) => (
  <path
    role="button"
    tabIndex={isStop ? 0 : -1}
    data-region={id}
    className={classes.region}
    data-open={isOpen || undefined}
    d={path}
    aria-label={label}
    aria-pressed={isMarked}
    {...(description && { 'aria-description': description })}
  />
))
