// "Verify record": a button, and the dialog in which every signature is recomputed.
import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import type { JobProgress as Report } from '#shared/contract/jobs.ts'
import type { Mismatch, RecordCheck } from '#shared/contract/record.ts'
import { paths } from '#renderer/app/routes.ts'
import { useJob } from '#renderer/bridge/jobs.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { JobProgress } from '#renderer/ui/JobProgress.tsx'
import { useLatest } from '#renderer/ui/useLatest.ts'
import { Findings } from './Findings.tsx'
import { isProblem } from './findingWords.ts'
import classes from './VerifyRecord.module.css'
import {
  allFit,
  checkedWords,
  erasedWords,
  misfitTitle,
  problemTitle,
  problemWords,
  unfinishedWords,
} from './verifyWords.ts'

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
        {/* Mounted with the dialog: starts when it opens, and ends with it. */}
        {isOpen && <Verification key={run} onAgain={() => setRun(run + 1)} onClose={close} />}
      </Modal>
    </>
  )
}

function Verification({ onAgain, onClose }: { onAgain: () => void; onClose: () => void }) {
  const job = useJob('record:verify')
  const latest = useLatest(job)
  useEffect(() => latest.current.start({}), [latest])
  return (
    <Stack gap="md">
      <div aria-live="polite">
        {job.failure ? (
          <FailureNotice failure={job.failure} words={unfinishedWords(job.failure)} />
        ) : job.output ? (
          <Outcome check={job.output} onClose={onClose} />
        ) : (
          <Checking progress={job.progress} />
        )}
      </div>
      <Group justify="flex-end" gap="sm">
        {job.failure && (
          <Button variant="default" onClick={onAgain}>
            Try again
          </Button>
        )}
        {job.failure || job.output ? (
          <Button onClick={onClose}>Close</Button>
        ) : (
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
        )}
      </Group>
    </Stack>
  )
}

function Checking({ progress }: { progress: Report | null }) {
  return (
    <Stack gap="sm">
      <Text>Everything that was signed is read again, and its fingerprint worked out anew.</Text>
      <JobProgress kind="record check" progress={progress} label="Checked" words={checkedWords(progress)} />
    </Stack>
  )
}

function Outcome({ check, onClose }: { check: RecordCheck; onClose: () => void }) {
  const { mismatch, checkedTo, findings, erasures } = check
  if (mismatch === null) return <Intact check={check} />
  return (
    <Stack gap="sm">
      <NotFitting mismatch={mismatch} before={checkedTo} onClose={onClose} />
      <Findings of={findings} title="And beyond that" />
      <Erasures of={erasures} />
    </Stack>
  )
}

/** What was erased, which is no problem: the record says so itself. */
const Erasures = ({ of }: { of: RecordCheck['erasures'] }) =>
  of.map((erasure) => (
    <Text key={erasure.sequence} size="sm">
      {erasedWords(erasure)}
    </Text>
  ))

function Intact({ check }: { check: RecordCheck }) {
  const { checkedTo: total, newestFingerprint: fingerprint, findings, erasures } = check
  const hasProblems = findings.some(isProblem)
  return (
    <Stack gap="sm">
      {!hasProblems && <Text className={classes.verdict}>{allFit(total)}</Text>}
      <Findings of={findings} title={problemTitle(total)} />
      <Erasures of={erasures} />
      {fingerprint !== null && (
        <>
          <Text>
            {hasProblems
              ? 'What is there now fits together. Its newest fingerprint is'
              : erasures.length > 0
                ? 'Beyond that nothing that was signed has been changed, taken out or moved since. The newest fingerprint is'
                : 'Nothing that was signed has been changed, taken out or moved since. The newest fingerprint is'}
            <code className={classes.fingerprint}>{fingerprint}</code>
          </Text>
          <Text size="sm" c="dimmed">
            This cannot tell whether somebody put back an older copy of the whole folder. A seal that you keep away from
            this computer can: check one.
          </Text>
        </>
      )}
    </Stack>
  )
}

function NotFitting({ mismatch, before, onClose }: { mismatch: Mismatch; before: number; onClose: () => void }) {
  const { found, meaning, next } = problemWords(mismatch.problem)
  return (
    <div role="alert" className={classes.misfit}>
      <p className={classes.verdict} dir="auto">
        {misfitTitle(mismatch)}
      </p>
      <p>
        {found} {meaning}
      </p>
      <p>{next}</p>
      <p className={classes.count}>
        {before > 0 ? `Everything up to signature ${before} fits.` : 'It is the first of the record.'} What was signed
        after it was not checked.
      </p>
      {mismatch.sessionId !== null && (
        <Link href={paths.session(mismatch.sessionId)} onClick={onClose}>
          Open the note
        </Link>
      )}
    </div>
  )
}
