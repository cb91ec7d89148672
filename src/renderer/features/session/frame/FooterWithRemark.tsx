// The footer of a session, with the private remark above it when it is wanted.
import { Button, Textarea } from '@mantine/core'
import { memo, useCallback, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { SessionRecord } from '#shared/contract/sessions.ts'
import { longTextLimit } from '#shared/domain/text.ts'
import { isOfInputMethod } from '#renderer/ui/inputMethodKeys.ts'
import { usePlace } from '#renderer/ui/places.tsx'
import { shortcutForAria, useShortcut } from '#renderer/ui/shortcuts.ts'
import type { Autosave } from '../draft/autosave.ts'
import classes from './FooterWithRemark.module.css'

interface Props {
  record: Pick<SessionRecord, 'id' | 'privateRemark'>
  autosave: Autosave
  /** Renders the footer around the given button; a stable function where possible. */
  children: (button: ReactNode) => ReactNode
}

export const FooterWithRemark = memo(({ record, autosave, children }: Props) => {
  const [text, setText] = useState(record.privateRemark)
  const [isOpen, setIsOpen] = useState(false)
  const newest = useRef(text)
  const button = useRef<HTMLButtonElement>(null)
  const section = useRef<HTMLElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const panel = useId()
  const note = useId()
  const isFilled = text.trim() !== ''

  const change = (next: string) => {
    newest.current = next
    setText(next)
    autosave.change('remark', () => ({
      changes: [{ operation: 'session:savePrivateRemark', input: { id: record.id, text: newest.current } }],
    }))
  }
  const close = useCallback(() => {
    setIsOpen(false)
    button.current?.focus()
  }, [])
  const toggle = useCallback(() => (isOpen ? close() : setIsOpen(true)), [isOpen, close])
  useShortcut('privateRemark', toggle)
  usePlace('remark', {
    focus: () => (field.current ? field.current.focus() : setIsOpen(true)),
    hasFocus: () => section.current?.contains(document.activeElement) ?? false,
  })
  // Memoised, so that typing does not render the footer again.
  const remark = useMemo(
    () => (
      <Button
        ref={button}
        variant="default"
        aria-expanded={isOpen}
        {...(isOpen && { 'aria-controls': panel })}
        {...(isFilled && { 'aria-description': 'There is one' })}
        aria-keyshortcuts={shortcutForAria('privateRemark')}
        onClick={toggle}
        rightSection={isFilled ? <span className={classes.dot} aria-hidden /> : undefined}
      >
        Private remark
      </Button>
    ),
    [isOpen, isFilled, panel, toggle],
  )
  const onKeyDown = (event: KeyboardEvent) => {
    if (isOfInputMethod(event)) return
    if (event.key !== 'Escape') return
    event.stopPropagation()
    close()
  }

  return (
    <div className={classes.foot}>
      {isOpen && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
        <section
          ref={section}
          id={panel}
          className={classes.panel}
          data-remark
          aria-label="Private remark"
          onKeyDown={onKeyDown}
        >
          <Textarea
            ref={field}
            aria-label="Private remark"
            aria-describedby={note}
            autosize
            minRows={2}
            maxRows={7}
            maxLength={longTextLimit}
            value={text}
            dir="auto"
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            onChange={(event) => change(event.currentTarget.value)}
          />
          <div className={classes.below}>
            <p id={note} className={classes.note}>
              For you alone: not a part of the signed note, and not in a patient file unless you choose it there.
            </p>
            <Button variant="subtle" color="gray" size="compact-sm" onClick={close}>
              Close
            </Button>
          </div>
        </section>
      )}
      {children(remark)}
    </div>
  )
})
