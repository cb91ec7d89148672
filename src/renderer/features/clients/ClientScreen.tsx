// One client: who they are, what to watch for, their sessions, and the start of the next one.
import { useState } from 'react'
import { paths } from '#renderer/app/routes.ts'
import { areTextsKept } from '#renderer/bridge/keptTexts.ts'
import { useAnswer } from '#renderer/bridge/queries.ts'
import { today } from '#renderer/bridge/wallClock.ts'
import { PatientFileDialog } from '#renderer/features/patientFile/index.ts'
import { CompareVisitsButton } from '#renderer/features/visits/index.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { sessionRowHeight, SessionRow } from '#renderer/ui/SessionRow.tsx'
import { VirtualList } from '#renderer/ui/VirtualList.tsx'
import { displayName } from '#shared/domain/client.ts'
import { ClientDetails } from './ClientDetails.tsx'
import { ClientHeader } from './ClientHeader.tsx'
import classes from './ClientScreen.module.css'
import { EditClientDialog } from './EditClientDialog.tsx'
import { editClientForm } from './useClientForm.ts'
import { useIsWritable } from '#renderer/ui/Writable.tsx'

export function ClientScreen({ id }: { id: string }) {
  const answer = useAnswer('client:get', { id })
  const isWritable = useIsWritable()
  const [isFileOpen, setIsFileOpen] = useState(false)
  // An edit that a lock interrupted is restored.
  const [isEditing, setIsEditing] = useState(() => areTextsKept(editClientForm(id)))

  // What was read stays when it cannot be read anew: a dialog that is open on it holds what somebody types.
  if (answer.error && (!answer.data || answer.error.code === 'NOT_FOUND')) {
    return (
      <div className={classes.notice}>
        <FailureNotice failure={answer.error} onRetry={() => void answer.refetch()} />
      </div>
    )
  }
  if (!answer.data) return null
  const { client, sessions } = answer.data
  const day = today()

  return (
    <div className={classes.screen}>
      <ClientHeader
        client={client}
        today={day}
        last={sessions[0]}
        onPatientFile={() => setIsFileOpen(true)}
        onEdit={() => setIsEditing(true)}
      />
      <div className={classes.panes}>
        <section className={classes.sessions} aria-labelledby="client-sessions">
          <div className={classes.head}>
            <h2 id="client-sessions" className={classes.title}>
              Sessions <span>{sessions.length}</span>
            </h2>
            <CompareVisitsButton
              size="compact-sm"
              clientId={id}
              clientName={displayName(client.fields)}
              unavailable={
                sessions.some(({ findingCount }) => findingCount > 0)
                  ? undefined
                  : 'No session has a finding on its map.'
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
              renderRow={(session) => <SessionRow session={session} href={paths.session(session.id)} today={day} />}
            />
          )}
        </section>
        <ClientDetails client={client} onEdit={() => setIsEditing(true)} />
      </div>
      {isEditing && isWritable && <EditClientDialog client={client} onClose={() => setIsEditing(false)} />}
      <PatientFileDialog clientId={id} opened={isFileOpen} onClose={() => setIsFileOpen(false)} />
    </div>
  )
}
