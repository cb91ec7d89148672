// The passphrase form.
import { Button, Group, Stack, Text } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import type { ErrorCode } from '#shared/contract/errors.ts'
import { ask } from '#renderer/bridge/bridge.ts'
import { useAnswer, useIsMutationPending } from '#renderer/bridge/queries.ts'
import { ScreenHeading, useInitialFocus } from '#renderer/ui/firstFocus.tsx'
import { isDamage, type VaultSecret } from './damaged/DamagedVault.tsx'
import type { LeaseHolder } from '#shared/domain/lease.ts'
import { holderName } from './holderWords.ts'
import type { WayIn } from './InUseScreen.tsx'
import { OpenOtherVault, RestoreButton } from './OpenOtherVault.tsx'
import { PassphraseInput } from './PassphraseInput.tsx'
import { UnlockFailure } from './UnlockFailure.tsx'
import { useUnlocking } from './useUnlocking.ts'

interface Props {
  retryAfterSeconds: number
  onUseRecoveryCode: () => void
  onRestore: () => void
  /** The passphrase is right, and the files are damaged. */
  onDamaged: (code: ErrorCode, secret: VaultSecret) => void
  /** How records are opened that another computer has; null where none does. */
  chosen: Chosen | null
}

interface Chosen {
  readonly wayIn: WayIn
  readonly heldBy: LeaseHolder
  readonly onBack: () => void
}

function headingOf({ wayIn, heldBy }: Chosen): string {
  if (wayIn === 'read') return 'Open read-only'
  return heldBy.kind === 'moved' ? 'Write here again' : `Take over from ${holderName(heldBy)}`
}

export function UnlockForm({ retryAfterSeconds, onUseRecoveryCode, onRestore, onDamaged, chosen }: Props) {
  const [passphrase, setPassphrase] = useState('')
  const unlocking = useUnlocking(retryAfterSeconds)
  const box = useInitialFocus<HTMLInputElement>()
  // Typed text must not be lost with the page, which the other vault replaces.
  const isLeaving = useIsMutationPending('vault:openOther')
  const isWrong = unlocking.failure?.code === 'WRONG_PASSPHRASE'

  const computer = useAnswer('vault:computer', {}).data
  const [isKeyLost, setIsKeyLost] = useState(false)
  const canOpenByComputer = computer?.isOn === true && computer.keyring === 'ready' && !isKeyLost

  async function unlockWithComputer() {
    await unlocking.attempt(async () => {
      const { isOpen } = await ask('vault:unlockWithComputer', {})
      if (isOpen) return
      setIsKeyLost(true)
      box.current?.focus()
    })
  }

  async function submit(event: SubmitEvent) {
    event.preventDefault()
    if (passphrase === '') return box.current?.focus()
    const failure = await unlocking.attempt(() =>
      ask('vault:unlock', { passphrase, ...(chosen && { way: chosen.wayIn }) }),
    )
    if (failure && isDamage(failure.code)) return onDamaged(failure.code, { passphrase })
    if (failure) box.current?.select()
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="md">
        <ScreenHeading>{chosen ? headingOf(chosen) : 'Palpate is locked'}</ScreenHeading>
        <PassphraseInput
          ref={box}
          label="Passphrase"
          value={passphrase}
          disabled={isLeaving}
          onChange={(event) => {
            setPassphrase(event.currentTarget.value)
            if (isWrong) unlocking.forgetFailure()
          }}
          error={isWrong ? 'That is not the passphrase. Nothing is lost; check Caps Lock and the keyboard.' : undefined}
        />
        <UnlockFailure unlocking={unlocking} namedAtBox={['WRONG_PASSPHRASE']} />
        <Button type="submit" fullWidth loading={unlocking.isTrying} disabled={isLeaving || unlocking.waitSeconds > 0}>
          Unlock
        </Button>
        {canOpenByComputer && chosen === null && (
          <Button
            variant="default"
            fullWidth
            disabled={isLeaving || unlocking.isTrying || unlocking.waitSeconds > 0}
            onClick={() => void unlockWithComputer()}
          >
            Unlock with this computer
          </Button>
        )}
        {isKeyLost && (
          <Text size="sm" c="dimmed" ta="center" role="status">
            This computer no longer has the key. Your passphrase opens as ever; you can turn this on again in Settings.
          </Text>
        )}
        {/* With the code a new passphrase is set, which writes. */}
        {chosen?.wayIn !== 'read' && (
          <Button variant="subtle" fullWidth disabled={isLeaving} onClick={onUseRecoveryCode}>
            Use recovery code
          </Button>
        )}
        {chosen ? (
          <Button variant="subtle" fullWidth disabled={unlocking.isTrying} onClick={chosen.onBack}>
            Back
          </Button>
        ) : (
          <Group justify="center" gap="xs">
            <OpenOtherVault variant="subtle" />
            <RestoreButton variant="subtle" onRestore={onRestore} />
          </Group>
        )}
        <Text size="sm" c="dimmed" ta="center">
          Nobody can reset a forgotten passphrase. The recovery code opens the records and sets a new one.
        </Text>
      </Stack>
    </form>
  )
}
