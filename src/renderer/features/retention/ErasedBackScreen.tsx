// After a restore: who had been erased since the backup and is back with it. Asked once, before anything else is shown.
import { Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, failureOf, type Failure } from '#renderer/bridge/bridge.ts'
import { useJob } from '#renderer/bridge/jobs.ts'
import { refreshAfter, useAnswer } from '#renderer/bridge/queries.ts'
import { VaultPage } from '#renderer/features/vault/index.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { ScreenHeading } from '#renderer/ui/firstFocus.tsx'
import type { ErasedComeBack } from '#shared/contract/retention.ts'
import { countWords } from '#shared/domain/wordLists.ts'
import { backWords, decideWords, erasedOnWords } from './retentionWords.ts'
import classes from './RetentionScreen.module.css'

/** @param onLater called to go on without a decision: it is asked again after the next unlocking */
export function ErasedBackScreen({ onLater }: { onLater: () => void }) {
  const cache = useQueryClient()
  const answer = useAnswer('retention:cameBack', {})
  const clear = useJob('vault:clearTraces')
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set())
  const [isPending, setIsPending] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const clients = answer.data ?? []

  async function decide() {
    setFailure(null)
    setIsPending(true)
    try {
      for (const { clientId: id } of clients) {
        // oxlint-disable-next-line no-await-in-loop -- each is signed after the one before
        await ask(kept.has(id) ? 'retention:keepErased' : 'retention:eraseAgain', { id })
      }
      // Where this fails, it begins by itself after the next unlocking.
      if (kept.size < clients.length) await clear.run({}).catch(() => undefined)
    } catch (thrown) {
      setFailure(failureOf(thrown))
    }
    await refreshAfter(cache, 'retention:eraseAgain')
    setIsPending(false)
  }

  return (
    <VaultPage width="medium">
      <Stack gap="lg">
        <div>
          <ScreenHeading>{backWords(clients.length)}</ScreenHeading>
          <Text mt="xs">
            The backup is from before you erased {clients.length === 1 ? 'them' : 'these clients'}, so their record came
            back with it. Palpate erases it again, unless you want to keep it.
          </Text>
        </div>
        {answer.error && <FailureNotice failure={answer.error} onRetry={() => void answer.refetch()} />}
        <ul className={classes.list} aria-label="Erased clients who are back">
          {clients.map((client) => (
            <Returned
              key={client.clientId}
              client={client}
              isKept={kept.has(client.clientId)}
              isDisabled={isPending}
              onChange={(isKept) => setKept(withOrWithout(kept, client.clientId, isKept))}
            />
          ))}
        </ul>
        <Text size="sm" c="dimmed">
          Erasing is for good, and signed like the first time. That they were erased before stays known either way.
        </Text>
        {failure && <FailureNotice failure={failure} />}
        <Group justify="space-between" gap="sm" pt={20} style={{ borderTop: '1px solid var(--p-line)' }}>
          <Button variant="subtle" disabled={isPending} onClick={onLater}>
            Decide later
          </Button>
          <Button loading={isPending} disabled={clients.length === 0} onClick={() => void decide()}>
            {decideWords(clients.length - kept.size, kept.size)}
          </Button>
        </Group>
      </Stack>
    </VaultPage>
  )
}

interface ReturnedProps {
  client: ErasedComeBack
  isKept: boolean
  isDisabled: boolean
  onChange: (isKept: boolean) => void
}

function Returned({ client, isKept, isDisabled, onChange }: ReturnedProps) {
  return (
    <li className={classes.row}>
      <Checkbox
        label={
          <>
            Erase <bdi>{client.clientName}</bdi> again
          </>
        }
        description={`${countWords(client.sessions, 'session')} · ${erasedOnWords(client)}`}
        checked={!isKept}
        disabled={isDisabled}
        onChange={(event) => onChange(!event.currentTarget.checked)}
      />
    </li>
  )
}

function withOrWithout(ids: ReadonlySet<string>, id: string, isWith: boolean): ReadonlySet<string> {
  const next = new Set(ids)
  if (isWith) next.add(id)
  else next.delete(id)
  return next
}
