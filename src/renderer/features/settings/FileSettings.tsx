// Where the vault lies, and whether its file is sound.
import { Box, Button, Code, Group, Stack, Text } from '@mantine/core'
import { useJob } from '#renderer/bridge/jobs.ts'
import { useAnswer } from '#renderer/bridge/queries.ts'
import { SalvageSettings } from '#renderer/features/salvage/index.ts'
import {
  MoveToComputer,
  OpenOtherVault,
  ShowFolderButton,
  SyncedFolderWarning,
} from '#renderer/features/vault/index.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { JobProgress } from '#renderer/ui/JobProgress.tsx'
import { instantOnScreen } from '#renderer/ui/dateWords.ts'
import { useIsWritable, WhenWritable } from '#renderer/ui/Writable.tsx'

export function FileSettings() {
  const status = useAnswer('vault:status', {}).data
  const isWritable = useIsWritable()
  const soundAt = useAnswer('vault:checkState', {}).data?.soundAt
  // The check may have started by itself.
  const check = useJob('vault:startCheck')
  const isRunning = check.isPending || check.progress !== null
  const failure = check.failure?.code === 'CANCELLED' ? null : check.failure
  return (
    <Stack gap="md">
      <div>
        <Code block fz="sm">
          {status?.folder ?? ''}
        </Code>
        <SyncedFolderWarning />
        <Group mt="sm">
          <ShowFolderButton />
          <OpenOtherVault />
          <WhenWritable>
            <MoveToComputer />
          </WhenWritable>
          <SalvageSettings />
        </Group>
      </div>
      <div>
        <Text role="status">{isRunning ? 'Checking the whole file…' : soundWords(soundAt ?? null)}</Text>
        {isRunning && (
          <Box mt="xs">
            <JobProgress kind="file check" progress={check.progress} label="File check" />
          </Box>
        )}
        <Text size="sm" c="dimmed" mt="xs">
          Palpate checks it by itself once a week, and after a crash. You can go on working meanwhile.
        </Text>
        {failure && <FailureNotice failure={failure} />}
        <Group gap="sm" mt="sm">
          {isRunning ? (
            <Button variant="default" onClick={check.cancel}>
              Stop the check
            </Button>
          ) : (
            <Button variant="default" disabled={!isWritable} onClick={() => check.start({})}>
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
