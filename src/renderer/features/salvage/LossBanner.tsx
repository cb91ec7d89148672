// On a session of which something could not be read: says so, wherever the session is shown.
import { IconAlertTriangle } from '@tabler/icons-react'
import { Link } from 'wouter'
import { paths } from '#renderer/app/routes.ts'
import { useAnswer } from '#renderer/bridge/queries.ts'
import classes from './LossBanner.module.css'

export function LossBanner({ sessionId }: { sessionId: string }) {
  const lost = useAnswer('salvage:ofSession', { id: sessionId }).data?.lost ?? []
  if (lost.length === 0) return null
  return (
    <div role="note" aria-label="Not complete" className={classes.banner}>
      <IconAlertTriangle size={16} stroke={1.8} aria-hidden />
      <span>
        {lost.includes('session')
          ? 'The day, length and place of this session could not be read from the damaged vault: those shown are not from the record. '
          : 'A part of this note could not be read from the damaged vault. '}
        <Link href={paths.salvage}>What could not be read</Link>
      </span>
    </div>
  )
}
