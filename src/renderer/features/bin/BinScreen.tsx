// The bin: discarded drafts, their remaining time, and restoring them.
import { Anchor, Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useLocation, Link } from 'wouter'
import { IconTrash } from '@tabler/icons-react'
import { paths } from '#renderer/app/routes.ts'
import { usePaneScroll } from '#renderer/bridge/workspace.ts'
import { useAnswer, useMutationOf } from '#renderer/bridge/queries.ts'
import { today } from '#renderer/bridge/wallClock.ts'
import { dayHere, dayWords, timeWords } from '#renderer/ui/dateWords.ts'
import { relativeDay } from '#shared/domain/dateWords.ts'
import { countWords } from '#shared/domain/wordLists.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { ScreenHeading } from '#renderer/ui/firstFocus.tsx'
import { Question } from '#renderer/ui/Question.tsx'
import { notifyFailure } from '#renderer/ui/notifyFailure.ts'
import type { Binned } from '#shared/contract/bin.ts'
import { binDays } from '#shared/domain/draftLimits.ts'
import screen from '#renderer/ui/screen.module.css'
import classes from './BinScreen.module.css'
import { WhenWritable } from '#renderer/ui/Writable.tsx'

export function BinScreen() {
  const bin = useAnswer('bin:list', {})
  const pane = usePaneScroll<HTMLDivElement>('bin', bin.data !== undefined)
  return (
    <div className={screen.screen} ref={pane}>
      <header className={classes.header}>
        <ScreenHeading>Bin</ScreenHeading>
        <Text c="dimmed">Discarded drafts are kept for at least {binDays} days, then removed for good.</Text>
      </header>
      {bin.error && (
        <div className={screen.notice}>
          <FailureNotice failure={bin.error} onRetry={() => void bin.refetch()} />
        </div>
      )}
      {bin.data?.length === 0 && <p className={classes.empty}>The bin is empty.</p>}
      {bin.data && bin.data.length > 0 && <BinList drafts={bin.data} />}
    </div>
  )
}

function BinList({ drafts }: { drafts: readonly Binned[] }) {
  const [, navigate] = useLocation()
  const [asked, setAsked] = useState<Binned | null>(null)
  const restore = useMutationOf('session:restore')
  return (
    <>
      <ul className={`${screen.boxed} ${classes.list}`} aria-label="Discarded drafts">
        {drafts.map((draft) => (
          <BinRow
            key={draft.id}
            draft={draft}
            isRestoring={restore.isPending && restore.variables.id === draft.id}
            onRestore={() =>
              restore.mutate(
                { id: draft.id },
                { onSuccess: () => navigate(paths.session(draft.id)), onError: notifyFailure },
              )
            }
            onRemove={() => setAsked(draft)}
          />
        ))}
      </ul>
      {asked && <RemoveDialog draft={asked} onClose={() => setAsked(null)} />}
    </>
  )
}

const visitWords = ({ serviceStart }: Binned, day: string) =>
  `${dayWords(serviceStart, day)}, ${timeWords(serviceStart)}`

/** The clock may have been set back since. */
const earlier = (one: string, other: string) => (one < other ? one : other)

interface RowProps {
  draft: Binned
  isRestoring: boolean
  onRestore: () => void
  onRemove: () => void
}

function BinRow({ draft, isRestoring, onRestore, onRemove }: RowProps) {
  const day = today()
  const of = `${draft.clientName}, ${visitWords(draft, day)}`
  return (
    <li className={classes.row}>
      <div className={classes.main}>
        <p className={classes.line}>
          <strong dir="auto">{draft.clientName}</strong>
          <span>{visitWords(draft, day)}</span>
          <span className={classes.facts}>{draft.lengthMinutes} min</span>
        </p>
        <p className={classes.excerpt} dir="auto">
          {draft.excerpt || 'Nothing written'}
        </p>
      </div>
      <p className={classes.time}>
        Discarded {relativeDay(earlier(dayHere(draft.discardedAt), day), day)}
        <span data-soon={draft.daysLeft <= 3 || undefined}>{countWords(draft.daysLeft, 'day')} left</span>
      </p>
      <WhenWritable>
        <Group gap="sm" wrap="nowrap">
          <Button
            variant="default"
            size="compact-md"
            loading={isRestoring}
            aria-label={`Restore ${of}`}
            onClick={onRestore}
          >
            Restore
          </Button>
          <Button
            variant="subtle"
            color="gray"
            c="var(--p-warn)"
            size="compact-md"
            aria-label={`Delete for good ${of}`}
            onClick={onRemove}
          >
            Delete for good
          </Button>
        </Group>
      </WhenWritable>
    </li>
  )
}

function RemoveDialog({ draft, onClose }: { draft: Binned; onClose: () => void }) {
  const remove = useMutationOf('bin:remove')
  return (
    <Question
      isOpen
      title="Delete this draft for good?"
      keep="Keep"
      onKeep={onClose}
      act="Delete for good"
      onAct={() => remove.mutate({ id: draft.id }, { onSuccess: onClose })}
      isForGood
      isActing={remove.isPending}
      failure={remove.error}
    >
      <Text>
        <bdi>{draft.clientName}</bdi>, {visitWords(draft, today())}. Its note, map and history are removed from the
        database. This cannot be undone.
      </Text>
    </Question>
  )
}

/** The link to the bin with the number of drafts in it; nothing while it is empty. */
export function BinLink() {
  const count = useAnswer('bin:list', {}).data?.length ?? 0
  if (count === 0) return null
  return (
    <Anchor component={Link} href={paths.bin} className={classes.link ?? ''}>
      <IconTrash size={15} stroke={1.7} aria-hidden />
      Bin <span className={classes.count}>{count}</span>
    </Anchor>
  )
}
