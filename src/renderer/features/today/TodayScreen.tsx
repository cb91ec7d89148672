// Today: the notes that wait for a signature, oldest first, and the sessions of late.
import { Button, Text } from '@mantine/core'
import { useLocation } from 'wouter'
import { paths } from '#renderer/app/routes.ts'
import { usePaneScroll } from '#renderer/bridge/paneScroll.ts'
import { useAnswer } from '#renderer/bridge/queries.ts'
import { today } from '#renderer/bridge/wallClock.ts'
import { dayWords } from '#renderer/ui/dateWords.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { ScreenHeading } from '#renderer/ui/ScreenHeading.tsx'
import { SessionRow } from '#renderer/ui/SessionRow.tsx'
import type { Output } from '#shared/contract/contract.ts'
import { draftAge } from './draftAge.ts'
import classes from './TodayScreen.module.css'

type Listed = Output<'today:overview'>['drafts'][number]

export function TodayScreen() {
  const overview = useAnswer('today:overview', {})
  const pane = usePaneScroll<HTMLDivElement>('today', overview.data !== undefined)
  const day = today()
  return (
    <div className={classes.screen} ref={pane}>
      <header className={classes.header}>
        <ScreenHeading>Today</ScreenHeading>
        <Text c="dimmed">{dayWords(day, day)}</Text>
      </header>
      {overview.error && (
        <div className={classes.notice}>
          <FailureNotice failure={overview.error} onRetry={() => void overview.refetch()} />
        </div>
      )}
      {overview.data && <Overview {...overview.data} day={day} />}
    </div>
  )
}

function Overview({ drafts, recent, day }: Output<'today:overview'> & { day: string }) {
  if (drafts.length === 0 && recent.length === 0) return <NothingYet />
  const signed = recent.filter((session) => session.signedAt !== null)
  return (
    <>
      <section className={classes.section} aria-labelledby="today-drafts">
        <h2 id="today-drafts">
          To sign <span>{drafts.length > 0 ? drafts.length : ''}</span>
        </h2>
        {drafts.length === 0 ? (
          <p className={classes.quiet}>Every note is signed.</p>
        ) : (
          <SessionList sessions={drafts} day={day} />
        )}
      </section>
      {signed.length > 0 && (
        <section className={classes.section} aria-labelledby="today-recent">
          <h2 id="today-recent">Recent sessions</h2>
          <SessionList sessions={signed} day={day} />
        </section>
      )}
    </>
  )
}

function SessionList({ sessions, day }: { sessions: readonly Listed[]; day: string }) {
  return (
    <ul className={classes.list}>
      {sessions.map((session) => (
        <li key={session.id}>
          <SessionRow
            session={session}
            href={paths.session(session.id)}
            today={day}
            clientName={session.clientName}
            draft={draftAge(session.serviceStart, day)}
          />
        </li>
      ))}
    </ul>
  )
}

function NothingYet() {
  const [, navigate] = useLocation()
  return (
    <div className={classes.empty}>
      <Text>Nothing to sign, and no session yet. A session starts from a client’s page.</Text>
      <Button mt="md" variant="default" onClick={() => navigate(paths.clients)}>
        Go to the clients
      </Button>
    </div>
  )
}
