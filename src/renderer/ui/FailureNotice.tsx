// A failure in place of what could not be shown: what happened, whether the data is safe, what to do next.
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Failure } from '#renderer/bridge/bridge.ts'
import { wordsOf, type ErrorWords } from '#renderer/bridge/errorWords.ts'

interface Props {
  failure: Pick<Failure, 'code'>
  /** Words for what was being done, in place of those of the failure's code. */
  words?: ErrorWords | undefined
  /** Offers "Try again" where trying again can help. */
  onRetry?: () => void
  /** Further buttons that help here. */
  actions?: ReactNode
}

export function FailureNotice({ failure, words, onRetry, actions }: Props) {
  const { title, text } = words ?? wordsOf(failure)
  return (
    <Alert
      color="ember"
      icon={<IconAlertTriangle aria-hidden />}
      title={title}
      role="alert"
      styles={{
        root: { background: 'var(--p-warn-soft)' },
        title: { color: 'var(--p-warn)' },
        icon: { color: 'var(--p-warn)' },
        message: { color: 'var(--p-ink)' },
      }}
    >
      <Stack gap="sm">
        <Text size="md">{text}</Text>
        {(onRetry || actions) && (
          <Group gap="sm">
            {onRetry && (
              <Button variant="default" onClick={onRetry}>
                Try again
              </Button>
            )}
            {actions}
          </Group>
        )}
      </Stack>
    </Alert>
  )
}
