// Why the newest copy does not count as a backup; a record that cannot be read is named with its client.
import { Anchor } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { CopyProblem } from '#shared/contract/backups.ts'
import { displayName } from '#shared/domain/client.ts'
import { paths } from '#renderer/app/routes.ts'
import { newestCopyWords } from '#renderer/bridge/copyProblemWords.ts'
import { useAnswer } from '#renderer/bridge/queries.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { longDateWords } from '#renderer/ui/dateWords.ts'

export function CopyProblemNotice({ problem }: { problem: CopyProblem }) {
  const clientId = problem.kind === 'unreadable' ? problem.clientId : null
  if (problem.kind !== 'unreadable' || clientId === null) return <BadCopy words={newestCopyWords(problem)} />
  return <UnreadableRecord problem={problem} clientId={clientId} />
}

interface BadCopyProps {
  words: { readonly title: string; readonly text: string }
  children?: ReactNode
}

const BadCopy = ({ words, children }: BadCopyProps) => (
  <FailureNotice failure={{ code: 'DB_CORRUPT' }} words={words} actions={children} />
)

type UnreadableProblem = Extract<CopyProblem, { kind: 'unreadable' }>

/** Whose record it is: their page leads to it. */
function UnreadableRecord({ problem, clientId }: { problem: UnreadableProblem; clientId: string }) {
  const { sessionId } = problem
  const { data, isPending } = useAnswer('client:get', { id: clientId })
  if (isPending) return null
  const session = data?.sessions.find(({ id }) => id === sessionId)
  const of = { isNote: sessionId !== null, day: session ? longDateWords(session.serviceStart) : null }
  return (
    <BadCopy words={newestCopyWords(problem, of)}>
      <Anchor component={Link} href={paths.client(clientId)} c="inherit" fw={600} underline="always" dir="auto">
        {data ? displayName(data.client.fields) : 'Open the client'}
      </Anchor>
    </BadCopy>
  )
}
