// A new passphrase in place of the one that is known.
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useEffect, useRef, useState, type SubmitEvent } from 'react'
import { useAnswer, useMutationOf } from '#renderer/bridge/queries.ts'
import { wallNow } from '#renderer/bridge/wallClock.ts'
import {
  isAboutWeakness,
  NewPassphraseFields,
  newPassphraseProblem,
  noPassphrase,
  PassphraseInput,
  useWeakPassphrase,
} from '#renderer/features/vault/index.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { useInitialFocus, focusFirstProblem } from '#renderer/ui/firstFocus.tsx'
import { MakeNewKeys } from './MakeNewKeys.tsx'
import { SavedNote } from './SavedNote.tsx'

export function ChangePassphrase() {
  const [isOpen, setIsOpen] = useState(false)
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(false)
  // The button is rendered anew after the form: it takes the focus of the form.
  useEffect(() => {
    if (wasOpen.current && !isOpen) opener.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])
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
    <Stack gap="md">
      <Group gap="md">
        <Button ref={opener} variant="default" onClick={() => setIsOpen(true)}>
          Change passphrase
        </Button>
        {savedAt === null && <MakeNewKeys />}
        <SavedNote at={savedAt} />
      </Group>
      {savedAt !== null && <OldPassphraseNotice />}
    </Stack>
  )
}

function OldPassphraseNotice() {
  return (
    <Alert color="tide" title="Could somebody know the old passphrase?">
      <Stack gap="sm" align="flex-start">
        <Text>
          Together with an old copy of the vault’s key file, it still opens your records, today’s included. New keys put
          an end to that.
        </Text>
        <MakeNewKeys />
      </Stack>
    </Alert>
  )
}

function PassphraseForm({ onChanged, onCancel }: { onChanged: () => void; onCancel: () => void }) {
  const currentBox = useInitialFocus<HTMLInputElement>()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState(noPassphrase)
  const [hasTried, setHasTried] = useState(false)
  const change = useMutationOf('vault:changePassphrase')
  const problem = newPassphraseProblem(next)
  const weak = useWeakPassphrase()
  const practice = useAnswer('practice:get', {}).data?.practice
  const known = [practice?.name ?? '', practice?.therapistName ?? '']
  const isWrong = change.error?.code === 'WRONG_PASSPHRASE'

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    setHasTried(true)
    if (current === '' || problem) return focusFirstProblem(event.currentTarget)
    if (change.isPending) return
    changeNow()
  }

  function changeNow() {
    const chosen = next.passphrase
    change.mutate(
      { current, next: chosen, ...weak.acceptanceOf(chosen) },
      {
        onSuccess: onChanged,
        onError: (failure) => weak.askAbout(failure, { passphrase: chosen, known, use: changeNow }),
      },
    )
  }

  const currentProblem = isWrong ? 'That is not the passphrase. Nothing was changed.' : 'Type your current passphrase'
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
          known={known}
          box={weak.box}
        />
        {change.error && !isWrong && !isAboutWeakness(change.error) && <FailureNotice failure={change.error} />}
        <Group gap="sm">
          <Button type="submit" loading={change.isPending}>
            Change passphrase
          </Button>
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
        </Group>
      </Stack>
      {weak.question}
    </form>
  )
}
