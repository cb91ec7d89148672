// A measured value that is typed. What cannot be read is shown as it was typed, said to be wrong, and not saved.
import { useState, type KeyboardEvent } from 'react'
import { ourKeys } from '#renderer/ui/inputMethodKeys.ts'
import classes from './measures.module.css'

interface Props<T> {
  /** The accessible name. */
  label: string
  /** The value as it is shown. */
  shown: string
  /** Reads what was typed; undefined where it is no value. */
  read: (text: string) => T | undefined
  onChange: (value: T) => void
  hint?: string
  /** What stands behind the value, while it is typed as well: nothing may move when the keyboard leaves. */
  unit?: string
  takesFocus?: boolean
  /** What the arrow up and down keys make of the value. */
  onStep?: (by: 1 | -1) => void
}

export function TypedValue<T>({ label, shown, read, onChange, hint, unit, takesFocus, onStep }: Props<T>) {
  const [typed, setTyped] = useState<string | null>(null)
  const isWrong = typed !== null && read(typed) === undefined
  const onKeyDown = (event: KeyboardEvent) => {
    if (!onStep || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    setTyped(null)
    onStep(event.key === 'ArrowUp' ? 1 : -1)
  }
  const text = typed ?? shown
  return (
    <span className={classes.withUnit}>
      <input
        className={classes.typed}
        // As wide as what is in it.
        size={Math.max(2, text.length)}
        aria-label={label}
        aria-invalid={isWrong}
        title={isWrong ? hint : undefined}
        placeholder="–"
        autoComplete="off"
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={takesFocus}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
        onChange={({ currentTarget: { value } }) => {
          setTyped(value)
          const next = read(value)
          if (next !== undefined) onChange(next)
        }}
        // What could be read is shown as it is kept; what could not stays, to be mended.
        onBlur={() => !isWrong && setTyped(null)}
        onKeyDown={ourKeys(onKeyDown)}
      />
      {unit && (
        <span className={classes.unit} aria-hidden>
          {unit}
        </span>
      )}
    </span>
  )
}
