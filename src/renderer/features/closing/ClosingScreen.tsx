// Closing the practice, in an order that makes sense: finish notes, write to clients, hand over the records, know the dates.
import { Button, Group, Stack, Text } from '@mantine/core'
import { useId, type ReactNode } from 'react'
import { Link } from 'wouter'
import type { ClosingClient } from '#shared/contract/closing.ts'
import { countWords } from '#shared/domain/wordLists.ts'
import { paths } from '#renderer/app/routes.ts'
import { usePaneScroll } from '#renderer/bridge/workspace.ts'
import { useAnswer } from '#renderer/bridge/queries.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { BackLink } from '#renderer/ui/BackLink.tsx'
import { ScreenHeading } from '#renderer/ui/firstFocus.tsx'
import screen from '#renderer/ui/screen.module.css'
import classes from './ClosingScreen.module.css'
import { ClientsByDate } from './ClientsByDate.tsx'
import { Letters } from './Letters.tsx'
import { SaveRecords } from './SaveRecords.tsx'

export function ClosingScreen() {
  const list = useAnswer('closing:list', {})
  const practice = useAnswer('practice:get', {})
  const pane = usePaneScroll<HTMLDivElement>('closing', list.data !== undefined)
  const failed = [list, practice].find(({ error }) => error !== null)
  return (
    <div className={screen.screen} ref={pane}>
      <div className={`${screen.column} ${classes.column}`}>
        <BackLink href={paths.settings}>Settings</BackLink>
        <div>
          <ScreenHeading>Close the practice</ScreenHeading>
          <Text c="dimmed" mt="xs">
            Four steps, in any order and as often as you like. <strong>Nothing is deleted</strong>: the practice stays
            here and can be read afterwards.
          </Text>
        </div>
        {failed?.error && <FailureNotice failure={failed.error} onRetry={() => void failed.refetch()} />}
        {list.data && practice.data && (
          <>
            <Step number={1} title="Finish your notes">
              <Drafts clients={list.data} />
            </Step>
            <Step number={2} title="Write to your clients">
              <Letters clients={list.data} practice={practice.data.practice} />
            </Step>
            <Step number={3} title="Hand over the records">
              <SaveRecords clients={list.data} />
            </Step>
            <Step number={4} title="Know until when each record is kept">
              <ClientsByDate clients={list.data} />
            </Step>
          </>
        )}
      </div>
    </div>
  )
}

function Step({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section className={classes.step} aria-labelledby={id}>
      <h2 id={id} className={classes.title}>
        <span className={classes.number}>{number}</span> {title}
      </h2>
      <div className={classes.body}>{children}</div>
    </section>
  )
}

function Drafts({ clients }: { clients: readonly ClosingClient[] }) {
  const drafts = clients.reduce((sum, client) => sum + client.drafts, 0)
  if (drafts === 0) return <Text>Every note is signed.</Text>
  return (
    <Stack gap="sm" align="flex-start">
      <Text>
        {drafts === 1 ? '1 note is' : `${countWords(drafts, 'note')} are`} not signed. Files of clients show unsigned
        notes as drafts.
      </Text>
      <Group>
        <Button component={Link} href={paths.today} variant="default">
          Go to the unsigned notes
        </Button>
        <Button component={Link} href={paths.backups} variant="subtle">
          Back up
        </Button>
      </Group>
    </Stack>
  )
}
