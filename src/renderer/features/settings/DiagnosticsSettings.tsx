// The log of the app's own errors, shown in full before it is saved anywhere.
import { Button, Group, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { ask } from '#renderer/bridge/bridge.ts'
import { useMutationOf } from '#renderer/bridge/queries.ts'
import { notifyFailure } from '#renderer/ui/notifyFailure.ts'
import { notifyWithUndo } from '#renderer/ui/notifyWithUndo.tsx'
import classes from './DiagnosticsSettings.module.css'

/** The polling interval in milliseconds. */
const interval = 5000

export function DiagnosticsSettings() {
  const kept = useQuery({
    queryKey: ['diagnostics:get', {}],
    queryFn: () => ask('diagnostics:get', {}),
    refetchInterval: interval,
    refetchOnMount: 'always',
  })
  const save = useMutationOf('diagnostics:save')
  const clear = useMutationOf('diagnostics:clear')
  const text = kept.data?.text ?? ''
  const isEmpty = text === ''

  const saveFile = () =>
    save.mutate(
      {},
      {
        onSuccess: ({ fileName }) => notifications.show({ message: `Diagnostics saved as ${fileName}` }),
        onError: notifyFailure,
      },
    )
  const bringBack = () => ask('diagnostics:bringBack', {}).then(() => kept.refetch())
  const clearFile = () =>
    clear.mutate(
      {},
      {
        onSuccess: () => {
          void kept.refetch()
          notifyWithUndo('diagnostics-cleared', 'Diagnostics cleared', bringBack)
        },
        onError: notifyFailure,
      },
    )

  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        If something fails inside Palpate, this file keeps when it happened, the versions, what Palpate was asked to do,
        and the place in its program. It contains no name, no note, and nothing else that you or your clients said or
        wrote. Palpate sends it to nobody: to report a defect, save it and pass it on yourself.
      </Text>
      {isEmpty ? (
        <Text>{kept.data && 'Nothing has gone wrong.'}</Text>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be within reach of the keyboard
        <pre className={classes.file} tabIndex={0} role="group" aria-label="Diagnostics file">
          {text}
        </pre>
      )}
      <Group gap="sm">
        <Button variant="default" disabled={isEmpty} loading={save.isPending} onClick={saveFile}>
          Save diagnostics
        </Button>
        <Button variant="default" disabled={isEmpty} loading={clear.isPending} onClick={clearFile}>
          Clear
        </Button>
      </Group>
    </Stack>
  )
}
