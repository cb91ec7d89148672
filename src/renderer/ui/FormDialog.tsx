// A dialog with a form: its foot stays in view, and closing it asks before anything typed is thrown away.
import { Button, Group, Modal, Stack } from '@mantine/core'
import { useRef, useState, type ReactNode, type SyntheticEvent } from 'react'
import type { Failure } from '#renderer/bridge/bridge.ts'
import { DiscardQuestion } from './DiscardQuestion.tsx'
import { FailureNotice } from './FailureNotice.tsx'
import { focusFirstProblem } from './firstFocus.tsx'
import classes from './FormDialog.module.css'

type Submitted = SyntheticEvent<HTMLFormElement>

/** The part of a form that its dialog needs; `useKeptForm` returns it. */
interface DialogForm<Value> {
  /** The field values, a new object after each change: any change closes the question about discarding. */
  readonly values: object
  /** Whether anything would be lost. */
  readonly isChanged: boolean
  readonly onSubmit: (
    save: (value: Value, event?: Submitted) => void,
    refuse: (problems: object, values: object, event?: Submitted) => void,
  ) => (event: Submitted) => void
}

interface Props<Value> {
  title: string
  /** The dialog's width in pixels. */
  size: number
  form: DialogForm<Value>
  failure: Failure | null
  saveLabel: string
  isSaving: boolean
  /** What the foot asks in place of its buttons. */
  question?: ReactNode
  /** Saves the form's values; not called while one is invalid, or while it is being saved. */
  onSave: (value: Value) => void
  /** Called when a value is invalid; its error is shown at the field by then. */
  onProblems?: () => void
  /** Called to close the dialog: nothing was typed, or it may be discarded. */
  onLeave: () => void
  onKeepTyping?: () => void
  children: ReactNode
}

export function FormDialog<Value>({ title, size, form, failure, children, ...foot }: Props<Value>) {
  const { isSaving, onSave, onProblems, onLeave } = foot
  /** It was submitted a moment ago: that it is being saved is drawn a little later. */
  const isSubmitted = useRef(false)
  const [askedAbout, setAskedAbout] = useState<object | null>(null)

  function close() {
    if (form.isChanged) setAskedAbout(form.values)
    else onLeave()
  }

  function keepTyping() {
    setAskedAbout(null)
    foot.onKeepTyping?.()
  }

  function save(value: Value) {
    if (isSaving || isSubmitted.current) return
    isSubmitted.current = true
    onSave(value)
    setTimeout(() => (isSubmitted.current = false))
  }

  function refuse(_problems: object, _values: object, event?: Submitted) {
    onProblems?.()
    if (event) focusFirstProblem(event.currentTarget)
  }

  const submit = (event: Submitted) => form.onSubmit(save, refuse)(event)

  const buttons = (
    <Group justify="flex-end" gap="sm">
      <Button variant="default" onClick={close}>
        Cancel
      </Button>
      <Button type="submit" loading={isSaving}>
        {foot.saveLabel}
      </Button>
    </Group>
  )
  return (
    <Modal opened onClose={close} title={title} size={size} closeOnClickOutside={false}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          {children}
          {failure && <FailureNotice failure={failure} />}
          <div className={classes.foot}>
            {askedAbout === form.values ? (
              <DiscardQuestion onDiscard={onLeave} onKeep={keepTyping} />
            ) : (
              (foot.question ?? buttons)
            )}
          </div>
        </Stack>
      </form>
    </Modal>
  )
}
