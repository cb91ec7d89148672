// What a copy has that is not here, and the choice of what comes in.
import { Alert, Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Link } from 'wouter'
import type { CopyContent, FoundCopy } from '#shared/contract/backups.ts'
import type { CopyComparison, OtherSession } from '#shared/contract/copies.ts'
import { countWords } from '#shared/domain/wordLists.ts'
import { paths } from '#renderer/app/routes.ts'
import { copyInsideWords } from '#renderer/bridge/copyProblemWords.ts'
import { useJob } from '#renderer/bridge/jobs.ts'
import { copyTitle } from '#renderer/features/vault/index.ts'
import { wallTimeWords } from '#renderer/ui/dateWords.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { JobProgress } from '#renderer/ui/JobProgress.tsx'
import { ScreenHeading } from '#renderer/ui/firstFocus.tsx'
import screen from '#renderer/ui/screen.module.css'
import classes from './BringIn.module.css'
import {
  additionWords,
  bringInWords,
  differenceWords,
  hereWords,
  nothingWords,
  recordWords,
  thereWords,
} from './comparisonWords.ts'

interface Props {
  copy: FoundCopy
  content: CopyContent
  onDone: (made: { sessions: number; clients: number }) => void
  onBack: () => void
}

export function Comparison({ copy, content, onDone, onBack }: Props) {
  const compare = useJob('copy:compare')
  const hasBegun = useRef(false)
  useEffect(() => {
    if (hasBegun.current) return
    hasBegun.current = true
    compare.start({ copyId: copy.id })
  }, [compare, copy])
  if (compare.failure) {
    return (
      <Stack gap="md">
        <ScreenHeading>The copy was not compared</ScreenHeading>
        {compare.failure.code !== 'CANCELLED' && <FailureNotice failure={compare.failure} />}
        <Group>
          <Button onClick={onBack}>Choose another copy</Button>
        </Group>
      </Stack>
    )
  }
  if (!compare.output) {
    return (
      <Stack gap="md">
        <ScreenHeading>Comparing the copy</ScreenHeading>
        <JobProgress
          kind="compare copies"
          progress={compare.progress}
          label="Compared"
          words="Comparing its sessions with those here"
          isAnnounced
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={compare.leave}>
            Cancel
          </Button>
        </Group>
      </Stack>
    )
  }
  return <Choice copy={copy} content={content} comparison={compare.output} onDone={onDone} onBack={onBack} />
}

const withIt = <T,>(set: ReadonlySet<T>, item: T, isIn: boolean): ReadonlySet<T> => {
  const next = new Set(set)
  if (isIn) next.add(item)
  else next.delete(item)
  return next
}

function Choice({ copy, content, comparison, onDone, onBack }: Props & { comparison: CopyComparison }) {
  const { sessions, newClients, differences, additions, records, erased } = comparison
  const offered = sessions.filter(({ isBroughtIn }) => !isBroughtIn)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(offered.map(({ id }) => id)))
  const [clients, setClients] = useState<ReadonlySet<string>>(() => new Set(newClients.map(({ id }) => id)))
  const bringIn = useJob('copy:bringIn')
  // A chosen session brings its client.
  const brought = new Set(sessions.filter(({ id }) => chosen.has(id)).map(({ clientId }) => clientId))
  const added = newClients.filter(({ id }) => clients.has(id) || brought.has(id)).length
  const nothing = nothingWords(comparison)
  const all = chosen.size === offered.length
  const failure = bringIn.failure?.code === 'CANCELLED' ? null : bringIn.failure

  const start = () => {
    const clientIds = newClients.filter(({ id }) => clients.has(id)).map(({ id }) => id)
    bringIn.run({ copyId: copy.id, sessionIds: [...chosen], clientIds }).then(onDone, () => undefined)
  }

  return (
    <Stack gap="md">
      <div>
        <ScreenHeading>What is only in the other copy</ScreenHeading>
        <Text c="dimmed" mt="xs">
          {copyTitle(copy)}. <strong>Nothing here is changed.</strong>{' '}
          {nothing === null && 'What you choose comes in as new drafts, to be looked at.'}
        </Text>
      </div>
      {content.problem !== null && <ProblemNotice>{copyInsideWords(content.problem)}</ProblemNotice>}
      {nothing !== null && <Text role="status">{nothing}</Text>}
      {sessions.length > 0 && (
        <section className={classes.group} aria-label="Sessions">
          <div className={classes.head}>
            <h2>
              Sessions <span>{sessions.length}</span>
            </h2>
            {offered.length > 1 && (
              <Button
                variant="subtle"
                size="compact-sm"
                disabled={bringIn.isPending}
                onClick={() => setChosen(new Set(all ? [] : offered.map(({ id }) => id)))}
              >
                {all ? 'Choose none' : 'Choose all'}
              </Button>
            )}
          </div>
          <ul className={screen.boxed}>
            {sessions.map((session) => (
              <SessionChoice
                key={session.id}
                session={session}
                isChosen={chosen.has(session.id)}
                isDisabled={bringIn.isPending}
                onChoose={(isChosen) => setChosen(withIt(chosen, session.id, isChosen))}
              />
            ))}
          </ul>
        </section>
      )}
      {newClients.length > 0 && (
        <section className={classes.group} aria-label="Clients who are not here">
          <h2>
            Clients who are not here <span>{newClients.length}</span>
          </h2>
          <ul className={screen.boxed}>
            {newClients.map(({ id, name }) => (
              <li key={id} className={classes.row}>
                <Checkbox
                  label={<span dir="auto">{name}</span>}
                  description={brought.has(id) ? 'Comes with the chosen sessions' : undefined}
                  checked={clients.has(id) || brought.has(id)}
                  disabled={brought.has(id) || bringIn.isPending}
                  onChange={(event) => setClients(withIt(clients, id, event.currentTarget.checked))}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
      <Named title="Details that differ" show={differences.length > 0}>
        {differences.map((difference) => (
          <li key={difference.id} className={classes.row}>
            <strong dir="auto">{difference.name}</strong>
            <span className={classes.aside}>In the copy: {differenceWords(difference)}</span>
          </li>
        ))}
        <li className={classes.row}>
          <span className={classes.aside}>
            They stay as they are here. If the copy is right, change them in the client’s record.
          </span>
        </li>
      </Named>
      <Named title="Additions that are only in the copy" show={additions.length > 0}>
        {additions.map((addition) => (
          <li key={addition.id} className={classes.row}>
            <span>
              <bdi className={classes.name}>{addition.clientName}</bdi>, note of {wallTimeWords(addition.serviceStart)}
            </span>
            <span className={classes.aside}>{additionWords(addition)}</span>
            <span className={classes.words} dir="auto">
              {addition.plainText.trim() || 'Nothing written'}
            </span>
            {addition.reason !== '' && (
              <span className={classes.aside}>
                Why: <bdi>{addition.reason}</bdi>
              </span>
            )}
            {addition.isNoteHere && (
              <Link href={paths.session(addition.sessionId)} className={classes.toNote ?? ''}>
                Open this note here
              </Link>
            )}
          </li>
        ))}
        <li className={classes.row}>
          <span className={classes.aside}>
            Additions do not come in by themselves, because only you can say that they fit the note here. Copy the
            words, open the note, and add and sign them there. What says the same here is not listed again.
          </span>
        </li>
      </Named>
      <Named title="What else is only in the copy" show={records.length > 0}>
        {[...Map.groupBy(records, ({ clientId }) => clientId)].map(([clientId, own]) => (
          <li key={clientId} className={classes.row}>
            <strong dir="auto">{own[0]?.clientName}</strong>
            <ul className={classes.lines}>
              {own.map((record, index) => (
                <li key={index} dir="auto">
                  {recordWords(record)}
                </li>
              ))}
            </ul>
            {own[0]?.isHere === true && (
              <Link href={paths.client(clientId)} className={classes.toNote ?? ''}>
                Open this client here
              </Link>
            )}
          </li>
        ))}
        <li className={classes.row}>
          <span className={classes.aside}>
            None of this comes in, not even with a new client. What was signed there stays there, so keep the copy. Ask
            again about their health and for their consent, and put right here whatever else is different.
          </span>
        </li>
      </Named>
      {erased > 0 && (
        <Text size="sm" c="dimmed">
          {countWords(erased, 'client')} of this copy {erased === 1 ? 'was' : 'were'} erased here, and{' '}
          {erased === 1 ? 'stays' : 'stay'} erased.
        </Text>
      )}
      {failure && <FailureNotice failure={failure} />}
      {bringIn.isPending && (
        <JobProgress
          kind="bring in"
          progress={bringIn.progress}
          label="Brought in"
          words="Bringing in. What is here already stays if you stop."
          isAnnounced
        />
      )}
      <Group justify="space-between">
        <Button variant="subtle" disabled={bringIn.isPending} onClick={onBack}>
          Choose another copy
        </Button>
        {bringIn.isPending ? (
          <Button variant="default" onClick={bringIn.leave}>
            Cancel
          </Button>
        ) : (
          nothing === null && (
            <Button disabled={chosen.size === 0 && added === 0} onClick={start}>
              {bringInWords(chosen.size, added)}
            </Button>
          )
        )}
      </Group>
    </Stack>
  )
}

function SessionChoice({
  session,
  isChosen,
  isDisabled,
  onChoose,
}: {
  session: OtherSession
  isChosen: boolean
  isDisabled: boolean
  onChoose: (isChosen: boolean) => void
}) {
  const { isBroughtIn } = session
  return (
    <li className={classes.row}>
      <Checkbox
        label={
          <>
            <bdi className={classes.name}>{session.clientName}</bdi>, {wallTimeWords(session.serviceStart)}
          </>
        }
        description={
          <>
            <span className={classes.excerpt} dir="auto">
              {session.excerpt || 'Nothing written'}
            </span>
            <span className={classes.facts}>
              {isBroughtIn ? 'Already brought in' : `${thereWords(session)} · ${hereWords[session.here]}`}
            </span>
          </>
        }
        checked={isChosen}
        disabled={isBroughtIn || isDisabled}
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
    </li>
  )
}

/** A list that is only to be read. */
function Named({ title, show, children }: { title: string; show: boolean; children: ReactNode }) {
  if (!show) return null
  return (
    <section aria-label={title} className={classes.group}>
      <h2>{title}</h2>
      <ul className={screen.boxed}>{children}</ul>
    </section>
  )
}

const ProblemNotice = ({ children }: { children: string }) => (
  <Alert
    color="ember"
    icon={<IconAlertTriangle aria-hidden />}
    title="Something in this copy is wrong"
    role="alert"
    styles={{ root: { background: 'var(--p-warn-soft)' }, title: { color: 'var(--p-warn)' } }}
  >
    {children}
  </Alert>
)
