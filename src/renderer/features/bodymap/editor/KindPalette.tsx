// Choosing a kind of finding: symbol, colour and word; number keys choose the first ten.
import { useEffect, useId, useRef, type KeyboardEvent, type RefObject } from 'react'
import { findingKinds, type FindingKind } from '#shared/domain/bodymap/finding.ts'
import { isOfInputMethod } from '#renderer/ui/inputMethodKeys.ts'
import { KindBadge } from '#renderer/figure/index.ts'
import { keyOfKind, kindOfKey } from '../marking/kindKeys.ts'
import classes from './KindPalette.module.css'

interface Props {
  /** The panel that it stands in. */
  panel: RefObject<HTMLElement | null>
  value: FindingKind
  onChange: (kind: FindingKind) => void
}

export function KindPalette({ panel, value, onChange }: Props) {
  const group = useId()
  const palette = useRef<HTMLFieldSetElement>(null)
  // The number keys are the quickest way on, so this is where the keyboard begins. When the panel opens it is put here by
  // the panel itself, a moment later; to do it twice would take it back from somebody who has gone on meanwhile.
  useEffect(() => {
    if (panel.current?.contains(document.activeElement)) {
      palette.current?.querySelector<HTMLInputElement>('input:checked')?.focus({ preventScroll: true })
    }
  }, [panel])
  const onKeyDown = (event: KeyboardEvent) => {
    if (isOfInputMethod(event)) return
    const kind = kindOfKey(event.key)
    if (!kind || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    onChange(kind)
    palette.current?.querySelector<HTMLInputElement>(`input[value="${kind}"]`)?.focus()
  }
  return (
    <fieldset ref={palette} className={classes.palette}>
      <legend className={classes.title}>Kind</legend>
      {findingKinds.map(({ id, name }, index) => (
        <label key={id} className={classes.kind}>
          <input
            type="radio"
            name={group}
            value={id}
            checked={id === value}
            data-autofocus={id === value || undefined}
            onChange={() => onChange(id)}
            onKeyDown={onKeyDown}
          />
          <KindBadge kind={id} />
          <span className={classes.name}>{name}</span>
          {keyOfKind(index) && (
            <kbd className={classes.key} aria-hidden>
              {keyOfKind(index)}
            </kbd>
          )}
        </label>
      ))}
    </fieldset>
  )
}
