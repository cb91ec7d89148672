// A client's sessions, newest first, with the way to compare them.
import { paths } from '#renderer/app/routes.ts'
import { CompareVisitsButton } from '#renderer/features/visits/index.ts'
import { sessionRowHeight, SessionRow } from '#renderer/ui/SessionRow.tsx'
import { VirtualList } from '#renderer/ui/VirtualList.tsx'
import { useIsWritable } from '#renderer/ui/Writable.tsx'
import type { ClientRecord } from '#shared/contract/clients.ts'
import type { SessionSummary } from '#shared/contract/sessions.ts'
import { displayName } from '#shared/domain/client.ts'
import classes from './SessionList.module.css'

export interface SessionListProps {
  client: ClientRecord
  /** Newest first. */
  sessions: readonly SessionSummary[]
  /** `YYYY-MM-DD` */
  today: string
}

export function SessionList({ client: { id, fields }, sessions, today }: SessionListProps) {
  const isWritable = useIsWritable()
  return (
    <section className={classes.sessions} aria-labelledby="client-sessions">
      <div className={classes.head}>
        <h2 id="client-sessions" className={classes.title}>
          Sessions <span>{sessions.length}</span>
        </h2>
        <CompareVisitsButton
          size="compact-sm"
          clientId={id}
          clientName={displayName(fields)}
          unavailable={
            sessions.some(({ findingCount }) => findingCount > 0) ? undefined : 'No session has a finding on its map.'
          }
        />
      </div>
      {sessions.length === 0 ? (
        <p className={classes.empty}>
          No sessions yet.{isWritable && ' “New session” starts one with the current date and time.'}
        </p>
      ) : (
        <VirtualList
          label="Sessions, newest first"
          pane={`sessions-${id}`}
          items={sessions}
          keyOf={(session) => session.id}
          rowHeight={sessionRowHeight}
          renderRow={(session) => <SessionRow session={session} href={paths.session(session.id)} today={today} />}
        />
      )}
    </section>
  )
}
