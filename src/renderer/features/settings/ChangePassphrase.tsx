// A new passphrase in place of the one that is known.
import { Button, Group, Stack } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import { useOrder } from '#renderer/bridge/queries.ts'
import { wallNow } from '#renderer/bridge/wallClock.ts'
import {
  NewPassphraseFields,
  newPassphraseProblem,
  noPassphrase,
  PassphraseInput,
} from '#renderer/features/vault/index.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { focusFirstProblem } from '#renderer/ui/focusFirstProblem.ts'
import { useInitialFocus } from '#renderer/ui/useInitialFocus.ts'
import { SavedNote } from './SavedNote.tsx'

export function ChangePassphrase() {
  const [isOpen, setIsOpen] = useState(false)
  const [savedAt, setSavedAt] = useState<string | null>(null)
  if (isOpen) {
    return (
      <PassphraseForm
        onChanged={() => {
          setSavedAt(wallNow())
          setIsOpen(false)
        }}
        onCancel={() => setIsOpen(false)}
      />
    )
  }
  return (
    <Group gap="md">
      <Button variant="default" onClick={() => setIsOpen(true)}>
        Change passphrase
      </Button>
      <SavedNote at={savedAt} />
    </Group>
  )
}

function PassphraseForm({ onChanged, onCancel }: { onChanged: () => void; onCancel: () => void }) {
  const currentBox = useInitialFocus<HTMLInputElement>()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState(noPassphrase)
  const [hasTried, setHasTried] = useState(false)
  const change = useOrder('vault:changePassphrase')
  const problem = newPassphraseProblem(next)
  const isWrong = change.error?.code === 'WRONG_PASSPHRASE'

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    setHasTried(true)
    if (current === '' || problem) return focusFirstProblem(event.currentTarget)
    if (change.isPending) return
    change.mutate({ current, next: next.passphrase }, { onSuccess: onChanged })
  }

  const currentProblem = isWrong ? 'That is not the passphrase. Nothing was changed.' : 'Type the passphrase of now'
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md" maw={420}>
        <PassphraseInput
          label="Current passphrase"
          required
          ref={currentBox}
          value={current}
          onChange={(event) => {
            setCurrent(event.currentTarget.value)
            if (isWrong) change.reset()
          }}
          error={isWrong || (hasTried && current === '') ? currentProblem : undefined}
        />
        <NewPassphraseFields
          label="New passphrase"
          value={next}
          onChange={setNext}
          problem={hasTried ? problem : null}
        />
        {change.error && !isWrong && <FailureNotice failure={change.error} />}
        <Group gap="sm">
          <Button type="submit" loading={change.isPending}>
            Change passphrase
          </Button>
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
