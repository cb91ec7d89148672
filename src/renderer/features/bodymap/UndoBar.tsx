// Says that a finding was taken off the map, with the way back; it goes by itself after a while.
import { Button } from '@mantine/core'
import { useEffect } from 'react'
import type { Finding } from '#shared/domain/bodymap/finding.ts'
import classes from './BodyMap.module.css'
import { findingName } from './findingWords.ts'

interface Props {
  /** The finding that was removed last; null when there is nothing to say. */
  removed: Finding | null
  onUndo: (finding: Finding) => void
  onGone: () => void
}

const shownMilliseconds = 8000

export function UndoBar({ removed, onUndo, onGone }: Props) {
  useEffect(() => {
    if (!removed) return
    const timer = setTimeout(onGone, shownMilliseconds)
    return () => clearTimeout(timer)
  }, [removed, onGone])
  return (
    <div aria-live="polite" className={classes.undoPlace}>
      {removed && (
        <div className={classes.undo}>
          <span>Removed: {findingName(removed)}</span>
          <Button variant="default" size="compact-sm" onClick={() => onUndo(removed)}>
            Undo
          </Button>
        </div>
      )}
    </div>
  )
}
