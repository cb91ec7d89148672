// "Verify record": a button, and the dialog in which every signature is recomputed.
import { Button, Group, Modal, Progress, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import type { Misfit, RecordFinding } from '#shared/contract/record.ts'
import { paths } from '#renderer/app/routes.ts'
import { ask } from '#renderer/bridge/bridge.ts'
import { countWords } from '#shared/domain/wordLists.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { Findings } from './Findings.tsx'
import { isProblem } from './findingWords.ts'
import { verifyRecord, type VerificationState } from './verification.ts'
import classes from './VerifyRecord.module.css'
import { allFit, misfitTitle, problemTitle, problemWords } from './verifyWords.ts'

interface Props {
  /** A button among others, or a quiet one beside a signature. */
  look?: 'button' | 'quiet'
}

export function VerifyRecord({ look = 'button' }: Props) {
  const [isOpen, setIsOpen] = useState(false)
  const [run, setRun] = useState(0)
  const close = () => setIsOpen(false)
  return (
    <>
      {look === 'button' ? (
        <Button variant="default" onClick={() => setIsOpen(true)}>
          Verify record
        </Button>
      ) : (
        <Button variant="subtle" size="compact-xs" fw={500} onClick={() => setIsOpen(true)}>
          Verify record
        </Button>
      )}
      <Modal opened={isOpen} onClose={close} title="Verify record" size={540}>
        {/* Begins anew whenever the dialog opens, and ends with it. */}
        {isOpen && <Verification key={run} onAgain={() => setRun(run + 1)} onClose={close} />}
      </Modal>
    </>
  )
}

function Verification({ onAgain, onClose }: { onAgain: () => void; onClose: () => void }) {
  const [state, setState] = useState<VerificationState>({ kind: 'checking', checked: 0, total: null })
  useEffect(() => {
    const stop = new AbortController()
    void verifyRecord({
      check: (from) => ask('record:verify', { from }),
      find: (place) => ask('record:findings', place),
      tell: setState,
      signal: stop.signal,
    })
    return () => stop.abort()
  }, [])
  return (
    <Stack gap="md">
      <div aria-live="polite">
        <Outcome state={state} onClose={onClose} />
      </div>
      <Group justify="flex-end" gap="sm">
        {state.kind === 'failed' && (
          <Button variant="default" onClick={onAgain}>
            Try again
          </Button>
        )}
        {state.kind === 'checking' ? (
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
        ) : (
          <Button onClick={onClose}>Close</Button>
        )}
      </Group>
    </Stack>
  )
}

function Outcome({ state, onClose }: { state: VerificationState; onClose: () => void }) {
  switch (state.kind) {
    case 'checking':
      return <Checking checked={state.checked} total={state.total} />
    case 'intact':
      return <Intact total={state.total} fingerprint={state.newestFingerprint} findings={state.findings} />
    case 'misfit':
      return (
        <Stack gap="sm">
          <NotFitting misfit={state.misfit} before={state.before} onClose={onClose} />
          <Findings of={state.findings} title="And beyond that" />
        </Stack>
      )
    case 'failed':
      return <FailureNotice failure={state.failure} />
  }
}

function Checking({ checked, total }: { checked: number; total: number | null }) {
  const share = total === null || total === 0 ? 0 : Math.min(100, (checked / total) * 100)
  return (
    <Stack gap="sm">
      <Text>Everything that was signed is read again, and its fingerprint worked out anew.</Text>
      <Progress value={share} aria-label="Checked" />
      <Text size="sm" c="dimmed" className={classes.count}>
        {total === null ? 'Beginning …' : `${checked} of ${countWords(total, 'signature')} checked`}
      </Text>
    </Stack>
  )
}

interface IntactProps {
  total: number
  fingerprint: string | null
  findings: readonly RecordFinding[]
}

function Intact({ total, fingerprint, findings }: IntactProps) {
  const hasProblems = findings.some(isProblem)
  return (
    <Stack gap="sm">
      {!hasProblems && <Text className={classes.verdict}>{allFit(total)}</Text>}
      <Findings of={findings} title={problemTitle(total)} />
      {fingerprint !== null && (
        <>
          <Text>
            {hasProblems
              ? 'What is there now fits together. Its newest fingerprint is'
              : 'Nothing that was signed has been changed, taken out or moved since. The newest fingerprint is'}
            <code className={classes.fingerprint}>{fingerprint}</code>
          </Text>
          <Text size="sm" c="dimmed">
            This cannot tell whether somebody put back an older copy of the whole folder. A seal that you keep outside
            of this computer can: check one.
          </Text>
        </>
      )}
    </Stack>
  )
}

function NotFitting({ misfit, before, onClose }: { misfit: Misfit; before: number; onClose: () => void }) {
  const { found, meaning, next } = problemWords(misfit.problem)
  return (
    <div role="alert" className={classes.misfit}>
      <p className={classes.verdict} dir="auto">
        {misfitTitle(misfit)}
      </p>
      <p>
        {found} {meaning}
      </p>
      <p>{next}</p>
      <p className={classes.count}>
        {before > 0 ? `Everything up to signature ${before} fits.` : 'It is the first of the record.'} What was signed
        after it was not checked.
      </p>
      {misfit.sessionId !== null && (
        <Link href={paths.session(misfit.sessionId)} onClick={onClose}>
          Open the note
        </Link>
      )}
    </div>
  )
}
