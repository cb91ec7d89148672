// A choice among a few as a row of words, with real radio buttons over them, so that keys and touch work as usual.
import { useId } from 'react'
import classes from './RadioTabs.module.css'

interface Props<T extends string> {
  /** The accessible name of the group. */
  label: string
  value: T
  choices: readonly { readonly id: T; readonly name: string }[]
  onChange: (id: T) => void
}

export function RadioTabs<T extends string>({ label, value, choices, onChange }: Props<T>) {
  const group = useId()
  return (
    <div className={classes.tabs} role="radiogroup" aria-label={label}>
      {choices.map(({ id, name }) => (
        <label key={id} className={classes.tab}>
          <input type="radio" name={group} checked={id === value} onChange={() => onChange(id)} />
          {name}
        </label>
      ))}
    </div>
  )
}
