// A dialog with a form: its foot stays in view, and closing it asks before anything typed is thrown away.
import { Button, Group, Modal, Stack } from '@mantine/core'
import { useState, type ReactNode, type SubmitEvent } from 'react'
import type { Failure } from '#renderer/bridge/bridge.ts'
import { DiscardQuestion } from './DiscardQuestion.tsx'
import { FailureNotice } from './FailureNotice.tsx'
import classes from './FormDialog.module.css'

interface Props {
  title: string
  /** The dialog's width in pixels. */
  size: number
  /** What is typed, a new object after each change: a question about throwing it away is gone with the next change. */
  typed: object
  /** Whether anything would be lost. */
  isChanged: boolean
  failure: Failure | null
  saveLabel: string
  isSaving: boolean
  /** What the foot asks in place of its buttons. */
  question?: ReactNode
  onSubmit: (form: HTMLFormElement) => void
  /** The dialog is left: nothing was typed, or it may be thrown away. */
  onLeave: () => void
  onKeepTyping?: () => void
  children: ReactNode
}

export function FormDialog({ title, size, typed, isChanged, failure, onSubmit, onLeave, children, ...foot }: Props) {
  const [askedAbout, setAskedAbout] = useState<object | null>(null)

  function close() {
    if (isChanged) setAskedAbout(typed)
    else onLeave()
  }

  function keepTyping() {
    setAskedAbout(null)
    foot.onKeepTyping?.()
  }

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    onSubmit(event.currentTarget)
  }

  const buttons = (
    <Group justify="flex-end" gap="sm">
      <Button variant="default" onClick={close}>
        Cancel
      </Button>
      <Button type="submit" loading={foot.isSaving}>
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
            {askedAbout === typed ? (
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
