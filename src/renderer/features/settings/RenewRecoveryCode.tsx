// A new recovery code, after a question: the old one stops working.
import { Button, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useMutationOf } from '#renderer/bridge/queries.ts'
import { recoveryCodeKey } from '#renderer/features/vault/index.ts'
import { Question } from '#renderer/ui/Question.tsx'

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
      <Question
        isOpen={isAsking}
        title="Make a new recovery code?"
        keep="Keep the old code"
        onKeep={() => setIsAsking(false)}
        act="Make a new code"
        onAct={renewNow}
        isActing={renew.isPending}
        failure={renew.error}
      >
        <Text>
          The code on paper stops working at once: destroy the paper. The new code is shown on the next page, and has to
          be written down before you go on.
        </Text>
      </Question>
    </>
  )
}
