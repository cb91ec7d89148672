// Today: the notes that wait for a signature, first those over the practice's limit, and the sessions of late.
import { Button, Text } from '@mantine/core'
import { useLocation } from 'wouter'
import { paths } from '#renderer/app/routes.ts'
import { usePaneScroll } from '#renderer/bridge/workspace.ts'
import { useAnswer } from '#renderer/bridge/queries.ts'
import { today, wallNowOf } from '#renderer/bridge/wallClock.ts'
import { BackupCard } from '#renderer/features/backups/index.ts'
import { BinLink } from '#renderer/features/bin/index.ts'
import { SyncedFolderCard } from '#renderer/features/vault/index.ts'
import { dayWords } from '#renderer/ui/dateWords.ts'
import { countWords } from '#shared/domain/wordLists.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { ScreenHeading } from '#renderer/ui/firstFocus.tsx'
import { SessionRow } from '#renderer/ui/SessionRow.tsx'
import type { Output } from '#shared/contract/contract.ts'
import { defaultSettings } from '#shared/domain/practice.ts'
import { byUrgency, draftAge } from './draftAge.ts'
import screen from '#renderer/ui/screen.module.css'
import classes from './TodayScreen.module.css'

type Listed = Output<'today:overview'>['drafts'][number]

/** The time now where a session was begun, on the clock that it was begun by. */
const nowOf = ({ enteredOffset }: Listed) => wallNowOf(enteredOffset)

export function TodayScreen() {
  const overview = useAnswer('today:overview', {})
  const practice = useAnswer('practice:get', {})
  const pane = usePaneScroll<HTMLDivElement>('today', overview.data !== undefined)
  const day = today()
  return (
    <div className={screen.screen} ref={pane}>
      <header className={classes.header}>
        <ScreenHeading>Today</ScreenHeading>
        <Text c="dimmed">{dayWords(day, day)}</Text>
        <div className={classes.end}>
          <BinLink />
        </div>
      </header>
      <div className={classes.card}>
        <SyncedFolderCard />
        <BackupCard />
      </div>
      {overview.error && (
        <div className={screen.notice}>
          <FailureNotice failure={overview.error} onRetry={() => void overview.refetch()} />
        </div>
      )}
      {overview.data && (
        <Overview
          {...overview.data}
          limitHours={practice.data?.settings.draftLimitHours ?? defaultSettings.draftLimitHours}
          day={day}
        />
      )}
    </div>
  )
}

interface OverviewProps extends Output<'today:overview'> {
  limitHours: number
  /** Of this computer, `YYYY-MM-DD`. */
  day: string
}

function Overview({ drafts, recent, limitHours, day }: OverviewProps) {
  if (drafts.length === 0 && recent.length === 0) return <NothingYet />
  const signed = recent.filter((session) => session.signedAt !== null)
  const { overdue, waiting } = byUrgency(drafts, limitHours, nowOf)
  const list = (sessions: readonly Listed[]) => <SessionList sessions={sessions} limitHours={limitHours} day={day} />
  return (
    <>
      {overdue.length > 0 && (
        <section className={classes.section} aria-labelledby="today-overdue">
          <h2 id="today-overdue">Overdue</h2>
          <p className={classes.about}>
            {countWords(overdue.length, 'note')} unsigned {countWords(limitHours, 'hour')} after the session or longer.
          </p>
          {list(overdue)}
        </section>
      )}
      {(waiting.length > 0 || overdue.length === 0) && (
        <section className={classes.section} aria-labelledby="today-drafts">
          <h2 id="today-drafts">
            To sign <span>{waiting.length > 0 ? waiting.length : ''}</span>
          </h2>
          {waiting.length === 0 ? <p className={classes.quiet}>Every note is signed.</p> : list(waiting)}
        </section>
      )}
      {signed.length > 0 && (
        <section className={classes.section} aria-labelledby="today-recent">
          <h2 id="today-recent">Recent sessions</h2>
          {list(signed)}
        </section>
      )}
    </>
  )
}

type ListProps = Pick<OverviewProps, 'limitHours' | 'day'> & { sessions: readonly Listed[] }

function SessionList({ sessions, limitHours, day }: ListProps) {
  return (
    <ul className={`${screen.boxed} ${classes.list}`}>
      {sessions.map((session) => (
        <li key={session.id}>
          <SessionRow
            session={session}
            href={paths.session(session.id)}
            today={day}
            clientName={session.clientName}
            draft={draftAge(session, limitHours, nowOf(session))}
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
      <Text>Nothing to sign, and no sessions yet. Start a session from a client’s page.</Text>
      <Button mt="md" variant="default" onClick={() => navigate(paths.clients)}>
        Go to the clients
      </Button>
    </div>
  )
}
