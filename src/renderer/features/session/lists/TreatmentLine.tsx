// Under the Objective section: the techniques, and after them what was treated on the map, as sentences.
import { memo } from 'react'
import { treatedSentence, techniques } from '#shared/domain/bodymap/treatment.ts'
import type { TreatedArea } from '#shared/domain/bodymap/treatedArea.ts'
import { useAnswer } from '#renderer/bridge/queries.ts'
import { ItemPills } from './ItemPills.tsx'
import type { SessionLists } from './sessionLists.ts'
import classes from './SessionLine.module.css'
import { usedFirst } from './usedFirst.ts'
import { useListItems } from './useSessionLists.ts'

interface Props {
  lists: SessionLists
  /** The treated areas as they stand on the map. */
  areas: readonly TreatedArea[]
}

export const TreatmentLine = memo(({ lists, areas }: Props) => {
  const items = useListItems(lists, 'technique')
  const { data } = useAnswer('lists:suggestions', {})
  return (
    <div className={classes.line} role="group" aria-label="Treatment" data-list="technique">
      <div className={classes.row}>
        <span className={classes.label} aria-hidden>
          Techniques
        </span>
        <ItemPills
          shortcut="technique"
          label="Technique"
          hint="Add a technique"
          items={items}
          suggestions={usedFirst(data?.techniques ?? [], techniques)}
          onChange={(next) => lists.set('technique', next)}
          onConfirm={() => lists.confirm('technique')}
        />
      </div>
      {areas.length > 0 && (
        <p className={classes.sentence} dir="auto">
          {areas.map(treatedSentence).join(' ')}
        </p>
      )}
    </div>
  )
})
