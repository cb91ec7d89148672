// The one progress bar: how far a job is, and in words what it is doing.
import { Progress, Stack, Text } from '@mantine/core'
import { shareDone, type JobKind, type JobProgress as Told } from '#shared/contract/jobs.ts'

interface Props {
  kind: JobKind
  /** Null before it has told anything. */
  progress: Told | null
  /** The bar's accessible name. */
  label: string
  /** What is said below the bar. */
  words?: string
  /** Whether the words are told to a screen reader whenever they change. */
  isTold?: boolean
}

export function JobProgress({ kind, progress, label, words, isTold = false }: Props) {
  return (
    <Stack gap="sm">
      <Progress value={progress === null ? 0 : shareDone(kind, progress) * 100} aria-label={label} />
      {words !== undefined && (
        <Text size="sm" c="dimmed" style={{ fontVariantNumeric: 'tabular-nums' }} {...(isTold && { role: 'status' })}>
          {words}
        </Text>
      )}
    </Stack>
  )
}
