// Choosing a kind of finding by symbol, colour and word; number keys choose the first ten. In a finding's panel it is a list
// with every word; above the map it is a row of symbols, the chosen one with its word.
import { Tooltip } from '@mantine/core'
import { useEffect, useId, useRef, type ComponentProps, type KeyboardEvent, type RefObject } from 'react'
import { findingKinds, type FindingKind } from '#shared/domain/bodymap/finding.ts'
import { KindBadge } from '#renderer/figure/index.ts'
import { isOfInputMethod } from '#renderer/ui/inputMethodKeys.ts'
import { keyOfKind, kindOfKey } from './mapKeys.ts'
import hidden from '#renderer/ui/spoken.module.css'
import classes from './KindChoice.module.css'

interface Props {
  value: FindingKind
  onChange: (kind: FindingKind) => void
}

/** The list in a finding's panel; the number keys work while one of its kinds has the focus. */
export function KindPalette({ panel, value, onChange }: Props & { panel: RefObject<HTMLElement | null> }) {
  const group = useId()
  const palette = useRef<HTMLFieldSetElement>(null)
  // Takes the focus first, for the number keys. When the panel opens
  // the panel sets the focus a moment later; setting it twice would steal it from the next field.
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
    <fieldset ref={palette} className={classes.list}>
      <legend className={hidden.spoken}>Kind</legend>
      {findingKinds.map((_, index) => (
        <Kind
          key={index}
          index={index}
          group={group}
          size={18}
          value={value}
          onChoose={onChange}
          onKeyDown={onKeyDown}
        />
      ))}
    </fieldset>
  )
}

/** The row above the map, whose number keys are the map's own. */
export function KindToolbar({ value, onChange }: Props) {
  const group = useId()
  return (
    <div className={classes.row} role="toolbar" aria-label="Kind of finding">
      {findingKinds.map(({ id, name }, index) => (
        <Tooltip key={id} label={name} disabled={id === value} openDelay={250} withArrow withinPortal={false}>
          <Kind index={index} group={group} size={20} value={value} onChoose={onChange} />
        </Tooltip>
      ))}
    </div>
  )
}

interface KindProps extends Omit<ComponentProps<'label'>, 'onKeyDown'> {
  /** Its place in the legend, which says its key. */
  index: number
  group: string
  /** Of its symbol, in CSS pixels. */
  size: number
  value: FindingKind
  onChoose: (kind: FindingKind) => void
  onKeyDown?: (event: KeyboardEvent) => void
}

/** One kind; a tooltip around it hands on what it needs of a label. */
function Kind({ index, group, size, value, onChoose, onKeyDown, ...label }: KindProps) {
  const kind = findingKinds[index]
  if (!kind) return null
  const { id, name } = kind
  const key = keyOfKind(index)
  return (
    <label {...label} className={classes.kind} data-chosen={id === value || undefined}>
      <input
        type="radio"
        name={group}
        value={id}
        aria-label={name}
        aria-keyshortcuts={key ?? undefined}
        checked={id === value}
        data-autofocus={id === value || undefined}
        onChange={() => onChoose(id)}
        onKeyDown={onKeyDown}
      />
      <KindBadge kind={id} size={size} />
      <span className={classes.name}>{name}</span>
      {key && (
        <kbd className={classes.key} aria-hidden>
          {key}
        </kbd>
      )}
    </label>
  )
}
