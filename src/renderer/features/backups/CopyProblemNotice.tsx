// Why the newest copy does not count as a backup; a record that cannot be read is named with its client.
import { Anchor } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { CopyProblem } from '#shared/contract/backups.ts'
import { displayName } from '#shared/domain/client.ts'
import { paths } from '#renderer/app/routes.ts'
import { useAnswer } from '#renderer/bridge/queries.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { longDateWords } from '#renderer/ui/dateWords.ts'
import { copyProblemWords, unreadableWords } from './backupWords.ts'

export function CopyProblemNotice({ problem }: { problem: CopyProblem }) {
  if (problem.kind !== 'unreadable') return <BadCopy words={copyProblemWords(problem)} />
  const { clientId, sessionId } = problem
  if (clientId === null) return <BadCopy words={unreadableWords(null)} />
  return <UnreadableRecord clientId={clientId} sessionId={sessionId} />
}

interface BadCopyProps {
  words: { readonly title: string; readonly text: string }
  children?: ReactNode
}

const BadCopy = ({ words, children }: BadCopyProps) => (
  <FailureNotice failure={{ code: 'DB_CORRUPT' }} words={words} actions={children} />
)

/** Whose record it is: their page leads to it. */
function UnreadableRecord({ clientId, sessionId }: { clientId: string; sessionId: string | null }) {
  const { data, isPending } = useAnswer('client:get', { id: clientId })
  if (isPending) return null
  const session = data?.sessions.find(({ id }) => id === sessionId)
  const of = { isNote: sessionId !== null, day: session ? longDateWords(session.serviceStart) : null }
  return (
    <BadCopy words={unreadableWords(of)}>
      <Anchor component={Link} href={paths.client(clientId)} c="inherit" fw={600} underline="always" dir="auto">
        {data ? displayName(data.client.fields) : 'Open the client'}
      </Anchor>
    </BadCopy>
  )
}
