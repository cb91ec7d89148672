// The one progress bar: how far a job is, and in words what it is doing.
import { Progress, Stack, Text } from '@mantine/core'
import { shareDone, type JobKind, type JobProgress as Report } from '#shared/contract/jobs.ts'

interface Props {
  kind: JobKind
  /** Null before the first report. */
  progress: Report | null
  /** The bar's accessible name. */
  label: string
  /** What is said below the bar. */
  words?: string
  /** Whether a screen reader announces the words whenever they change. */
  isAnnounced?: boolean
}

export function JobProgress({ kind, progress, label, words, isAnnounced = false }: Props) {
  return (
    <Stack gap="sm">
      <Progress value={progress === null ? 0 : shareDone(kind, progress) * 100} aria-label={label} />
      {words !== undefined && (
        <Text
          size="sm"
          c="dimmed"
          style={{ fontVariantNumeric: 'tabular-nums' }}
          {...(isAnnounced && { role: 'status' })}
        >
          {words}
        </Text>
      )}
    </Stack>
  )
}
