// The head of a client's page: always in view, with the alert and what can be done next.
import { Button } from '@mantine/core'
import { IconAlertTriangleFilled, IconArchive, IconFileText, IconPencil } from '@tabler/icons-react'
import { useMutationOf } from '#renderer/bridge/queries.ts'
import { ScreenHeading } from '#renderer/ui/firstFocus.tsx'
import { EraseClient } from '#renderer/features/retention/index.ts'
import { notifyFailure } from '#renderer/ui/notifyFailure.ts'
import { notifyWithUndo } from '#renderer/ui/notifyWithUndo.tsx'
import type { ClientRecord } from '#shared/contract/clients.ts'
import type { SessionSummary } from '#shared/contract/sessions.ts'
import { clientCode, displayName } from '#shared/domain/client.ts'
import { ageOn } from '#shared/domain/time.ts'
import classes from './ClientHeader.module.css'
import { StartSession } from './StartSession.tsx'
import { WhenWritable } from '#renderer/ui/Writable.tsx'

interface Props {
  client: ClientRecord
  /** `YYYY-MM-DD` */
  today: string
  /** The client's latest session. */
  last: SessionSummary | undefined
  onPatientFile: () => void
  onEdit: () => void
}

const icon = { size: 16, stroke: 1.7, 'aria-hidden': true } as const

export function ClientHeader({ client, today, last, onPatientFile, onEdit }: Props) {
  const { fields, isArchived } = client
  const age = ageOn(fields.dateOfBirth, today)
  const facts = [fields.pronouns, age === null ? '' : String(age), fields.phone || fields.email].filter(Boolean)
  const { archive, restore } = useShelving(client)
  return (
    <header className={classes.header}>
      <div className={classes.who}>
        <div className={classes.line}>
          <ScreenHeading dir="auto" title={displayName(fields)}>
            {displayName(fields)}
          </ScreenHeading>
          <span className={classes.code} title="Stands for this client on the names of files">
            Client {clientCode(client.id)}
          </span>
          {facts.length > 0 && (
            <span className={classes.facts} dir="auto">
              {facts.join(' · ')}
            </span>
          )}
          {isArchived && <span className={classes.archived}>Archived</span>}
        </div>
        {fields.alert !== '' && (
          <p className={classes.alert} role="note" aria-label="Alert">
            <IconAlertTriangleFilled size={15} aria-hidden />
            <span dir="auto">{fields.alert}</span>
          </p>
        )}
      </div>
      <div className={classes.actions}>
        <WhenWritable>
          {isArchived ? (
            <>
              <EraseClient client={client} onPatientFile={onPatientFile} />
              <Button variant="subtle" color="gray" c="var(--p-ink)" onClick={restore}>
                Restore
              </Button>
            </>
          ) : (
            <Button variant="subtle" c="var(--p-ink)" leftSection={<IconArchive {...icon} />} onClick={archive}>
              Archive
            </Button>
          )}
          <Button variant="default" leftSection={<IconPencil {...icon} />} onClick={onEdit}>
            Edit
          </Button>
        </WhenWritable>
        <Button variant="default" leftSection={<IconFileText {...icon} />} onClick={onPatientFile}>
          Patient file
        </Button>
        <WhenWritable>
          <StartSession client={client} last={last} />
        </WhenWritable>
      </div>
    </header>
  )
}

/** Archiving and restoring a client, each with undo. */
function useShelving({ id, fields }: ClientRecord) {
  const archiving = useMutationOf('client:archive')
  const restoring = useMutationOf('client:restore')

  const notify = (words: string, undo: () => Promise<unknown>) =>
    notifyWithUndo(
      `shelved-${id}`,
      <>
        <bdi>{displayName(fields)}</bdi> {words}
      </>,
      undo,
    )

  const restoreNow = () => restoring.mutateAsync({ id })
  const archiveNow = () => archiving.mutateAsync({ id })
  return {
    archive: () =>
      archiving.mutate({ id }, { onError: notifyFailure, onSuccess: () => notify('is archived.', restoreNow) }),
    restore: () =>
      restoring.mutate({ id }, { onError: notifyFailure, onSuccess: () => notify('is active again.', archiveNow) }),
  }
}
