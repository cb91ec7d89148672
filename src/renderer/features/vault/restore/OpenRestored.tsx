// The last step of restoring: the restored records are opened with what opened the backup.
import { Button, Group, Stack, Text } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import { ask } from '#renderer/bridge/bridge.ts'
import { focusFirstProblem, useInitialFocus } from '#renderer/ui/firstFocus.tsx'
import { NewPassphraseFields, newPassphraseProblem, noPassphrase } from '../NewPassphraseFields.tsx'
import { UnlockFailure } from '../UnlockFailure.tsx'
import { isAboutWeakness, useWeakPassphrase } from '../useWeakPassphrase.tsx'
import { useUnlocking } from '../useUnlocking.ts'
import type { CopySecret } from './OpenCopy.tsx'

interface Props {
  secret: CopySecret
  /** To the lock screen, without opening. */
  onLeave: () => void
}

export function OpenRestored({ secret, onLeave }: Props) {
  return 'passphrase' in secret ? (
    <WithPassphrase passphrase={secret.passphrase} onLeave={onLeave} />
  ) : (
    <WithCode recoveryCode={secret.recoveryCode} onLeave={onLeave} />
  )
}

function WithPassphrase({ passphrase, onLeave }: { passphrase: string; onLeave: () => void }) {
  const unlocking = useUnlocking(0)
  const button = useInitialFocus<HTMLButtonElement>()
  return (
    <Stack gap="md">
      <UnlockFailure unlocking={unlocking} namedAtBox={[]} />
      <Group justify="space-between">
        <Button variant="subtle" onClick={onLeave}>
          Leave them locked
        </Button>
        <Button
          ref={button}
          loading={unlocking.isTrying}
          onClick={() => void unlocking.attempt(() => ask('vault:unlock', { passphrase }))}
        >
          Open the records
        </Button>
      </Group>
    </Stack>
  )
}

function WithCode({ recoveryCode, onLeave }: { recoveryCode: string; onLeave: () => void }) {
  const [passphrase, setPassphrase] = useState(noPassphrase)
  const [hasTried, setHasTried] = useState(false)
  const unlocking = useUnlocking(0)
  const weak = useWeakPassphrase()
  const problem = newPassphraseProblem(passphrase)
  const isAsked = unlocking.failure !== null && isAboutWeakness(unlocking.failure)

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    setHasTried(true)
    if (problem) return focusFirstProblem(event.currentTarget)
    await recover()
  }

  async function recover() {
    const newPassphrase = passphrase.passphrase
    const failure = await unlocking.attempt(() =>
      ask('vault:recover', { recoveryCode, newPassphrase, ...weak.acceptanceOf(newPassphrase) }),
    )
    if (failure) weak.askAbout(failure, { passphrase: newPassphrase, known: [], use: () => void recover() })
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="md">
        <Text>Choose a new passphrase for this computer. The recovery code stays valid.</Text>
        <NewPassphraseFields
          label="New passphrase"
          value={passphrase}
          onChange={setPassphrase}
          problem={hasTried ? problem : null}
          box={weak.box}
        />
        {!isAsked && <UnlockFailure unlocking={unlocking} namedAtBox={[]} />}
        <Group justify="space-between">
          <Button variant="subtle" onClick={onLeave}>
            Leave them locked
          </Button>
          <Button type="submit" loading={unlocking.isTrying}>
            Set new passphrase and open
          </Button>
        </Group>
      </Stack>
      {weak.question}
    </form>
  )
}
