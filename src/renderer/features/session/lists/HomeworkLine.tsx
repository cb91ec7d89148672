// Under the Plan section: what the client does at home.
import { memo } from 'react'
import { homeworkIdeas } from '#shared/domain/sessionItem.ts'
import { ListRow } from './ListRow.tsx'
import { listLabels, type SessionLists } from './sessionLists.ts'
import classes from './SessionLine.module.css'

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
