// What the client finds hard to do: in the client's own words.
import { Stack, TextInput } from '@mantine/core'
import { useRef, useState, type FormEvent } from 'react'
import { fieldTextLimit } from '#shared/domain/text.ts'
import { unsentWords, useUnstored } from '#renderer/ui/unstoredFields.ts'
import { FormButtons } from './FormButtons.tsx'
import classes from './measures.module.css'

interface Props {
  activity: string
  action: string
  onDone: (activity: string) => void
  onRemove?: () => void
}

export function ActivityForm({ activity, action, onDone, onRemove }: Props) {
  const [text, setText] = useState(activity)
  const box = useRef<HTMLInputElement>(null)
  const isComplete = text.trim() !== ''
  const isChanged = isComplete && text.trim() !== activity
  const settle = useUnstored(
    'Activity',
    isChanged,
    () => box.current?.focus(),
    (name) => unsentWords(name, text),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isComplete) return
    settle()
    onDone(text.trim())
  }
  const remove = () => {
    settle()
    onRemove?.()
  }
  return (
    <form onSubmit={submit} className={classes.form}>
      <Stack gap="sm">
        <TextInput
          ref={box}
          size="xs"
          label="Activity"
          description="Something the client can’t do, or can hardly do. 0: not at all, 10: as before"
          maxLength={fieldTextLimit}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          data-autofocus
        />
        <FormButtons action={action} isComplete={isComplete} {...(onRemove && { onRemove: remove })} />
      </Stack>
    </form>
  )
}
