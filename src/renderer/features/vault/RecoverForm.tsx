// The recovery code and a new passphrase in place of the forgotten one.
import { Button, Stack, Text } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import type { ErrorCode } from '#shared/contract/errors.ts'
import { ask } from '#renderer/bridge/bridge.ts'
import { ScreenHeading, useInitialFocus, focusFirstProblem } from '#renderer/ui/firstFocus.tsx'
import { isDamage, type VaultSecret } from './damaged/DamagedVault.tsx'
import { NewPassphraseFields, newPassphraseProblem, noPassphrase } from './NewPassphraseFields.tsx'
import { aboutTheCode, RecoveryCodeInput } from './RecoveryCodeInput.tsx'
import { UnlockFailure } from './UnlockFailure.tsx'
import { isAboutWeakness, useWeakPassphrase } from './useWeakPassphrase.tsx'
import { useUnlocking } from './useUnlocking.ts'

interface Props {
  retryAfterSeconds: number
  /** Whether the records are taken over from another computer, knowingly. */
  isTakingOver: boolean
  onBack: () => void
  /** The code is right, and the files are damaged. */
  onDamaged: (code: ErrorCode, secret: VaultSecret) => void
}

export function RecoverForm({ retryAfterSeconds, isTakingOver, onBack, onDamaged }: Props) {
  const [code, setCode] = useState('')
  const [passphrase, setPassphrase] = useState(noPassphrase)
  const [hasTried, setHasTried] = useState(false)
  const unlocking = useUnlocking(retryAfterSeconds)
  const weak = useWeakPassphrase()
  const box = useInitialFocus<HTMLInputElement>()
  const passphraseProblem = newPassphraseProblem(passphrase)
  const isAsked = unlocking.failure !== null && isAboutWeakness(unlocking.failure)

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    setHasTried(true)
    if (code === '' || passphraseProblem) return focusFirstProblem(event.currentTarget)
    await recover()
  }

  async function recover() {
    const newPassphrase = passphrase.passphrase
    const failure = await unlocking.attempt(() =>
      ask('vault:recover', {
        recoveryCode: code,
        newPassphrase,
        ...weak.acceptanceOf(newPassphrase),
        ...(isTakingOver && { way: 'take over' as const }),
      }),
    )
    if (!failure) return
    if (isDamage(failure.code)) return onDamaged(failure.code, { recoveryCode: code })
    weak.askAbout(failure, { passphrase: newPassphrase, known: [], use: () => void recover() })
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="md">
        <div>
          <ScreenHeading>Open with the recovery code</ScreenHeading>
          <Text c="dimmed" mt="xs">
            The code is on the paper that you kept at set-up. It stays valid.
          </Text>
        </div>
        <RecoveryCodeInput
          ref={box}
          value={code}
          onChange={(typed) => {
            setCode(typed)
            unlocking.forgetFailure()
          }}
          failure={unlocking.failure}
          wrongWords="The code is well formed but is not this vault’s, or was replaced by a newer one. Nothing is lost."
          isRequired={hasTried}
        />
        <NewPassphraseFields
          label="New passphrase"
          value={passphrase}
          onChange={setPassphrase}
          problem={hasTried ? passphraseProblem : null}
          box={weak.box}
        />
        {!isAsked && <UnlockFailure unlocking={unlocking} namedAtBox={aboutTheCode} />}
        <Button type="submit" fullWidth loading={unlocking.isTrying} disabled={unlocking.waitSeconds > 0}>
          Set new passphrase and unlock
        </Button>
        <Button variant="subtle" fullWidth onClick={onBack}>
          Back to the passphrase
        </Button>
      </Stack>
      {weak.question}
    </form>
  )
}
