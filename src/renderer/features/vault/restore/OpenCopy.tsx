// The second step of restoring: the passphrase or the recovery code of the copy, and the check of what is in it.
import { Button, Group, Stack, Text } from '@mantine/core'
import { useEffect, useRef, useState, type SubmitEvent } from 'react'
import type { CopyContent, FoundCopy } from '#shared/contract/backups.ts'
import type { ErrorCode } from '#shared/contract/errors.ts'
import { ask, failureOf } from '#renderer/bridge/bridge.ts'
import { useJob } from '#renderer/bridge/jobs.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { JobProgress } from '#renderer/ui/JobProgress.tsx'
import { RadioTabs } from '#renderer/ui/RadioTabs.tsx'
import { ScreenHeading, useInitialFocus } from '#renderer/ui/firstFocus.tsx'
import { PassphraseInput } from '../PassphraseInput.tsx'
import { aboutTheCode, RecoveryCodeInput } from '../RecoveryCodeInput.tsx'
import { lookFailureWords } from './copyFailures.ts'
import { copyTitle } from './restoreWords.ts'

export type CopySecret = { readonly passphrase: string } | { readonly recoveryCode: string }

interface Props {
  copy: FoundCopy
  /** Whether the open vault's key may open it: it is tried first, and nothing is asked where it does. */
  hasKey: boolean
  /** @param secret null where that key was enough */
  onOpened: (content: CopyContent, secret: CopySecret | null) => void
  /** What it is opened for; to be restored unless given. */
  to?: 'bring in'
  onBack: () => void
}

const ways = [
  { id: 'passphrase', name: 'Passphrase' },
  { id: 'recovery code', name: 'Recovery code' },
] as const
type Way = (typeof ways)[number]['id']

const stageWords: Readonly<Record<string, string>> = {
  copying: 'Copying it beside your records',
  opening: 'Opening it',
  checking: 'Reading every record in it',
}

export function OpenCopy({ copy, hasKey, to, onOpened, onBack }: Props) {
  const [way, setWay] = useState<Way>('passphrase')
  const [passphrase, setPassphrase] = useState('')
  const [code, setCode] = useState('')
  const look = useJob('backup:look')
  const box = useInitialFocus<HTMLInputElement>()
  const secret: CopySecret = way === 'passphrase' ? { passphrase } : { recoveryCode: code }
  const isEmpty = (way === 'passphrase' ? passphrase : code) === ''
  // Until the key of the open vault was tried. A backup from before new keys were made needs the passphrase of its day.
  const [isKeyTried, setIsKeyTried] = useState(!hasKey)
  const [hasOtherKey, setHasOtherKey] = useState(false)
  const hasBegun = useRef(false)
  useEffect(() => {
    if (isKeyTried || hasBegun.current) return
    hasBegun.current = true
    look.run({ id: copy.id, secret: null, ...(to && { to }) }).then(
      (content) => onOpened(content, null),
      (thrown: unknown) => {
        const reason = failureOf(thrown).code
        if (reason === 'CANCELLED') return leave()
        setIsKeyTried(true)
        if (!isOfOtherKey(reason)) return
        look.reset()
        setHasOtherKey(true)
      },
    )
  })
  const { failure } = look
  const isWrongPassphrase = failure?.code === 'WRONG_PASSPHRASE'
  const isAtTheBox = failure !== null && (isWrongPassphrase || aboutTheCode.includes(failure.code))

  function submit(event: SubmitEvent) {
    event.preventDefault()
    if (isEmpty) return box.current?.focus()
    look.run({ id: copy.id, secret, ...(to && { to }) }).then(
      (content) => onOpened(content, secret),
      // Shown below; the box is rendered again first. The box of the code selects the group that does not fit itself.
      () => setTimeout(() => way === 'passphrase' && box.current?.select()),
    )
  }

  function leave() {
    void ask('backup:forgetLook', { id: copy.id }).catch(() => undefined)
    onBack()
  }

  if (look.isPending || !isKeyTried) {
    return (
      <Stack gap="md">
        <ScreenHeading>Looking into the backup</ScreenHeading>
        <JobProgress
          kind="restore"
          progress={look.progress}
          label="Restore"
          words={stageWords[look.progress?.stage ?? 'copying'] ?? ''}
          isAnnounced
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={look.leave}>
            Cancel
          </Button>
        </Group>
      </Stack>
    )
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <div>
          <ScreenHeading>Open the backup</ScreenHeading>
          <Text c="dimmed" mt="xs">
            {copyTitle(copy)}
          </Text>
          {hasOtherKey && (
            <Text mt="xs" role="status">
              Your key of today does not open it: it was made before you made new keys, or it is damaged. Open it with
              what was in use on that day.
            </Text>
          )}
        </div>
        <RadioTabs
          label="What opens it"
          value={way}
          choices={ways}
          onChange={(next) => {
            setWay(next)
            look.reset()
          }}
        />
        {way === 'passphrase' ? (
          <PassphraseInput
            ref={box}
            label="Passphrase"
            maxLength={1000}
            value={passphrase}
            error={
              isWrongPassphrase
                ? 'That is not the passphrase of this backup. It is the one that was in use when the backup was made.'
                : undefined
            }
            onChange={(event) => {
              setPassphrase(event.currentTarget.value)
              if (failure) look.reset()
            }}
          />
        ) : (
          <RecoveryCodeInput
            ref={box}
            value={code}
            onChange={(typed) => {
              setCode(typed)
              if (failure) look.reset()
            }}
            failure={failure}
            wrongWords="This code belongs to another vault, or was replaced before the backup was made."
            isRequired={false}
          />
        )}
        {failure && !isAtTheBox && failure.code !== 'CANCELLED' && (
          <FailureNotice failure={failure} words={lookFailureWords(failure)} />
        )}
        <Group justify="space-between">
          <Button variant="subtle" onClick={leave}>
            Back
          </Button>
          <Button type="submit">Look into it</Button>
        </Group>
      </Stack>
    </form>
  )
}

/** What the open vault’s key finds in a copy that has another one; one whose first page is damaged looks the same to it. */
const isOfOtherKey = (code: ErrorCode) => code === 'WRONG_PASSPHRASE' || code === 'DB_FOREIGN'
