// The choice of what the map shows.
import { useId } from 'react'
import { mapViews, type MapView } from './mapViews.ts'
import classes from './ViewTabs.module.css'

interface Props {
  value: MapView
  onChange: (view: MapView) => void
}

/** Real radio buttons that lie over their words, so that arrow keys and touch work as everywhere. */
export function ViewTabs({ value, onChange }: Props) {
  const name = useId()
  return (
    <div className={classes.tabs} role="radiogroup" aria-label="View">
      {mapViews.map(({ id, name: words }) => (
        <label key={id} className={classes.tab}>
          <input type="radio" name={name} checked={id === value} onChange={() => onChange(id)} />
          {words}
        </label>
      ))}
    </div>
  )
}
