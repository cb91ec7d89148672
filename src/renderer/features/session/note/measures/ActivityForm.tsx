// What the client finds hard to do: in the client's own words.
import { Stack, TextInput } from '@mantine/core'
import { useRef, type FormEvent } from 'react'
import { fieldTextLimit } from '#shared/domain/text.ts'
import { useKeptTyping } from '#renderer/bridge/keptTexts.ts'
import { unsentWords, useUnstored } from '#renderer/ui/unstoredFields.ts'
import { FormButtons } from './EditPopover.tsx'
import classes from './measures.module.css'

interface Props {
  /** The form under which the vault keeps what is typed until its button is pressed. */
  keptIn: string
  activity: string
  action: string
  onDone: (activity: string) => void
  onRemove?: () => void
}

export function ActivityForm({ keptIn, activity, action, onDone, onRemove }: Props) {
  const [typing, setTyping] = useKeptTyping<'activity'>(keptIn)
  const text = typing.activity ?? activity
  const box = useRef<HTMLInputElement>(null)
  const isComplete = text.trim() !== ''
  const isChanged = isComplete && text.trim() !== activity
  const settle = useUnstored({
    name: 'Activity',
    isUnstored: isChanged,
    show: () => box.current?.focus(),
    keptIn,
    lostWords: (name) => unsentWords(name, text),
  })
  const end = () => {
    settle()
    setTyping({})
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isComplete) return
    end()
    onDone(text.trim())
  }
  const remove = () => {
    end()
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
          onChange={(event) => setTyping({ activity: event.currentTarget.value })}
          data-autofocus
        />
        <FormButtons action={action} isComplete={isComplete} {...(onRemove && { onRemove: remove })} />
      </Stack>
    </form>
  )
}
