// A new recovery code, after a question: the old one stops working.
import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useMutationOf } from '#renderer/bridge/queries.ts'
import { recoveryCodeKey } from '#renderer/features/vault/index.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'

export function RenewRecoveryCode() {
  const [isAsking, setIsAsking] = useState(false)
  const cache = useQueryClient()
  const renew = useMutationOf('vault:renewRecoveryCode')

  const renewNow = () =>
    renew.mutate(
      {},
      {
        // The vault's code is unconfirmed from now on, so the app shows it until it is written down.
        onSuccess: (made) => {
          cache.setQueryData(recoveryCodeKey, made)
          return cache.invalidateQueries({ queryKey: ['vault:status'] })
        },
      },
    )

  return (
    <>
      <Button variant="default" onClick={() => setIsAsking(true)}>
        New recovery code
      </Button>
      <Modal opened={isAsking} onClose={() => setIsAsking(false)} title="Make a new recovery code?" size={460}>
        <Stack gap="md">
          <Text>
            The code on paper stops working at once: destroy the paper. The new code is shown on the next page, and has
            to be written down before you go on.
          </Text>
          {renew.error && <FailureNotice failure={renew.error} />}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={() => setIsAsking(false)}>
              Keep the old code
            </Button>
            <Button loading={renew.isPending} onClick={renewNow}>
              Make a new code
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  )
}
