// One of the session's lists in its row: what it is, its entries, and what the practice enters there most.
import { useAnswer } from '#renderer/bridge/queries.ts'
import { ItemPills } from './ItemPills.tsx'
import { partOfList, useListItems, type ListName, type SessionLists } from '../../draft/sessionLists.ts'
import classes from './SessionLine.module.css'
import { usedFirst } from './offeredItems.ts'

interface Props {
  lists: SessionLists
  list: ListName
  /** What is seen before the entries. */
  title: string
  /** The field's accessible name. */
  label: string
  /** What is seen in the empty field of an empty list. */
  hint: string
  /** What is offered after what the practice has entered already. */
  ideas: readonly string[]
}

const suggestionsOf = { technique: 'techniques', homework: 'homework' } as const

export function ListRow({ lists, list, title, label, hint, ideas }: Props) {
  const items = useListItems(lists, list)
  const { data } = useAnswer('lists:suggestions', {})
  return (
    <div className={classes.row}>
      <span className={classes.label} aria-hidden>
        {title}
      </span>
      <ItemPills
        shortcut={list}
        place={partOfList[list]}
        label={label}
        hint={hint}
        items={items}
        suggestions={usedFirst(data?.[suggestionsOf[list]] ?? [], ideas)}
        onChange={(next) => lists.set(list, next)}
        onConfirm={() => lists.confirm(list)}
      />
    </div>
  )
}
