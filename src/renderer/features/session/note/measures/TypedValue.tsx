// A measured value that is typed: whatever it is, it is kept.
import { useState, type KeyboardEvent } from 'react'
import { fieldTextLimit } from '#shared/domain/text.ts'
import { ourKeys } from '#renderer/ui/inputMethodKeys.ts'
import classes from './measures.module.css'

interface Props<T> {
  /** The accessible name. */
  label: string
  /** The value as it is shown. */
  shown: string
  /** Reads what was typed. */
  read: (text: string) => T
  onChange: (value: T) => void
  hint?: string
  /** What stands behind the value, while it is typed as well: nothing may move on blur. */
  unit?: string
  takesFocus?: boolean
  /** What the arrow up and down keys make of the value. */
  onStep?: (by: 1 | -1) => void
}

/** In characters; a longer value is read by its title, and while it is written. */
const widest = 18
const surelyShown = 8

export function TypedValue<T>({ label, shown, read, onChange, hint, unit, takesFocus, onStep }: Props<T>) {
  const [typed, setTyped] = useState<string | null>(null)
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
        size={Math.min(widest, Math.max(2, text.length))}
        aria-label={label}
        title={text.length > surelyShown ? text : hint}
        maxLength={fieldTextLimit}
        placeholder="–"
        autoComplete="off"
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={takesFocus}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
        onChange={({ currentTarget: { value } }) => {
          setTyped(value)
          onChange(read(value))
        }}
        // It is shown as it is kept.
        onBlur={() => setTyped(null)}
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
