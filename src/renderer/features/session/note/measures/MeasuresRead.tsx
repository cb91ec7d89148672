// The measures of a signed note: the same tiles, to be read.
import { useRef } from 'react'
import type { SessionRecord } from '#shared/contract/sessions.ts'
import { allMeasureLines } from '#shared/domain/measureLines.ts'
import { focusFirst, usePlace } from '#renderer/ui/places.tsx'
import classes from './measures.module.css'
import { Tile } from './Tile.tsx'

type Measured = Pick<SessionRecord, 'painBefore' | 'painAfter' | 'measures'>

export function MeasuresRead({ record }: { record: Measured }) {
  const row = useRef<HTMLDivElement>(null)
  usePlace('measures', { focus: () => focusFirst(row.current) })
  const lines = allMeasureLines(record)
  if (lines.length === 0) return null
  return (
    <div ref={row} className={classes.row} role="group" aria-label="Measures">
      {lines.map(({ key, name, value, change }) => (
        <Tile key={key} name={name} change={change}>
          <span className={classes.read}>{value}</span>
        </Tile>
      ))}
    </div>
  )
}
