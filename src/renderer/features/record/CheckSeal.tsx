// "Check a seal": paste it or open its file, and see whether the record still contains it.
import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { SealCheck } from '#shared/contract/record.ts'
import type { Failure } from '#renderer/bridge/bridge.ts'
import { useMutationOf } from '#renderer/bridge/queries.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { sealWords } from './sealWords.ts'
import classes from './VerifyRecord.module.css'

interface Props {
  isOpen: boolean
  onClose: () => void
}

export const CheckSeal = ({ isOpen, onClose }: Props) => (
  <Modal opened={isOpen} onClose={onClose} title="Check a seal" size={560}>
    {isOpen && <Checking onClose={onClose} />}
  </Modal>
)

const isShown = (failure: Failure | null): failure is Failure => failure !== null && failure.code !== 'CANCELLED'

function Checking({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('')
  const check = useMutationOf('record:checkSeal')
  const open = useMutationOf('record:openSealFile')
  const openFile = () =>
    open.mutate(
      {},
      {
        onSuccess: (file) => {
          setText(file.text)
          check.mutate({ text: file.text })
        },
      },
    )
  const failure = [open.error, check.error].find(isShown)
  return (
    <Stack gap="md">
      <Text>
        Paste the seal from the end of a patient file, or open a file that “Save a seal” made. It shows whether the
        record is still as it was then.
      </Text>
      <Textarea
        label="Seal"
        placeholder="PALPATE-SEAL-1.…"
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          check.reset()
        }}
        rows={5}
        maxLength={200_000}
        spellCheck={false}
        classNames={{ input: classes.sealInput ?? '' }}
        data-autofocus
      />
      <div aria-live="polite">{check.data && <Outcome check={check.data} />}</div>
      {failure && <FailureNotice failure={failure} />}
      <Group justify="space-between" gap="sm">
        <Button variant="default" loading={open.isPending} onClick={openFile}>
          Open a file
        </Button>
        <Group gap="sm">
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
          <Button disabled={text.trim() === ''} loading={check.isPending} onClick={() => check.mutate({ text })}>
            Check
          </Button>
        </Group>
      </Group>
    </Stack>
  )
}

function Outcome({ check }: { check: SealCheck }) {
  const { verdict, meaning, next, made } = sealWords(check)
  return (
    <div className={check.outcome === 'contained' ? classes.fits : classes.misfit}>
      <p className={classes.verdict}>{verdict}</p>
      <p>{meaning}</p>
      <p>{next}</p>
      {made !== null && <p className={classes.aside}>{made}</p>}
    </div>
  )
}
