// Unlocking with this computer: off at first, and what it means before it is turned on.
import { Button, Group, Modal, Stack, Switch, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import type { ComputerUnlock as State } from '#shared/contract/vault.ts'
import { useAnswer, useMutationOf } from '#renderer/bridge/queries.ts'
import { PassphraseInput } from '#renderer/features/vault/index.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { useInitialFocus } from '#renderer/ui/firstFocus.tsx'

/** Why it cannot be turned on. */
const reasons: Readonly<Record<Exclude<State['keyring'], 'ready'>, string>> = {
  plain:
    'Not possible here: this system has no keyring that protects a key. It would lie on the disk for everybody to read.',
  none: 'Not possible here: the keyring of this system can’t be reached.',
}

export function ComputerUnlock() {
  const cache = useQueryClient()
  const { data: state } = useAnswer('vault:computer', {})
  const forget = useMutationOf('vault:forgetComputer')
  const [isAsking, setIsAsking] = useState(false)
  const refresh = () => cache.invalidateQueries({ queryKey: ['vault:computer'] })
  if (!state) return null
  const reason = state.keyring === 'ready' ? null : reasons[state.keyring]

  return (
    <Stack gap="md">
      <Switch
        label="Unlock with this computer"
        description={
          reason ??
          'The lock screen then has a button beside the passphrase. Whoever can use your account on this computer can press it.'
        }
        checked={state.isOn && reason === null}
        disabled={reason !== null && !state.isOn}
        onChange={(event) => {
          if (event.currentTarget.checked) setIsAsking(true)
          else forget.mutate({}, { onSettled: refresh })
        }}
      />
      {forget.error && <FailureNotice failure={forget.error} />}
      <Modal opened={isAsking} onClose={() => setIsAsking(false)} title="Unlock with this computer" size={480}>
        <AskPassphrase
          onDone={() => {
            setIsAsking(false)
            void refresh()
          }}
          onCancel={() => setIsAsking(false)}
        />
      </Modal>
    </Stack>
  )
}

function AskPassphrase({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const box = useInitialFocus<HTMLInputElement>()
  const [passphrase, setPassphrase] = useState('')
  const allow = useMutationOf('vault:allowComputer')
  const keep = useMutationOf('vault:keepOnComputer')
  const isWrong = allow.error?.code === 'WRONG_PASSPHRASE'
  const failure = isWrong ? null : (allow.error ?? keep.error)

  function submit(event: SubmitEvent) {
    event.preventDefault()
    if (passphrase === '') return box.current?.focus()
    if (allow.isPending || keep.isPending) return
    allow.mutate({ passphrase }, { onSuccess: () => keep.mutate({}, { onSuccess: onDone }) })
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Text>
          The keyring of your system keeps a key to your records. As long as you are signed in, Palpate opens with one
          press, for you and for anybody else at this computer. It is as safe as the password of your account.
        </Text>
        <Text>
          Palpate still locks. The passphrase and the recovery code stay, and a new passphrase turns this off. Do not
          forget the passphrase: on another computer, and for backups, only it and the code help.
        </Text>
        <PassphraseInput
          ref={box}
          label="Passphrase"
          value={passphrase}
          onChange={(event) => {
            setPassphrase(event.currentTarget.value)
            if (isWrong) allow.reset()
          }}
          error={isWrong ? 'That is not the passphrase. Nothing was changed.' : undefined}
        />
        {failure && <FailureNotice failure={failure} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit" loading={allow.isPending || keep.isPending}>
            Turn on
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
