// The clients whose record no longer has to be kept, and what is left of those that were erased.
import { Anchor, Button, Stack, Text } from '@mantine/core'
import { Link } from 'wouter'
import { paths } from '#renderer/app/routes.ts'
import { useJob, useJobProgress } from '#renderer/bridge/jobs.ts'
import { usePaneScroll } from '#renderer/bridge/workspace.ts'
import { useAnswer } from '#renderer/bridge/queries.ts'
import { dateWords, dayHere } from '#renderer/ui/dateWords.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { JobProgress } from '#renderer/ui/JobProgress.tsx'
import { BackLink } from '#renderer/ui/BackLink.tsx'
import { ScreenHeading } from '#renderer/ui/firstFocus.tsx'
import type { ErasureRecord, OlderBackups, RetainedClient } from '#shared/contract/retention.ts'
import { clientCode } from '#shared/domain/client.ts'
import { andWords } from '#shared/domain/wordLists.ts'
import { becauseWords, erasedWords } from './retentionWords.ts'
import screen from '#renderer/ui/screen.module.css'
import classes from './RetentionScreen.module.css'
import { useIsWritable } from '#renderer/ui/Writable.tsx'

export function RetentionScreen() {
  const list = useAnswer('retention:list', {})
  const rule = useAnswer('retention:rule', {})
  const erasures = useAnswer('retention:erasures', {})
  const pane = usePaneScroll<HTMLDivElement>('retention', list.data !== undefined)
  const failed = [list, rule, erasures].find(({ error }) => error !== null)
  return (
    <div className={screen.screen} ref={pane}>
      <div className={`${screen.column} ${classes.column}`}>
        <BackLink href={paths.settings}>Settings</BackLink>
        <ScreenHeading>Past their retention date</ScreenHeading>
        <Text c="dimmed">
          Archived clients whose record no longer has to be kept. Nothing is ever erased by itself: open a client to
          erase them.
        </Text>
        {failed?.error && <FailureNotice failure={failed.error} onRetry={() => void failed.refetch()} />}
        {rule.data?.chosen === null && (
          <Stack gap="sm" align="flex-start">
            <p className={classes.empty}>No rule is chosen yet.</p>
            <Button component={Link} href={paths.settings} variant="default">
              Choose how long records are kept in the settings
            </Button>
          </Stack>
        )}
        {rule.data && rule.data.chosen !== null && list.data?.length === 0 && (
          <p className={classes.empty}>There is none. A clock that is far ahead puts nobody on this list.</p>
        )}
        {list.data && list.data.length > 0 && (
          <ul className={screen.boxed} aria-label="Clients past their retention date">
            {list.data.map((client) => (
              <PastClient key={client.clientId} client={client} />
            ))}
          </ul>
        )}
        <TracesLeft />
        {erasures.data && erasures.data.length > 0 && (
          <section aria-labelledby="erased-clients">
            <h2 id="erased-clients" className={classes.title}>
              Erased clients
            </h2>
            <ul className={screen.boxed}>
              {erasures.data.map((erasure) => (
                <ErasedClient key={erasure.id} erasure={erasure} />
              ))}
            </ul>
          </section>
        )}
      </div>
    </div>
  )
}

function PastClient({ client }: { client: RetainedClient }) {
  return (
    <li className={classes.row}>
      <p className={classes.line}>
        <Anchor component={Link} href={paths.client(client.clientId)} fw={600} dir="auto">
          {client.clientName}
        </Anchor>
        <span>Kept until {dateWords(client.keptUntil)}</span>
      </p>
      <p className={classes.aside}>{becauseWords(client)}.</p>
    </li>
  )
}

function ErasedClient({ erasure }: { erasure: ErasureRecord }) {
  const older = useAnswer('backup:olderThan', { at: erasure.erasedAt })
  return (
    <li className={classes.row}>
      <p className={classes.line}>
        <strong>Client {clientCode(erasure.clientId)}</strong>
        <span>erased {dateWords(dayHere(erasure.erasedAt))}</span>
        <span className={classes.aside}>
          {erasedWords(erasure)}; signature {erasure.sequence}
        </span>
      </p>
      <p className={classes.aside} dir="auto">
        {erasure.basis === 'retention over'
          ? 'The time to keep the record was over.'
          : `Own decision: ${erasure.reason}`}
      </p>
      {older.error && <p className={classes.aside}>The backups could not be looked at.</p>}
      {older.data?.map((place) => (
        <OlderBackupsIn key={place.folder} place={place} />
      ))}
    </li>
  )
}

/** The backups in one place that still hold the client; nothing where there is none. */
function OlderBackupsIn({ place: { folder, backups } }: { place: OlderBackups }) {
  if (backups === null) {
    return (
      <p className={classes.aside}>
        <bdi>{folder}</bdi> cannot be looked at now. Backups there may still hold this client.
      </p>
    )
  }
  const last = backups
    .flatMap(({ goneBy }) => goneBy ?? [])
    .toSorted()
    .at(-1)
  const daysOf = (some: typeof backups) => andWords([...new Set(some.map(({ madeAt }) => dateWords(dayHere(madeAt))))])
  const staying = backups.filter(({ goneBy }) => goneBy === null)
  return (
    <>
      {last !== undefined && (
        <p className={classes.aside}>
          These backups in <bdi>{folder}</bdi> still hold this client:{' '}
          {daysOf(backups.filter(({ goneBy }) => goneBy !== null))}. With a backup in every month they are gone by{' '}
          {dateWords(last)}.
        </p>
      )}
      {staying.length > 0 && (
        <p className={classes.aside}>
          These backups in <bdi>{folder}</bdi> still hold this client too: {daysOf(staying)}. Another computer made
          them, or they are not verified: this one does not remove them.
        </p>
      )}
    </>
  )
}

/** What an erasure has left to do in the files. */
function TracesLeft() {
  const traces = useAnswer('vault:tracesLeft', {})
  const clear = useJob('vault:clearTraces')
  const progress = useJobProgress('clear traces')
  const isWritable = useIsWritable()
  if (traces.error) return <FailureNotice failure={traces.error} onRetry={() => void traces.refetch()} />
  if (!traces.data) return null
  const { isLeft, files } = traces.data
  return (
    <Stack gap="sm">
      {progress !== null ? (
        <JobProgress
          kind="clear traces"
          progress={progress}
          label="Overwritten"
          words="What was erased is being overwritten in the vault’s files. Nothing else is done meanwhile."
          isAnnounced
        />
      ) : (
        isLeft &&
        isWritable && (
          <div role="note" className={classes.note}>
            <Text>The erased record is gone, but unused places of the vault’s files may still hold some of it.</Text>
            {clear.failure && <FailureNotice failure={clear.failure} />}
            <Button variant="default" loading={clear.isPending} onClick={() => clear.start({})}>
              Overwrite them now
            </Button>
          </div>
        )
      )}
      {files.length > 0 && (
        <Text size="sm" c="dimmed">
          These files beside the database may still hold erased clients, and Palpate never removes them:{' '}
          {andWords(files)}. Remove them when you no longer need them.
        </Text>
      )}
    </Stack>
  )
}
