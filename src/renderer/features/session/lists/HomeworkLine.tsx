// Under the Plan section: what the client does at home.
import { memo } from 'react'
import { homeworkIdeas } from '#shared/domain/sessionItem.ts'
import { useAnswer } from '#renderer/bridge/queries.ts'
import { ItemPills } from './ItemPills.tsx'
import type { SessionLists } from './sessionLists.ts'
import classes from './SessionLine.module.css'
import { usedFirst } from './usedFirst.ts'
import { useListItems } from './useSessionLists.ts'

export const HomeworkLine = memo(({ lists }: { lists: SessionLists }) => {
  const items = useListItems(lists, 'homework')
  const { data } = useAnswer('lists:suggestions', {})
  return (
    <div className={classes.line} data-list="homework">
      <div className={classes.row}>
        <span className={classes.label} aria-hidden>
          Homework
        </span>
        <ItemPills
          shortcut="homework"
          label="Homework"
          hint="Add homework"
          items={items}
          suggestions={usedFirst(data?.homework ?? [], homeworkIdeas)}
          onChange={(next) => lists.set('homework', next)}
          onConfirm={() => lists.confirm('homework')}
        />
      </div>
    </div>
  )
})
