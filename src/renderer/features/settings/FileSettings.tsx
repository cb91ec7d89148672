// Where the vault lies, and whether its file is sound.
import { Button, Code, Group, Progress, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ask } from '#renderer/bridge/bridge.ts'
import { useAnswer, useOrder } from '#renderer/bridge/queries.ts'
import { OpenOtherVault, ShowFolderButton } from '#renderer/features/vault/index.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { instantOnScreen } from '#renderer/ui/dateWords.ts'

/** How often a running check is looked at, and how often whether one has begun, in milliseconds. */
const whileRunning = 500
const otherwise = 5000

export function FileSettings() {
  const status = useAnswer('vault:status', {}).data
  const check = useQuery({
    queryKey: ['vault:checkState', {}],
    queryFn: () => ask('vault:checkState', {}),
    refetchInterval: ({ state }) => (state.data?.progress ? whileRunning : otherwise),
  })
  const start = useOrder('vault:startCheck')
  const stop = useOrder('vault:stopCheck')
  const progress = check.data?.progress
  const soundAt = check.data?.soundAt
  return (
    <Stack gap="md">
      <div>
        <Code block fz="sm">
          {status?.folder ?? ''}
        </Code>
        <Group mt="sm">
          <ShowFolderButton />
          <OpenOtherVault />
        </Group>
      </div>
      <div>
        <Text role="status">{progress ? 'Checking the whole file…' : soundWords(soundAt ?? null)}</Text>
        {progress && <Progress mt="xs" value={(progress.done / progress.total) * 100} aria-label="File check" />}
        <Text size="sm" c="dimmed" mt="xs">
          Palpate checks it by itself once a week, and after a crash. You can go on working meanwhile.
        </Text>
        {start.error && <FailureNotice failure={start.error} />}
        <Group gap="sm" mt="sm">
          {progress ? (
            <Button variant="default" onClick={() => stop.mutate({})}>
              Stop the check
            </Button>
          ) : (
            <Button
              variant="default"
              disabled={status?.isReadOnly === true}
              loading={start.isPending}
              onClick={() => start.mutate({})}
            >
              Check the file now
            </Button>
          )}
        </Group>
      </div>
    </Stack>
  )
}

function soundWords(soundAt: string | null): string {
  if (soundAt === null) return 'The whole file has not been checked yet.'
  return `Checked on ${instantOnScreen(soundAt, null)}: no damage found.`
}
