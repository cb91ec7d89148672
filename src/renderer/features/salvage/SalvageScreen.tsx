// What could not be read when the vault was salvaged: clients, sessions and signatures by name where that is left, and counts.
import { Button, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { LostSession, SalvageList } from '#shared/contract/salvage.ts'
import { tableName, tableWords } from '#shared/domain/salvage.ts'
import { andWords, countWords } from '#shared/domain/wordLists.ts'
import { paths } from '#renderer/app/routes.ts'
import { useAnswer, useMutationOf } from '#renderer/bridge/queries.ts'
import { usePaneScroll } from '#renderer/bridge/workspace.ts'
import { instantWords, useDateFormat, wallTimeWords } from '#renderer/ui/dateWords.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { BackLink } from '#renderer/ui/BackLink.tsx'
import { ScreenHeading } from '#renderer/ui/firstFocus.tsx'
import { notifyFailure } from '#renderer/ui/notifyFailure.ts'
import screen from '#renderer/ui/screen.module.css'
import classes from './SalvageScreen.module.css'

export function SalvageScreen() {
  useDateFormat()
  const list = useAnswer('salvage:list', {})
  const pane = usePaneScroll<HTMLDivElement>('salvage', list.data !== undefined)
  return (
    <div className={screen.screen} ref={pane}>
      <div className={`${screen.column} ${classes.column}`}>
        <header className={classes.head}>
          <div>
            <BackLink href={paths.settings}>Settings</BackLink>
            <ScreenHeading>What could not be read</ScreenHeading>
          </div>
          {list.data?.salvages.some((salvage) => !isNothingLost(salvage)) && <SaveList />}
        </header>
        {list.error && <FailureNotice failure={list.error} onRetry={() => void list.refetch()} />}
        {list.data?.salvages.length === 0 && <Text c="dimmed">This vault was never salvaged. Nothing is missing.</Text>}
        {list.data?.salvages.map((salvage) => (
          <Salvage key={salvage.id} salvage={salvage} />
        ))}
      </div>
    </div>
  )
}

const isNothingLost = ({ tables, clients, sessions, signatures, unplacedRows }: SalvageList): boolean =>
  [tables, clients, sessions, signatures].every((lost) => lost.length === 0) && unplacedRows === 0

function SaveList() {
  const save = useMutationOf('salvage:saveFile')
  return (
    <Button
      variant="default"
      loading={save.isPending}
      onClick={() =>
        save.mutate(
          {},
          {
            onSuccess: ({ fileName }) => notifications.show({ color: 'tide', message: `Saved as ${fileName}` }),
            onError: (failure) => void (failure.code !== 'CANCELLED' && notifyFailure(failure)),
          },
        )
      }
    >
      Save the list
    </Button>
  )
}

function Salvage({ salvage }: { salvage: SalvageList }) {
  const { madeAt, madeOffset, setAside, tables, clients, sessions, signatures, damagedPages, unplacedRows } = salvage
  return (
    <section aria-label={`Salvaged ${instantWords(madeAt, madeOffset)}`} className={classes.salvage}>
      <p className={classes.about}>
        Salvaged {instantWords(madeAt, madeOffset)}. {countWords(damagedPages, 'page')} of the file{' '}
        {damagedPages === 1 ? 'was' : 'were'} damaged. The damaged vault is kept in the folder “{setAside}”, beside this
        one.{!isNothingLost(salvage) && ' A backup from before the damage may still have what is missing.'}
      </p>
      {isNothingLost(salvage) && <p className={classes.about}>Everything in it could be read: nothing is missing.</p>}
      {clients.length > 0 && (
        <Part title="Clients whose details are lost" about="Ask them again, above all for allergies and alerts.">
          {clients.map(({ id, name, isStandIn }, index) => (
            <li key={id ?? index}>
              {isStandIn && id !== null ? (
                <Link href={paths.client(id)} dir="auto">
                  {name}
                </Link>
              ) : (
                <span dir="auto">{name ?? 'A client whose name is lost too'}</span>
              )}
            </li>
          ))}
        </Part>
      )}
      {sessions.length > 0 && (
        <Part
          title="Sessions that are not complete"
          about="Compare them with what you remember, or with a printed file."
        >
          {sessions.map((session, index) => (
            <LostSessionRow key={session.id ?? index} session={session} />
          ))}
        </Part>
      )}
      {signatures.length > 0 && (
        <Part
          title="Signatures that are lost"
          about="These notes are drafts again: read them, and sign them anew. All other signatures can be verified."
        >
          {signatures.map(({ sequence, sessionId, clientName, serviceStart }) => (
            <li key={sequence}>
              Number {sequence}
              {sessionId !== null && (
                <>
                  {': '}
                  <Link href={paths.session(sessionId)} dir="auto">
                    {sessionTitle(clientName, serviceStart)}
                  </Link>
                </>
              )}
            </li>
          ))}
        </Part>
      )}
      {(tables.length > 0 || unplacedRows > 0) && (
        <Part title="All in all" about="">
          {tables.map(({ table, amount, isLeftOut }) => (
            <li key={`${table} ${isLeftOut}`}>
              {tableWords(table, amount)}
              {isLeftOut && ', left out because what they belong to is lost'}
            </li>
          ))}
          {unplacedRows > 0 && (
            <li>
              {countWords(unplacedRows, 'entry', 'entries')} that could be read, and belong to nothing that is left
            </li>
          )}
        </Part>
      )}
    </section>
  )
}

const sessionTitle = (clientName: string | null, serviceStart: string | null): string =>
  `${clientName ?? 'unknown client'}, ${serviceStart === null ? 'unknown day' : wallTimeWords(serviceStart)}`

function LostSessionRow({ session }: { session: LostSession }) {
  const { id, clientName, serviceStart, what, parts, isSigned, isThere } = session
  const lost = [...(what === 'session' ? ['its day, length and place'] : []), ...new Set(parts.map(tableName))]
  const title = sessionTitle(clientName, serviceStart)
  return (
    <li>
      {isThere && id !== null ? (
        <Link href={paths.session(id)} dir="auto">
          {title}
        </Link>
      ) : (
        <span dir="auto">{title}</span>
      )}
      {isSigned && ' (signed)'}: <span className={classes.lost}>{andWords(lost)}</span>
    </li>
  )
}

function Part({ title, about, children }: { title: string; about: string; children: ReactNode }) {
  return (
    <div>
      <h2 className={classes.title}>{title}</h2>
      {about !== '' && <p className={classes.about}>{about}</p>}
      <ul className={`${screen.boxed} ${classes.list}`} aria-label={title}>
        {children}
      </ul>
    </div>
  )
}
