// New keys for the vault: what they do and do not, the passphrase once more, and how far the work is.
import { Button, Group, List, Modal, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { Failure, failureOf } from '#renderer/bridge/bridge.ts'
import { wordsOf, type ErrorWords } from '#renderer/bridge/errorWords.ts'
import { useJob } from '#renderer/bridge/jobs.ts'
import { flushUnsavedWork } from '#renderer/bridge/unsavedWork.ts'
import { useLeftBehind, wordsOfOldKeys } from '#renderer/features/backups/index.ts'
import { PassphraseInput, recoveryCodeKey } from '#renderer/features/vault/index.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { useInitialFocus } from '#renderer/ui/firstFocus.tsx'
import { NewKeysProgress } from './NewKeysProgress.tsx'

/** The button and its dialog. At the end the app shows the new recovery code until it is written down. */
export function MakeNewKeys() {
  const [isOpen, setIsOpen] = useState(false)
  const [isRunning, setIsRunning] = useState(false)
  return (
    <>
      <Button variant="default" onClick={() => setIsOpen(true)}>
        Make new keys
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setIsOpen(false)}
        title={isRunning ? 'Making new keys' : 'Make new keys?'}
        size={520}
        withCloseButton={!isRunning}
        closeOnEscape={!isRunning}
        closeOnClickOutside={false}
      >
        <NewKeysDialog isRunning={isRunning} onRunning={setIsRunning} onCancel={() => setIsOpen(false)} />
      </Modal>
    </>
  )
}

interface Props {
  isRunning: boolean
  onRunning: (isRunning: boolean) => void
  onCancel: () => void
}

function NewKeysDialog({ isRunning, onRunning, onCancel }: Props) {
  const cache = useQueryClient()
  const job = useJob('vault:makeNewKeys')
  const [passphrase, setPassphrase] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)

  async function make() {
    setFailure(null)
    onRunning(true)
    try {
      if ((await flushUnsavedWork()) === 'unsaved') throw new Failure({ code: 'UNSAVED' })
      const made = await job.run({ passphrase })
      // The vault's code is unconfirmed from now on, so the app shows it until it is written down.
      cache.setQueryData(recoveryCodeKey, made)
      await cache.invalidateQueries({ queryKey: ['vault:status'] })
    } catch (thrown) {
      setFailure(failureOf(thrown))
      onRunning(false)
    }
  }

  if (isRunning) return <NewKeysProgress progress={job.progress} onCancel={job.leave} />
  return (
    <NewKeysQuestion
      passphrase={passphrase}
      failure={failure}
      onType={(typed) => {
        setPassphrase(typed)
        setFailure(null)
      }}
      onMake={() => void make()}
      onCancel={onCancel}
    />
  )
}

interface QuestionProps {
  passphrase: string
  failure: Failure | null
  onType: (passphrase: string) => void
  onMake: () => void
  onCancel: () => void
}

function NewKeysQuestion({ passphrase, failure, onType, onMake, onCancel }: QuestionProps) {
  const box = useInitialFocus<HTMLInputElement>()
  const left = useLeftBehind()
  const [hasTried, setHasTried] = useState(false)
  const isWrong = failure?.code === 'WRONG_PASSPHRASE'
  const isMissing = hasTried && passphrase === ''

  function submit(event: SubmitEvent) {
    event.preventDefault()
    setHasTried(true)
    if (passphrase === '') box.current?.focus()
    else onMake()
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Text>
          All your records are encrypted again, with a key that nobody has ever had. Do this if somebody could know an
          old passphrase, or could have a copy of the vault.
        </Text>
        <List spacing="xs">
          <List.Item>Your passphrase stays the same.</List.Item>
          <List.Item>
            The recovery code on paper stops working: destroy the paper. A new code is shown at the end, and has to be
            written down.
          </List.Item>
          <List.Item>
            Older copies of the vault still open with their old passphrase and code. Only you can destroy them.
          </List.Item>
          {wordsOfOldKeys(left).map((words) => (
            <List.Item key={words}>{words}</List.Item>
          ))}
          <List.Item>
            Files that Palpate set aside in the vault’s folder open with the old keys only, and are removed with them.
          </List.Item>
          <List.Item>It takes seconds, or minutes with a large practice. You cannot write in the meantime.</List.Item>
        </List>
        <PassphraseInput
          label="Your passphrase"
          required
          data-autofocus
          ref={box}
          value={passphrase}
          onChange={(event) => onType(event.currentTarget.value)}
          error={
            isWrong
              ? 'That is not the passphrase. Nothing was changed.'
              : isMissing
                ? 'Type your passphrase'
                : undefined
          }
        />
        {failure && !isWrong && <NewKeysFailure failure={failure} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onCancel}>
            Keep the old keys
          </Button>
          <Button type="submit">Make new keys</Button>
        </Group>
      </Stack>
    </form>
  )
}

const busyWords: ErrorWords = {
  title: 'New keys are being made already',
  text: 'Another window makes them. Nothing was changed here; the new recovery code is shown in that window.',
}

const megabyte = 1_000_000

function NewKeysFailure({ failure }: { failure: Failure }) {
  const { neededBytes } = failure.details
  if (failure.code === 'CANCELLED') return <Text role="status">Cancelled. Everything is as it was.</Text>
  if (failure.code === 'BUSY') return <FailureNotice failure={failure} words={busyWords} />
  if (failure.code !== 'NO_ROOM' || neededBytes === undefined) return <FailureNotice failure={failure} />
  const { title } = wordsOf(failure)
  const text = `Nothing was changed. There has to be room for a second copy of the practice: ${Math.ceil(
    neededBytes / megabyte,
  )} MB. Free some space, then try again.`
  return <FailureNotice failure={failure} words={{ title, text }} />
}
