// Forbids or limits a region for the client, or lifts it again: from the editor of the region's findings.
import { Button, TextInput, UnstyledButton } from '@mantine/core'
import { useRef, useState, type FormEvent } from 'react'
import type { NoGoArea, ShownNoGo } from '#shared/domain/bodymap/noGo.ts'
import { fieldTextLimit } from '#shared/domain/text.ts'
import { unsentWords, useUnstored } from '#renderer/ui/unstoredFields.ts'
import { RadioTabs } from '#renderer/ui/RadioTabs.tsx'
import { formOfNoGo, forgetNoGo, halfMadeNoGo, keepNoGo, type NoGoPlace } from '../marking/halfMade.ts'
import classes from './NoGoFields.module.css'

interface Props {
  sessionId: string
  place: NoGoPlace
  /** The region's no-go area; undefined when it has none. */
  area: ShownNoGo | undefined
  onPut: (said: Pick<NoGoArea, 'level' | 'reason'>) => void
  onLift: (area: NoGoArea) => void
}

const levels = [
  { id: 'forbidden', name: 'Forbidden' },
  { id: 'limited', name: 'Limited' },
] as const

/** Takes the focus when the focused element was replaced. */
const takeLostFocus = (element: HTMLElement | null) => {
  if (element && document.activeElement === document.body) element.focus()
}

export function NoGoFields({ sessionId, place, area, onPut, onLift }: Props) {
  const [kept] = useState(() => halfMadeNoGo(sessionId, place.regionId))
  const [isOpen, setIsOpen] = useState(kept !== undefined)
  const [level, setLevel] = useState<NoGoArea['level']>(kept?.['level'] === 'limited' ? 'limited' : 'forbidden')
  const [reason, setReason] = useState(kept?.['reason'] ?? '')
  const box = useRef<HTMLInputElement>(null)
  const settle = useUnstored({
    name: 'No-go area',
    isUnstored: !area && isOpen && reason.trim() !== '',
    show: () => box.current?.focus(),
    keptIn: formOfNoGo(sessionId),
    lostWords: (name) => unsentWords(name, reason),
  })
  if (area) {
    return (
      // The pressed button is gone: the focus stays here, so that Esc still closes the panel.
      <div className={classes.area} tabIndex={-1} ref={takeLostFocus}>
        <span dir="auto">
          {area.level === 'forbidden' ? 'Forbidden' : 'Limited'} for this client: {area.reason}
        </span>
        {area.isDerived === true ? (
          <span> From the health answers: it goes when they change.</span>
        ) : (
          <Button size="compact-xs" variant="default" onClick={() => onLift(area)}>
            Lift
          </Button>
        )}
      </div>
    )
  }
  if (!isOpen) {
    return (
      <UnstyledButton ref={takeLostFocus} className={classes.offer} onClick={() => setIsOpen(true)}>
        Forbid or limit this region for the client …
      </UnstyledButton>
    )
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (!reason.trim()) return
    settle()
    forgetNoGo(sessionId)
    onPut({ level, reason: reason.trim() })
  }
  return (
    <form className={classes.form} onSubmit={save}>
      <RadioTabs
        label="No-go"
        value={level}
        choices={levels}
        onChange={(next) => {
          setLevel(next)
          keepNoGo(sessionId, place, next, reason)
        }}
      />
      <TextInput
        ref={box}
        size="xs"
        aria-label="Reason"
        placeholder="Reason: varicosities, healing scar …"
        required
        maxLength={fieldTextLimit}
        value={reason}
        onChange={({ currentTarget: { value: next } }) => {
          setReason(next)
          keepNoGo(sessionId, place, level, next)
        }}
      />
      <Button size="xs" type="submit" variant="default" disabled={!reason.trim()}>
        Save no-go area
      </Button>
    </form>
  )
}
