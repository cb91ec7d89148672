// "Check the log": a button, and the dialog in which the hash of every entry is computed anew.
import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { AuditCheck } from '#shared/contract/audit.ts'
import type { AuditProblem } from '#shared/domain/audit/auditCheck.ts'
import { andWords } from '#shared/domain/wordLists.ts'
import { useJob } from '#renderer/bridge/jobs.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { JobProgress } from '#renderer/ui/JobProgress.tsx'
import { useLatest } from '#renderer/ui/useLatest.ts'

export function CheckLog() {
  const [isOpen, setIsOpen] = useState(false)
  const close = () => setIsOpen(false)
  return (
    <>
      <Button variant="default" onClick={() => setIsOpen(true)}>
        Check the log
      </Button>
      <Modal opened={isOpen} onClose={close} title="Check the log" size={480}>
        {/* Mounted with the dialog: starts when it opens, and ends with it. */}
        {isOpen && <Checking onClose={close} />}
      </Modal>
    </>
  )
}

function Checking({ onClose }: { onClose: () => void }) {
  const job = useJob('audit:check')
  const latest = useLatest(job)
  useEffect(() => latest.current.start({}), [latest])
  const isDone = job.failure !== null || job.output !== undefined
  return (
    <Stack gap="md">
      <div aria-live="polite">
        {job.failure ? (
          <FailureNotice failure={job.failure} />
        ) : job.output ? (
          <Outcome check={job.output} />
        ) : (
          <JobProgress
            kind="audit check"
            progress={job.progress}
            label="Checked"
            words="Every entry is read again, and its fingerprint worked out anew."
          />
        )}
      </div>
      <Group justify="flex-end">
        <Button variant={isDone ? 'filled' : 'default'} onClick={onClose}>
          {isDone ? 'Close' : 'Cancel'}
        </Button>
      </Group>
    </Stack>
  )
}

const problemWords: Readonly<Record<AuditProblem, string>> = {
  sequence: 'Entries before it are missing, or they were put in another order.',
  previous: 'It does not continue the entry before it: one was put in, taken out or exchanged.',
  hash: 'It is not as it was written.',
}

function Outcome({ check: { fitting, problem, missing } }: { check: AuditCheck }) {
  return (
    <Stack gap="sm">
      {problem === null ? (
        <Text fw={600}>
          {missing.length === 0 ? 'Nothing was changed or removed' : 'What is there was not changed'}:{' '}
          {fitting === 1 ? 'the one entry fits' : `all ${fitting} entries fit`}.
        </Text>
      ) : (
        <>
          <Text fw={600} c="var(--p-warn)">
            Entry {problem.sequence} does not fit.
          </Text>
          <Text>
            {problemWords[problem.problem]} It was done outside of Palpate, by somebody who can open the vault. Keep the
            practice’s folder as it is: a backup from before may still have the entries as they were.
          </Text>
        </>
      )}
      {missing.length > 0 && (
        <Text>
          Before entry {andWords(missing.map(String))} others were missing when the vault was opened. An older copy of
          the vault that was put back is the usual reason.
        </Text>
      )}
    </Stack>
  )
}
