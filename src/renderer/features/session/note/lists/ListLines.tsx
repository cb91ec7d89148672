// The session's two lists in the note: techniques under the Objective section, homework under Plan.
import { memo } from 'react'
import { treatedSentence, techniques } from '#shared/domain/bodymap/treatment.ts'
import { homeworkIdeas } from '#shared/domain/sessionItem.ts'
import type { TreatedArea } from '#shared/domain/bodymap/marks.ts'
import { ListRow } from './ListRow.tsx'
import { listLabels, type SessionLists } from '../../draft/sessionLists.ts'
import classes from './SessionLine.module.css'

interface Props {
  lists: SessionLists
  /** The treated areas as they stand on the map. */
  areas: readonly TreatedArea[]
}

/** The techniques, and after them what was treated on the map, as sentences. */
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

/** What the client does at home. */
export const HomeworkLine = memo(({ lists }: { lists: SessionLists }) => (
  <div className={classes.line}>
    <ListRow
      lists={lists}
      list="homework"
      title="Homework"
      label={listLabels.homework}
      hint="Add homework"
      ideas={homeworkIdeas}
    />
  </div>
))
