// Asks twice before a weak passphrase is used: first why another one is better, then whether that was understood.
import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useInitialFocus } from '#renderer/ui/firstFocus.tsx'
import { estimatePassphrase, type PassphraseEstimate } from '#shared/domain/passphraseStrength.ts'
import { guessingWords, weaknessReason } from './weaknessWords.ts'

interface Props {
  passphrase: string
  /** Words that an attacker would try first. */
  known: readonly string[]
  onChooseAnother: () => void
  /** Somebody has confirmed twice. */
  onUse: () => void
  /** The dialog has gone from the screen. */
  onGone: () => void
  isOpen: boolean
}

export function WeakPassphraseQuestion({ isOpen, onChooseAnother, onGone, ...asked }: Props) {
  const [step, setStep] = useState<'why' | 'sure'>('why')
  return (
    <Modal
      opened={isOpen}
      onClose={onChooseAnother}
      title={step === 'why' ? 'This passphrase is easy to guess' : 'Use it all the same?'}
      size={480}
      returnFocus={false}
      onExitTransitionEnd={onGone}
    >
      {step === 'why' ? (
        <Why {...asked} onChooseAnother={onChooseAnother} onGoOn={() => setStep('sure')} />
      ) : (
        <Sure onChooseAnother={onChooseAnother} onUse={asked.onUse} />
      )}
    </Modal>
  )
}

function Why({
  passphrase,
  known,
  onChooseAnother,
  onGoOn,
}: Pick<Props, 'passphrase' | 'known' | 'onChooseAnother'> & { onGoOn: () => void }) {
  const [estimate, setEstimate] = useState<PassphraseEstimate | null>(null)
  const knownWords = known.join('\n')
  useEffect(() => {
    let isCurrent = true
    void estimatePassphrase(passphrase, knownWords.split('\n')).then((estimated) => isCurrent && setEstimate(estimated))
    return () => void (isCurrent = false)
  }, [passphrase, knownWords])
  return (
    <Stack gap="md">
      <div aria-live="polite">
        {estimate && (
          <Stack gap="xs">
            <Text>{weaknessReason(estimate.weakness)}</Text>
            <Text>{guessingWords(estimate.guesses)}</Text>
          </Stack>
        )}
      </div>
      <Text c="dimmed">
        Four or five words that have nothing to do with each other are easy to remember and hard to guess.
      </Text>
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onGoOn}>
          Use it all the same
        </Button>
        <Button data-autofocus onClick={onChooseAnother}>
          Choose another
        </Button>
      </Group>
    </Stack>
  )
}

function Sure({ onChooseAnother, onUse }: Pick<Props, 'onChooseAnother' | 'onUse'>) {
  const [isUnderstood, setIsUnderstood] = useState(false)
  const box = useInitialFocus<HTMLInputElement>()
  return (
    <Stack gap="md">
      <Checkbox
        ref={box}
        label="I know that somebody who takes this computer could guess it"
        checked={isUnderstood}
        onChange={(event) => setIsUnderstood(event.currentTarget.checked)}
      />
      <Text c="dimmed">You can change it at any time in Settings.</Text>
      <Group justify="flex-end" gap="sm">
        <Button variant="default" disabled={!isUnderstood} onClick={onUse}>
          Use this passphrase
        </Button>
        <Button onClick={onChooseAnother}>Choose another</Button>
      </Group>
    </Stack>
  )
}
