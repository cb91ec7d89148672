// One client as the list shows them, and the headings over its columns.
import { Badge, VisuallyHidden } from '@mantine/core'
import { IconAlertTriangleFilled } from '@tabler/icons-react'
import { useId } from 'react'
import { Link } from 'wouter'
import { paths } from '#renderer/app/routes.ts'
import { dateWords } from '#renderer/ui/dateWords.ts'
import { relativeDay } from '#shared/domain/dateWords.ts'
import { countWords } from '#shared/domain/wordLists.ts'
import type { ClientSummary } from '#shared/contract/clients.ts'
import { displayName } from '#shared/domain/client.ts'
import { ageOn } from '#shared/domain/time.ts'
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
    // The link is the name and nothing else; it is spread over the whole row for the pointer.
    <div className={classes.row}>
      <span className={classes.name}>
        <Link
          href={paths.client(client.id)}
          className={classes.link}
          dir="auto"
          title={displayName(client)}
          aria-describedby={`${id}born ${id}last ${id}marks`}
        >
          <ClientName client={client} />
        </Link>
        <span id={`${id}marks`} className={classes.marks}>
          {client.alert !== '' && (
            <span className={classes.alert}>
              <IconAlertTriangleFilled size={14} aria-hidden />
              <VisuallyHidden>Alert: {client.alert}</VisuallyHidden>
            </span>
          )}
          {client.isArchived && <span className={classes.archived}>archived</span>}
        </span>
      </span>
      <span id={`${id}born`} className={classes.born}>
        {client.dateOfBirth !== null && (
          <>
            <VisuallyHidden>born </VisuallyHidden>
            {dateWords(client.dateOfBirth)} <span className={classes.muted}>{age}</span>
          </>
        )}
      </span>
      <span className={classes.phone} title={client.phone}>
        {client.phone}
      </span>
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
      <span className={classes.drafts}>
        {client.draftCount > 0 && (
          <Badge className={classes.badge} size="md">
            {countWords(client.draftCount, 'draft')}
          </Badge>
        )}
      </span>
    </div>
  )
}

/** Hidden from screen readers: each cell has its own label. */
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

/** The name in a list that is ordered by last names: the last name is emphasised. */
function ClientName({ client }: { client: ClientSummary }) {
  const name = displayName(client)
  if (client.lastName === '' || !name.endsWith(client.lastName)) return <strong>{name}</strong>
  return (
    <>
      {name.slice(0, name.length - client.lastName.length)}
      <strong>{client.lastName}</strong>
    </>
  )
}
