// The recovery code, shown until one group of it was typed from the paper.
import { Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { IconCopy, IconPrinter } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useAnswer, useMutationOf } from '#renderer/bridge/queries.ts'
import { today } from '#renderer/bridge/wallClock.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { ScreenHeading } from '#renderer/ui/firstFocus.tsx'
import { longDateWords } from '#renderer/ui/dateWords.ts'
import { CheckRecoveryCode } from './CheckRecoveryCode.tsx'
import { codeGroups, groupToCheck } from './recoveryCodeGroups.ts'
import classes from './RecoveryCodeScreen.module.css'
import { RecoverySheet } from './RecoverySheet.tsx'
import { VaultPage } from './VaultPage.tsx'

/** Where a code that was just made waits for this screen; without one the screen asks for a new code. */
export const recoveryCodeKey = ['vault:renewRecoveryCode', {}] as const

interface Props {
  /** From 0 up to, but not including, 1: which group is asked for. */
  random?: () => number
}

const randomShare = () => crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32

export function RecoveryCodeScreen({ random = randomShare }: Props) {
  const cache = useQueryClient()
  // A query rather than a mutation: it must run once, however often the screen renders.
  const code = useAnswer('vault:renewRecoveryCode', {})
  const practice = useAnswer('practice:get', {})
  const copy = useMutationOf('vault:copyRecoveryCode')
  const confirm = useMutationOf('vault:confirmRecoveryCode')
  const [isWrittenDown, setIsWrittenDown] = useState(false)
  /** The group that is asked for while the code is out of sight. */
  const [checked, setChecked] = useState<number | null>(null)
  // The code is removed from the cache with the screen and not before: a screen that is still mounted without its answer
  // would ask for a new code, and the one on paper would open nothing.
  useEffect(() => () => cache.removeQueries({ queryKey: recoveryCodeKey }), [cache])

  if (code.error) {
    return (
      <VaultPage width="narrow">
        <FailureNotice failure={code.error} onRetry={() => void code.refetch()} />
      </VaultPage>
    )
  }
  if (!code.data) return null
  const { recoveryCode } = code.data

  const goOn = () =>
    confirm.mutate(
      {},
      {
        onSuccess: () => cache.invalidateQueries({ queryKey: ['vault:status'] }),
      },
    )

  if (checked !== null) {
    return (
      <VaultPage width="narrow">
        <CheckRecoveryCode
          code={recoveryCode}
          group={checked}
          failure={confirm.error}
          isPending={confirm.isPending}
          onBack={() => setChecked(null)}
          onRight={goOn}
        />
      </VaultPage>
    )
  }

  return (
    <VaultPage width="narrow">
      <Stack gap="lg">
        <div>
          <ScreenHeading>Your recovery code</ScreenHeading>
          <Text mt="xs">
            If you forget your passphrase, this code is the only way back to your records. Keep it on paper, away from
            this computer. If you have an older sheet, its code no longer works: destroy it.
          </Text>
        </div>
        <CodeInGroups code={recoveryCode} />
        <Group gap="sm">
          <Button
            variant="default"
            leftSection={<IconCopy size={16} stroke={1.7} aria-hidden />}
            onClick={() => copy.mutate({ recoveryCode })}
          >
            Copy
          </Button>
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} stroke={1.7} aria-hidden />}
            onClick={() => window.print()}
          >
            Print
          </Button>
          <Text size="sm" c="dimmed" role="status" flex="1 1 160px">
            {copy.isSuccess ? 'Copied. The clipboard is cleared after a minute.' : ''}
          </Text>
        </Group>
        {copy.error && <FailureNotice failure={copy.error} />}
        <div className={classes.footer}>
          <Checkbox
            label="I have written it down"
            checked={isWrittenDown}
            onChange={(event) => setIsWrittenDown(event.currentTarget.checked)}
          />
          <Button disabled={!isWrittenDown} onClick={() => setChecked(groupToCheck(random()))}>
            Continue
          </Button>
        </div>
      </Stack>
      <RecoverySheet
        code={recoveryCode}
        practiceName={practice.data?.practice.name ?? ''}
        madeOn={longDateWords(today())}
      />
    </VaultPage>
  )
}

function CodeInGroups({ code }: { code: string }) {
  return (
    <ol className={classes.code} aria-label="Recovery code, in seven groups">
      {codeGroups(code).map((group, index) => (
        // The same group may come twice, and their order never changes.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index}>{group}</li>
      ))}
    </ol>
  )
}
