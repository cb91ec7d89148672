// The fields of a treated area, for the next one and for those in the table.
import { Autocomplete, TextInput } from '@mantine/core'
import { useId, useRef, useState, type KeyboardEvent } from 'react'
import { longestSessionMinutes, minutesOfText } from '#shared/domain/session.ts'
import { fieldTextLimit } from '#shared/domain/text.ts'
import { pressures } from '#shared/domain/bodymap/marks.ts'
import { techniques } from '#shared/domain/bodymap/treatment.ts'
import { ourKeys } from '#renderer/ui/inputMethodKeys.ts'
import { byLabel } from '#renderer/ui/SearchableSelect.tsx'
import { forgetForm, keepForm, keptForm } from '#renderer/bridge/workspace.ts'
import { useUnstored } from '#renderer/ui/unstoredFields.ts'
import paper from '#renderer/ui/paper.module.css'
import classes from './TreatedFields.module.css'

interface TechniqueProps {
  /** The accessible name. */
  label: string
  value: string
  /** Never empty. `typing`: more letters may come. */
  onChange: (technique: string, pace?: 'typing') => void
  variant?: 'default' | 'unstyled'
}

/** A technique: one of those that are offered, or any other. Left empty, it stays what it was. */
export function TechniqueInput({ label, value, onChange, variant = 'default' }: TechniqueProps) {
  const [typed, setTyped] = useState<string | null>(null)
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onKeyDown={ourKeys(keepEscape)}>
      <Autocomplete
        size="xs"
        variant={variant}
        aria-label={label}
        maxLength={fieldTextLimit}
        data={[...techniques]}
        value={typed ?? value}
        // All of them until something is typed: the one that is chosen would hide the others.
        filter={typed === null ? ({ options }) => options : byLabel}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(text) => {
          const isOffered = techniques.includes(text)
          setTyped(isOffered ? null : text)
          if (text.trim() !== '') onChange(text.trim(), isOffered ? undefined : 'typing')
        }}
        onBlur={() => setTyped(null)}
        classNames={{ input: classes.input ?? '', dropdown: paper.floating ?? '' }}
        comboboxProps={{ width: 220, position: 'bottom-start' }}
      />
    </div>
  )
}

/** Escape closes the open list and nothing else: the map would put its tool away. */
function keepEscape(event: KeyboardEvent): void {
  const isOpen = event.target instanceof Element && event.target.getAttribute('aria-expanded') === 'true'
  if (event.key === 'Escape' && isOpen) event.stopPropagation()
}

interface MinutesProps {
  label: string
  /** 1–1440, or null when not counted. */
  value: number | null
  onChange: (minutes: number | null, pace?: 'typing') => void
  /** The form under which the vault keeps an invalid text. */
  keptIn: string
  variant?: 'default' | 'unstyled'
}

/** Minutes, or nothing. An invalid text stays as typed, is reported as not saved, and is not stored. */
export function MinutesInput({ label, value, onChange, keptIn, variant = 'default' }: MinutesProps) {
  const [typed, setTyped] = useState<string | null>(() => keptForm(keptIn)?.['minutes'] ?? null)
  const input = useRef<HTMLInputElement>(null)
  const isWrong = typed !== null && minutesOf(typed) === undefined
  useUnstored({ name: label, isUnstored: isWrong, show: () => input.current?.focus(), keptIn })
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowUp: 1, ArrowDown: -1 }[event.key]
    if (step === undefined || isWrong) return
    event.preventDefault()
    setTyped(null)
    onChange(Math.min(longestSessionMinutes, Math.max(1, (value ?? 0) + step)), 'typing')
  }
  return (
    <TextInput
      ref={input}
      size="xs"
      variant={variant}
      // Text, so that every character that is typed can be seen; to assistive technology the number that it is.
      role="spinbutton"
      inputMode="numeric"
      maxLength={fieldTextLimit}
      aria-valuemin={1}
      aria-valuemax={longestSessionMinutes}
      {...(value !== null && { 'aria-valuenow': value })}
      aria-label={label}
      placeholder="–"
      rightSection={<span aria-hidden>min</span>}
      rightSectionWidth={32}
      rightSectionPointerEvents="none"
      error={isWrong}
      value={typed ?? value ?? ''}
      onFocus={(event) => event.currentTarget.select()}
      onChange={({ currentTarget: { value: text } }) => {
        const minutes = minutesOf(text)
        setTyped(text)
        if (minutes === undefined) return keepForm(keptIn, { minutes: text })
        forgetForm(keptIn)
        onChange(minutes, 'typing')
      }}
      onKeyDown={ourKeys(onKeyDown)}
      onBlur={() => !isWrong && setTyped(null)}
      classNames={{ wrapper: classes.minutes ?? '', input: classes.input ?? '', section: classes.unit ?? '' }}
    />
  )
}

/** Null for an empty text, undefined for what is no number of minutes. */
const minutesOf = (text: string): number | null | undefined =>
  text.trim() === '' ? null : (minutesOfText(text) ?? undefined)

interface PressureProps {
  /** The accessible name. */
  label: string
  /** 1 (light) to 5 (very firm), or null. */
  value: number | null
  onChange: (pressure: number | null) => void
}

/** Pressure 1 to 5 as radios, with "–" for none. */
export function PressureRadios({ label, value, onChange }: PressureProps) {
  const group = useId()
  return (
    <fieldset className={classes.pressure} role="radiogroup" aria-label={label}>
      {[null, ...pressures].map((pressure) => (
        <label key={pressure} className={classes.step} title={titles.get(pressure)}>
          <input
            type="radio"
            name={group}
            aria-label={pressure === null ? 'None' : String(pressure)}
            checked={value === pressure}
            onChange={() => onChange(pressure)}
          />
          <span aria-hidden>{pressure ?? '–'}</span>
        </label>
      ))}
    </fieldset>
  )
}

const titles = new Map<number | null, string>([
  [null, 'Not recorded'],
  [1, 'Light'],
  [5, 'Very firm'],
])
