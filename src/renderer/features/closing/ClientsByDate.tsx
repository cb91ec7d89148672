// The clients by the day until which their records have to be kept.
import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { Link } from 'wouter'
import type { ClosingClient } from '#shared/contract/closing.ts'
import { clientCode } from '#shared/domain/client.ts'
import { countWords } from '#shared/domain/wordLists.ts'
import { paths } from '#renderer/app/routes.ts'
import { useMutationOf } from '#renderer/bridge/queries.ts'
import { DataTable } from '#renderer/ui/DataTable.tsx'
import { dateWords } from '#renderer/ui/dateWords.ts'
import { notifyFailure } from '#renderer/ui/notifyFailure.ts'
import classes from './ClosingScreen.module.css'

export function ClientsByDate({ clients }: { clients: readonly ClosingClient[] }) {
  const save = useMutationOf('closing:saveList')
  if (clients.length === 0) return <Text>There is no client yet.</Text>
  const hasRule = clients.some(({ keptUntil }) => keptUntil !== null)
  return (
    <Stack gap="sm">
      {!hasRule && (
        <Stack gap="xs" align="flex-start">
          <Text>No rule is chosen for how long records are kept, so there are no dates.</Text>
          <Button component={Link} href={paths.settings} variant="default">
            Choose one in the settings
          </Button>
        </Stack>
      )}
      {/* Focusable, so that the keyboard can scroll it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={classes.table} tabIndex={0} role="group" aria-label="Clients by date">
        <DataTable caption="Clients by date" columns={['Client', 'Code', 'Last entry', 'Keep until']} hasHead>
          {clients.map(({ clientId, clientName, lastEntryOn, keptUntil, isBirthMissing }) => (
            <tr key={clientId}>
              <td dir="auto">
                <Anchor component={Link} href={paths.client(clientId)} c="inherit" inherit>
                  {clientName}
                </Anchor>
              </td>
              <td>{clientCode(clientId)}</td>
              <td>{dateWords(lastEntryOn)}</td>
              <td>
                {keptUntil === null ? '–' : dateWords(keptUntil)}
                {isBirthMissing && ' (no date of birth)'}
              </td>
            </tr>
          ))}
        </DataTable>
      </div>
      <Group>
        <Button
          variant="default"
          loading={save.isPending}
          onClick={() =>
            save.mutate(
              {},
              {
                onSuccess: ({ fileName, count }) =>
                  notifications.show({
                    title: `${countWords(count, 'client')} saved as ${fileName}`,
                    message: 'For a spreadsheet, with names and dates. The file is not encrypted.',
                  }),
                onError: notifyFailure,
              },
            )
          }
        >
          Save list as CSV
        </Button>
      </Group>
    </Stack>
  )
}
