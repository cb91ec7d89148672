// The clients whose record no longer has to be kept, and what is left of those that were erased.
import { Anchor, Button, Stack, Text } from '@mantine/core'
import { Link } from 'wouter'
import { paths } from '#renderer/app/routes.ts'
import { ask } from '#renderer/bridge/bridge.ts'
import { useJob, useJobProgress } from '#renderer/bridge/jobs.ts'
import { usePaneScroll } from '#renderer/bridge/workspace.ts'
import { useAnswer } from '#renderer/bridge/queries.ts'
import { dateWords, dayHere } from '#renderer/ui/dateWords.ts'
import { useLeftBehind } from '#renderer/features/backups/index.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { JobProgress } from '#renderer/ui/JobProgress.tsx'
import { notifyFailure } from '#renderer/ui/notifyFailure.ts'
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
        <SetAside />
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
        <OlderBackupsIn key={`${place.folder} ${place.removedAt}`} place={place} />
      ))}
    </li>
  )
}

/** The backups in one place that still hold the client; nothing where there is none. */
function OlderBackupsIn({ place: { folder, removedAt, backups } }: { place: OlderBackups }) {
  const removed = removedAt === null ? null : `You stopped backing up there on ${dateWords(dayHere(removedAt))}`
  if (backups === null) {
    return (
      <p className={classes.aside}>
        <bdi>{folder}</bdi> cannot be looked at now. {removed !== null && `${removed}. `}Backups there may still hold
        this client.
      </p>
    )
  }
  const dated = backups.flatMap(({ madeAt, goneBy }) => (goneBy === null ? [] : { madeAt, goneBy }))
  const lasting = backups.filter(({ goneBy }) => goneBy === null)
  const last = dated
    .map(({ goneBy }) => goneBy)
    .toSorted()
    .at(-1)
  return (
    <>
      {last !== undefined && (
        <p className={classes.aside}>
          These backups in <bdi>{folder}</bdi> still hold this client: {daysOf(dated)}. With a backup in every month
          they are gone by {dateWords(last)}.
        </p>
      )}
      {lasting.length > 0 && removed !== null && (
        <p className={classes.aside}>
          These backups in <bdi>{folder}</bdi> still hold this client: {daysOf(lasting)}. {removed}, so Palpate never
          removes them: delete them when you no longer need them.
        </p>
      )}
      {lasting.length > 0 && removed === null && (
        <p className={classes.aside}>
          These backups in <bdi>{folder}</bdi> still hold this client too: {daysOf(lasting)}. Another computer made
          them, or they are not verified, so this one does not remove them: delete them when you no longer need them.
        </p>
      )}
    </>
  )
}

const daysOf = (backups: readonly { readonly madeAt: string }[]): string =>
  andWords([...new Set(backups.map(({ madeAt }) => dateWords(dayHere(madeAt))))])

/** The vaults that were set aside: as whole as this one, and never removed. */
function SetAside() {
  const vaults = useLeftBehind()?.vaults
  if (vaults === undefined) return null
  if (vaults === null) {
    return (
      <Text size="sm" c="dimmed">
        Whether earlier vaults were set aside beside this one could not be read. They would still hold erased clients.
      </Text>
    )
  }
  if (vaults.length === 0) return null
  return (
    <section aria-labelledby="set-aside-vaults">
      <h2 id="set-aside-vaults" className={classes.title}>
        Vaults that were set aside
      </h2>
      <Text size="sm" c="dimmed">
        They lie beside this vault, and may still hold erased clients. Each opens with the passphrase of its day.
        Palpate never removes them: delete them when you no longer need them.
      </Text>
      <ul className={screen.boxed}>
        {vaults.map(({ name, setAsideOn }) => (
          <li key={name} className={classes.row}>
            <p className={classes.line}>
              <bdi>{name}</bdi>
              {setAsideOn !== null && <span className={classes.aside}>set aside {dateWords(setAsideOn)}</span>}
            </p>
          </li>
        ))}
      </ul>
      <Button variant="subtle" onClick={() => void ask('vault:showFolder', {}).catch(notifyFailure)}>
        Show the vault’s folder
      </Button>
    </section>
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
