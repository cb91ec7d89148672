// Under the Objective section: the techniques, and after them what was treated on the map, as sentences.
import { memo } from 'react'
import { treatedSentence, techniques } from '#shared/domain/bodymap/treatment.ts'
import type { TreatedArea } from '#shared/domain/bodymap/treatedArea.ts'
import { ListRow } from './ListRow.tsx'
import { listLabels, type SessionLists } from './sessionLists.ts'
import classes from './SessionLine.module.css'

interface Props {
  lists: SessionLists
  /** The treated areas as they stand on the map. */
  areas: readonly TreatedArea[]
}

export const TreatmentLine = memo(({ lists, areas }: Props) => (
  <div className={classes.line} role="group" aria-label="Treatment">
    <ListRow
      lists={lists}
      list="technique"
      title="Techniques"
      label={listLabels.technique}
      hint="Add a technique"
      ideas={techniques}
    />
    {areas.length > 0 && (
      <p className={classes.sentence} dir="auto">
        {areas.map(treatedSentence).join(' ')}
      </p>
    )}
  </div>
))
