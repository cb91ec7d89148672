// One of the session's lists as pills with a field for the next entry. What was taken over is tinted until confirmed.
import { Pill, TagsInput, VisuallyHidden } from '@mantine/core'
import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { fieldTextLimit } from '#shared/domain/text.ts'
import type { SessionItem } from '#shared/domain/sessionItem.ts'
import { finishBeforeSaving } from '#renderer/bridge/unsavedWork.ts'
import { today } from '#renderer/bridge/wallClock.ts'
import { shortDateWords, useDateFormat } from '#renderer/ui/dateWords.ts'
import { ourKeys } from '#renderer/ui/inputMethodKeys.ts'
import { useLatest } from '#renderer/ui/useLatest.ts'
import { focusInView, usePlace } from '#renderer/ui/places.tsx'
import { shortcutForAria, useShortcut } from '#renderer/ui/shortcuts.ts'
import paper from '#renderer/ui/paper.module.css'
import classes from './ItemPills.module.css'
import { offeredItems } from './offeredItems.ts'

interface Props {
  /** The shortcut that leads to the field. */
  shortcut: 'technique' | 'homework'
  /** The name of its place on the screen. */
  place: string
  /** The field's accessible name. */
  label: string
  /** What is seen in the empty field of an empty list. */
  hint: string
  items: readonly SessionItem[]
  suggestions: readonly string[]
  onChange: (items: readonly SessionItem[]) => void
  onConfirm: () => void
}

export function ItemPills({ shortcut, place, label, hint, items, suggestions, onChange, onConfirm }: Props) {
  useDateFormat()
  const note = useId()
  const list = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [isListOpen, setIsListOpen] = useState(false)
  useShortcut(shortcut, () => field.current?.focus())
  usePlace(place, {
    focus: () => focusInView(field.current),
    hasFocus: () => list.current?.contains(document.activeElement) ?? false,
  })
  // The typed text is added on blur, and when the screen is left.
  useEffect(() => finishBeforeSaving(() => field.current?.blur()), [])
  const addLeft = useLatest(() => {
    const text = typed.trim()
    if (text !== '' && !items.some((item) => item.text === text)) onChange([...items, { text, carriedFrom: null }])
  })
  useLayoutEffect(() => () => addLeft.current(), [addLeft])
  const carried = items.flatMap(({ carriedFrom }) => carriedFrom ?? [])
  const carriedIn = (text: string) => items.find((item) => item.text === text)?.carriedFrom ?? null
  const change = (next: readonly string[]) => {
    onChange(next.map((text) => items.find((item) => item.text === text) ?? { text: text.trim(), carriedFrom: null }))
  }
  const texts = items.map(({ text }) => text)
  const { options, isFirstMeant } = offeredItems(suggestions, typed, texts)
  return (
    <div ref={list} className={classes.list}>
      <TagsInput
        ref={field}
        aria-keyshortcuts={shortcutForAria(shortcut)}
        size="xs"
        variant="unstyled"
        aria-label={label}
        {...(carried.length > 0 && { 'aria-describedby': note })}
        placeholder={items.length === 0 ? hint : '+'}
        maxLength={fieldTextLimit}
        // A comma belongs to the text: "Heat, 15 minutes".
        splitChars={[]}
        data={[...options]}
        // They are filtered already.
        filter={({ options: all }) => all}
        selectFirstOptionOnChange={isFirstMeant}
        searchValue={typed}
        onSearchChange={setTyped}
        onDropdownOpen={() => setIsListOpen(true)}
        onDropdownClose={() => setIsListOpen(false)}
        // Remaining text is added on blur. Escape closes the list; once that is closed, it discards the text.
        onKeyDown={ourKeys((event: KeyboardEvent) => {
          if (event.key !== 'Escape' || typed === '') return
          event.stopPropagation()
          if (!isListOpen) setTyped('')
        })}
        value={texts}
        onChange={change}
        isDuplicate={(text, all) => all.includes(text.trim())}
        renderPill={({ value, onRemove }) => (
          <Pill
            className={classes.pill ?? ''}
            withRemoveButton
            onRemove={onRemove ?? (() => undefined)}
            removeButtonProps={{ 'aria-label': `Remove ${value}`, 'aria-hidden': false }}
            mod={{ carried: carriedIn(String(value)) !== null }}
            dir="auto"
          >
            {String(value)}
          </Pill>
        )}
        classNames={{
          root: classes.root ?? '',
          input: classes.input ?? '',
          inputField: classes.field ?? '',
          dropdown: paper.floating ?? '',
        }}
        comboboxProps={{ width: 240, position: 'bottom-start' }}
      />
      {carried.length > 0 && (
        <span className={classes.carried}>
          <span id={note}>
            from {shortDateWords(carried[0] ?? '', today())}
            <VisuallyHidden>, not confirmed</VisuallyHidden>
          </span>
          <button type="button" className={classes.confirm} aria-describedby={note} onClick={onConfirm}>
            Confirm
          </button>
        </span>
      )}
    </div>
  )
}
