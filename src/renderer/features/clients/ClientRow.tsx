// One client as the list shows them, and the headings over its columns.
import { Badge, VisuallyHidden } from '@mantine/core'
import { IconAlertTriangleFilled } from '@tabler/icons-react'
import { useId } from 'react'
import { Link } from 'wouter'
import { paths } from '#renderer/app/routes.ts'
import { countWords, dateWords, relativeDay } from '#renderer/ui/dateWords.ts'
import type { ClientSummary } from '#shared/contract/clients.ts'
import { ageOn } from '#shared/domain/time.ts'
import { ClientName } from './ClientName.tsx'
import classes from './ClientRow.module.css'

/** The height of the row in CSS pixels. */
export const clientRowHeight = 44
export const clientRowHeadingHeight = 32

interface Props {
  client: ClientSummary
  /** `YYYY-MM-DD` */
  today: string
}

export function ClientRow({ client, today }: Props) {
  const age = ageOn(client.dateOfBirth, today)
  const id = useId()
  return (
    <Link
      href={paths.client(client.id)}
      className={classes.row}
      aria-labelledby={`${id}name ${id}born`}
      aria-describedby={`${id}last ${id}drafts`}
    >
      <span id={`${id}name`} className={classes.name}>
        <span className={classes.nameText} dir="auto">
          <ClientName client={client} />
        </span>
        {client.alert !== '' && (
          <span className={classes.alert} title={client.alert}>
            <IconAlertTriangleFilled size={14} aria-hidden />
            <VisuallyHidden>Alert: {client.alert}</VisuallyHidden>
          </span>
        )}
        {client.isArchived && <span className={classes.archived}>archived</span>}
      </span>
      <span id={`${id}born`} className={classes.born}>
        {client.dateOfBirth !== null && (
          <>
            <VisuallyHidden>born </VisuallyHidden>
            {dateWords(client.dateOfBirth)} <span className={classes.muted}>{age}</span>
          </>
        )}
      </span>
      <span className={classes.phone}>{client.phone}</span>
      <span id={`${id}last`} className={classes.last}>
        {client.lastSessionAt === null ? (
          <span className={classes.muted}>no session yet</span>
        ) : (
          <>
            <VisuallyHidden>last session </VisuallyHidden>
            {relativeDay(client.lastSessionAt, today)}{' '}
            <span className={classes.muted}>{dateWords(client.lastSessionAt)}</span>
          </>
        )}
      </span>
      <span id={`${id}drafts`} className={classes.drafts}>
        {client.draftCount > 0 && (
          <Badge className={classes.badge} size="md">
            {countWords(client.draftCount, 'draft')}
          </Badge>
        )}
      </span>
    </Link>
  )
}

/** For the eye only: each cell says by itself what it is. */
export function ClientRowHeadings() {
  return (
    <div className={classes.headings} aria-hidden>
      <span>Name</span>
      <span className={classes.born}>Born</span>
      <span className={classes.phone}>Phone</span>
      <span>Last session</span>
      <span />
    </div>
  )
}
