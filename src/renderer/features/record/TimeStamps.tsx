// "Time stamps": save what is to be stamped, read the answer, and see what each one proves.
import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { StampRecord } from '#shared/contract/record.ts'
import type { StampKind } from '#shared/domain/record/chainSeal.ts'
import type { Failure } from '#renderer/bridge/bridge.ts'
import { useAnswer, useMutationOf } from '#renderer/bridge/queries.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { notifyFailure } from '#renderer/ui/notifyFailure.ts'
import { stampProblemWords, stampWords } from './stampWords.ts'
import classes from './VerifyRecord.module.css'
import { WhenWritable } from '#renderer/ui/Writable.tsx'

interface Props {
  isOpen: boolean
  onClose: () => void
}

export const TimeStamps = ({ isOpen, onClose }: Props) => (
  <Modal opened={isOpen} onClose={onClose} title="Time stamps" size={640}>
    {isOpen && <Stamps onClose={onClose} />}
  </Modal>
)

function Stamps({ onClose }: { onClose: () => void }) {
  const stamps = useAnswer('record:stamps', {})
  const save = useMutationOf('record:saveStampRequest')
  const open = useMutationOf('record:openStamp')
  const request = (kind: StampKind) =>
    save.mutate(
      { kind },
      {
        onSuccess: ({ fileName }) =>
          notifications.show({ title: `Saved as ${fileName}`, message: nextSteps[kind], autoClose: 20_000 }),
        onError: notifySealFailure,
      },
    )
  return (
    <Stack gap="md">
      <Text>
        A time stamp is made by somebody else, and proves what was in the record at that time. Nobody can change it
        unnoticed after that, not even you. Save a request, have it stamped on any computer with a network, then read
        the answer here. The request says nothing about any client.
      </Text>
      <WhenWritable>
        <Group gap="sm">
          <Button variant="default" loading={save.isPending} onClick={() => request('rfc3161')}>
            Save a request (.tsq)
          </Button>
          <Button variant="default" loading={save.isPending} onClick={() => request('opentimestamps')}>
            Save for OpenTimestamps
          </Button>
          <Button variant="default" loading={open.isPending} onClick={() => open.mutate({})}>
            Read an answer
          </Button>
        </Group>
      </WhenWritable>
      <div aria-live="polite">{open.error && <NotTaken failure={open.error} />}</div>
      {stamps.error && <FailureNotice failure={stamps.error} onRetry={() => void stamps.refetch()} />}
      {stamps.data && <StampList of={stamps.data.stamps} />}
      <Group justify="flex-end">
        <Button onClick={onClose}>Close</Button>
      </Group>
    </Stack>
  )
}

const nextSteps: Readonly<Record<StampKind, string>> = {
  rfc3161: 'Send it to a time stamping authority from any computer, and read its answer (.tsr) here.',
  opentimestamps: 'Run “ots stamp” on it on any computer, “ots upgrade” a day later, and read the .ots file here.',
}

function NotTaken({ failure }: { failure: Failure }) {
  if (failure.code === 'CANCELLED') return null
  const text = stampProblemWords(failure.issueAt('file'))
  const words =
    text === null ? undefined : { title: 'This time stamp was not accepted', text: `${text} Nothing was kept.` }
  return <FailureNotice failure={failure} words={words} />
}

function StampList({ of: stamps }: { of: readonly StampRecord[] }) {
  if (stamps.length === 0) return <Text c="dimmed">There is no time stamp yet.</Text>
  return (
    <ul className={classes.stamps} aria-label="Kept time stamps">
      {stamps.map((stamp) => {
        const { title, lines } = stampWords(stamp)
        return (
          <li key={stamp.id}>
            <p className={classes.verdict}>{title}</p>
            {lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </li>
        )
      })}
    </ul>
  )
}

/** Notifies why no seal was made, with words of its own where nothing is signed yet. */
export function notifySealFailure(failure: Failure): void {
  if (failure.issueAt('') !== 'nothing_signed') return notifyFailure(failure)
  notifications.show({
    id: 'seal',
    title: 'Nothing to seal yet',
    message: 'A seal covers signed notes. Sign one first.',
  })
}
