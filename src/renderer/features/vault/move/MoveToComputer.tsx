// One encrypted file with the whole practice, for another computer: what it is, how far it is, and what to do with it there.
import { Alert, Button, Code, Group, List, Modal, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import type { MoveFile } from '#shared/contract/backups.ts'
import type { JobStage } from '#shared/contract/jobs.ts'
import type { Failure } from '#renderer/bridge/bridge.ts'
import { countWords } from '#shared/domain/wordLists.ts'
import { copyInsideWords } from '#renderer/bridge/copyProblemWords.ts'
import { useJob } from '#renderer/bridge/jobs.ts'
import { useMutationOf } from '#renderer/bridge/queries.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { JobProgress } from '#renderer/ui/JobProgress.tsx'
import { useInitialFocus } from '#renderer/ui/firstFocus.tsx'
import { sizeWords } from '../restore/restoreWords.ts'

/** The button and its dialog. */
export function MoveToComputer() {
  const [isOpen, setIsOpen] = useState(false)
  const job = useJob('backup:writeMoveFile')
  const [made, setMade] = useState<MoveFile | null>(null)

  function open() {
    job.reset()
    setMade(null)
    setIsOpen(true)
  }

  // What went wrong is in the job's state, which the dialog shows.
  const make = () => void job.run({}).then(setMade, () => undefined)

  return (
    <>
      <Button variant="default" onClick={open}>
        Move to another computer
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setIsOpen(false)}
        title="Move to another computer"
        size={560}
        withCloseButton={!job.isPending}
        closeOnEscape={!job.isPending}
        closeOnClickOutside={false}
      >
        {job.isPending ? (
          <MoveProgress progress={job.progress} onCancel={job.cancel} />
        ) : made === null ? (
          <AboutMoving failure={job.failure} onMake={make} onCancel={() => setIsOpen(false)} />
        ) : (
          <MoveMade made={made} onDone={() => setIsOpen(false)} onAgain={make} />
        )}
      </Modal>
    </>
  )
}

function AboutMoving({
  failure,
  onMake,
  onCancel,
}: {
  failure: Failure | null
  onMake: () => void
  onCancel: () => void
}) {
  const button = useInitialFocus<HTMLButtonElement>()
  return (
    <Stack gap="md">
      <Text>
        Palpate puts your whole practice into one file: every client, note and signature. The file is encrypted. It
        opens with your passphrase, or with your recovery code.
      </Text>
      <Text>
        Save it on a USB stick, or on a disk that both computers can reach. Nothing is taken away from this computer.
      </Text>
      {failure && failure.code !== 'CANCELLED' && <FailureNotice failure={failure} />}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
        <Button ref={button} onClick={onMake}>
          Choose where to save it
        </Button>
      </Group>
    </Stack>
  )
}

const stageWords: Readonly<Record<JobStage<'move'>, string>> = {
  copying: 'Copying the records',
  checking: 'Reading every record in the copy',
  writing: 'Writing the file, and reading it back',
}

const behindWords = {
  title: 'Something was written after the file was made',
  text: 'It is saved here, and it is not in the file. Make the file again, then stop writing here.',
}

function MoveProgress({
  progress,
  onCancel,
}: {
  progress: ReturnType<typeof useJob<'backup:writeMoveFile'>>['progress']
  onCancel: () => void
}) {
  const button = useInitialFocus<HTMLButtonElement>()
  return (
    <Stack gap="md">
      <JobProgress
        kind="move"
        progress={progress}
        label="Moving"
        words={progress === null ? 'Waiting for a place' : stageWords[progress.stage as JobStage<'move'>]}
        isAnnounced
      />
      <Group justify="flex-end">
        <Button ref={button} variant="default" onClick={onCancel}>
          Cancel
        </Button>
      </Group>
    </Stack>
  )
}

/** Locking replaces the page: there is nothing to show when it has worked. */
function MoveMade({ made, onDone, onAgain }: { made: MoveFile; onDone: () => void; onAgain: () => void }) {
  const button = useInitialFocus<HTMLButtonElement>()
  const stop = useMutationOf('vault:stopWriting')
  const isBehind = stop.error?.code === 'CONFLICT'
  const { file, bytes, clients, sessions, problem } = made
  return (
    <Stack gap="md">
      {problem === null ? (
        <Text role="status">
          The file is complete: {countWords(clients, 'client')} and {countWords(sessions, 'session')},{' '}
          {sizeWords(bytes)}. It was opened again, and every record in it was read.
        </Text>
      ) : (
        <Alert
          color="ember"
          icon={<IconAlertTriangle aria-hidden />}
          title="Something in the file is wrong"
          role="alert"
          styles={{ root: { background: 'var(--p-warn-soft)' }, title: { color: 'var(--p-warn)' } }}
        >
          {copyInsideWords(problem)} It is what this computer has now. Keep this computer, and your backups.
        </Alert>
      )}
      <Code block fz="sm">
        {file}
      </Code>
      <div>
        <Text fw={600}>On the other computer</Text>
        <List type="ordered" spacing={4} mt={4}>
          <List.Item>Start Palpate and choose “Restore from backup”.</List.Item>
          <List.Item>Choose this file.</List.Item>
          <List.Item>Type your passphrase or your recovery code.</List.Item>
        </List>
      </div>
      <div>
        <Text fw={600}>On this computer</Text>
        <Text mt={4}>
          What you write here from now on is not in the file. If you go on working on the other computer, stop writing
          here: Palpate locks, and its next start says that the practice was moved.
        </Text>
      </div>
      {stop.error && (
        <FailureNotice
          failure={stop.error}
          words={isBehind ? behindWords : undefined}
          actions={
            isBehind && (
              <Button variant="default" onClick={onAgain}>
                Make the file again
              </Button>
            )
          }
        />
      )}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" loading={stop.isPending} onClick={() => stop.mutate({})}>
          Stop writing here
        </Button>
        <Button ref={button} disabled={stop.isPending} onClick={onDone}>
          Go on writing here
        </Button>
      </Group>
    </Stack>
  )
}
