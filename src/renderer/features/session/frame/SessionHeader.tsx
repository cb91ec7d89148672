// The header of a session: who, what to watch out for, when and where. One line where there is room.
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { SessionOrigin, SessionRecord } from '#shared/contract/sessions.ts'
import { displayName } from '#shared/domain/client.ts'
import type { SessionDetails } from '#shared/domain/session.ts'
import { paths } from '#renderer/app/routes.ts'
import { LossBanner } from '#renderer/features/salvage/index.ts'
import { dateWords, instantDayOnScreen, instantOnScreen, useDateFormat } from '#renderer/ui/dateWords.ts'
import { ScreenHeading } from '#renderer/ui/firstFocus.tsx'
import classes from './SessionHeader.module.css'
import { clientFacts } from '../sessionWords.ts'

interface Props {
  record: SessionRecord
  details: SessionDetails
  /** What the client's health asks for, and whether anything of it changed. */
  safety?: ReactNode
  /** What stands at the right: the session's details. */
  children: ReactNode
}

/** Alerts of more characters than this do not fit beside the name. */
const longAlert = 80

export function SessionHeader({ record, details, safety, children }: Props) {
  const { client } = record
  return (
    <>
      <header className={classes.header}>
        <ScreenHeading className={classes.name} dir="auto">
          <Link href={paths.client(client.id)}>{displayName(client)}</Link>
        </ScreenHeading>
        <span className={classes.facts}>{clientFacts({ client, details, number: record.number })}</span>
        {client.alert && (
          <strong className={classes.alert} data-long={client.alert.length > longAlert || undefined} dir="auto">
            <IconAlertTriangle size={14} stroke={2} aria-label="Alert:" />
            <span>{client.alert}</span>
          </strong>
        )}
        {safety}
        <div className={classes.end}>{children}</div>
        <LateEntryLine record={record} details={details} />
        <OriginLine origin={record.origin} />
      </header>
      <LossBanner lost={record.lost} />
    </>
  )
}

interface LineProps {
  record: Pick<SessionRecord, 'enteredAt' | 'enteredOffset' | 'lateEntryReason'>
  details: SessionDetails
}

/** Says of a late entry that it is one: the day of the visit, the day of writing, and why. */
function LateEntryLine({ record: { enteredAt, enteredOffset, lateEntryReason }, details }: LineProps) {
  useDateFormat()
  if (lateEntryReason === null) return null
  const facts = [`visit ${dateWords(details.serviceStart)}`, `entered ${instantDayOnScreen(enteredAt, enteredOffset)}`]
  return (
    <p className={classes.lateEntry} role="note" aria-label="Late entry">
      <strong>Late entry</strong> · {facts.join(' · ')} · <span dir="auto">{lateEntryReason}</span>
    </p>
  )
}

/** Says of a session that was brought in from another copy of the vault that it was, and what it was there. */
function OriginLine({ origin }: { origin: SessionOrigin | null }) {
  useDateFormat()
  if (origin === null) return null
  const { signature } = origin
  return (
    <div className={classes.lateEntry} role="note" aria-label="From another copy">
      <strong>From another copy</strong>, brought in {instantDayOnScreen(origin.broughtInAt, origin.broughtInOffset)};
      there{' '}
      {signature === null ? (
        'a draft'
      ) : (
        <>
          signed {instantOnScreen(signature.signedAt, signature.signedOffset)} by{' '}
          <span dir="auto">{signature.signerName}</span>.{' '}
          <details className={classes.origin}>
            <summary>Fingerprint there</summary>
            <code>{signature.fingerprint}</code>
          </details>
        </>
      )}
    </div>
  )
}
