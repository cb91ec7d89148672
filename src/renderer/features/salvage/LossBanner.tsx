// On a session of which something could not be read: says so, wherever the session is shown.
import { IconAlertTriangle } from '@tabler/icons-react'
import { Link } from 'wouter'
import { notCompleteWords, type LostOfSession } from '#shared/domain/salvage.ts'
import { paths } from '#renderer/app/routes.ts'
import classes from './LossBanner.module.css'

export function LossBanner({ lost }: { lost: readonly LostOfSession[] }) {
  const words = notCompleteWords(lost)
  if (words === null) return null
  return (
    <div role="note" aria-label="Not complete" className={classes.banner}>
      <IconAlertTriangle size={16} stroke={1.8} aria-hidden />
      <span>
        {words} <Link href={paths.salvage}>What could not be read</Link>
      </span>
    </div>
  )
}
