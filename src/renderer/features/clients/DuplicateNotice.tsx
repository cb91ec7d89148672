// Says who is probably the same person already; never a refusal.
import { Button, Group, Text } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { today } from '#renderer/bridge/wallClock.ts'
import { dateWords } from '#renderer/ui/dateWords.ts'
import { relativeDay } from '#shared/domain/dateWords.ts'
import type { ClientSummary } from '#shared/contract/clients.ts'
import { displayName } from '#shared/domain/client.ts'
import classes from './clientDialog.module.css'

interface Props {
  found: readonly ClientSummary[]
  isCreating: boolean
  onOpen: (id: string) => void
  onCreateAnyway: () => void
  onBack: () => void
}

const shownAtMost = 3

function about(client: ClientSummary): string {
  const born = client.dateOfBirth === null ? 'no birth date' : `born ${dateWords(client.dateOfBirth)}`
  const seen =
    client.lastSessionAt === null ? 'no session yet' : `last session ${relativeDay(client.lastSessionAt, today())}`
  return [born, seen, client.isArchived ? 'archived' : ''].filter(Boolean).join(' · ')
}

export function DuplicateNotice({ found, isCreating, onOpen, onCreateAnyway, onBack }: Props) {
  const notice = useRef<HTMLElement>(null)
  useEffect(() => notice.current?.focus(), [])
  return (
    <section
      ref={notice}
      tabIndex={-1}
      className={classes.duplicates}
      aria-label="Probably the same person"
      role="alert"
    >
      <Text fw={600}>
        {found.length === 1 ? 'You probably have this client already' : 'These are probably the same person'}
      </Text>
      <ul className={classes.people}>
        {found.slice(0, shownAtMost).map((client) => (
          <li key={client.id} className={classes.person}>
            <span>
              <span dir="auto">{displayName(client)}</span> <span className={classes.about}>{about(client)}</span>
            </span>
            <Button variant="default" size="compact-sm" onClick={() => onOpen(client.id)}>
              Open
            </Button>
          </li>
        ))}
      </ul>
      <Group gap="sm" justify="flex-end">
        <Button variant="default" onClick={onBack}>
          Back
        </Button>
        <Button loading={isCreating} onClick={onCreateAnyway}>
          Create anyway
        </Button>
      </Group>
    </section>
  )
}
