// One client's record: who they are and what can be done above, its rooms below.
import { useState } from 'react'
import { useAnswer } from '#renderer/bridge/queries.ts'
import { Link } from 'wouter'
import { clientRooms, paths, type ClientRoom } from '#renderer/app/routes.ts'
import { areTextsKept } from '#renderer/bridge/keptTexts.ts'
import { today } from '#renderer/bridge/wallClock.ts'
import { HealthRoom, SafetyCard } from '#renderer/features/health/index.ts'
import { ConsentsRoom } from '#renderer/features/consents/index.ts'
import { PatientFileDialog } from '#renderer/features/patientFile/index.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { ClientDetails } from './ClientDetails.tsx'
import { ClientHeader } from './ClientHeader.tsx'
import classes from './ClientScreen.module.css'
import { EditClientDialog } from './EditClientDialog.tsx'
import { SessionList, type SessionListProps } from './SessionList.tsx'
import { editClientForm } from './useClientForm.ts'
import { useIsWritable } from '#renderer/ui/Writable.tsx'

const roomNames: Readonly<Record<ClientRoom, string>> = {
  overview: 'Overview',
  sessions: 'Sessions',
  health: 'Health',
  consents: 'Consents',
  details: 'Details',
}

/** The room of an address; the overview where it names none that there is. */
const roomNamed = (name: string | undefined): ClientRoom => clientRooms.find((room) => room === name) ?? 'overview'

interface Props {
  id: string
  /** The room's name in the address. */
  room: string | undefined
}

export function ClientScreen({ id, room: name }: Props) {
  const answer = useAnswer('client:get', { id })
  // Asked for at once, so that the card above the sessions is there with them.
  useAnswer('health:get', { clientId: id })
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
  const room = roomNamed(name)
  const edit = () => setIsEditing(true)

  return (
    <div className={classes.screen}>
      <ClientHeader
        client={client}
        today={day}
        last={sessions[0]}
        onPatientFile={() => setIsFileOpen(true)}
        onEdit={edit}
      />
      <RecordNavigation clientId={id} room={room} />
      {room === 'overview' && <Overview client={client} sessions={sessions} today={day} onEdit={edit} />}
      {room === 'sessions' && <SessionList client={client} sessions={sessions} today={day} />}
      {room === 'health' && <HealthRoom clientId={id} today={day} />}
      {room === 'consents' && <ConsentsRoom client={client} sessions={sessions} />}
      {room === 'details' && <ClientDetails client={client} onEdit={edit} isRoom />}
      {isEditing && isWritable && <EditClientDialog client={client} onClose={() => setIsEditing(false)} />}
      <PatientFileDialog clientId={id} opened={isFileOpen} onClose={() => setIsFileOpen(false)} />
    </div>
  )
}

/** The rooms of a client's record, as one row under the header. */
function RecordNavigation({ clientId, room }: { clientId: string; room: ClientRoom }) {
  return (
    <nav className={classes.rooms} aria-label="Client record">
      {clientRooms.map((one) => (
        <Link key={one} href={paths.client(clientId, one)} aria-current={one === room ? 'page' : undefined}>
          {roomNames[one]}
        </Link>
      ))}
    </nav>
  )
}

/** The first room: what to mind, the sessions, and what is known of the person. */
function Overview({ onEdit, ...list }: SessionListProps & { onEdit: () => void }) {
  return (
    <div className={classes.overview}>
      <div className={classes.main}>
        <SafetyCard clientId={list.client.id} today={list.today} />
        <SessionList {...list} />
      </div>
      <ClientDetails client={list.client} onEdit={onEdit} />
    </div>
  )
}
