// What can be done with the record as a whole: verify it, save and check seals, have them stamped.
import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useMutationOf } from '#renderer/bridge/queries.ts'
import { CheckSeal } from './CheckSeal.tsx'
import { TimeStamps, notifySealFailure } from './TimeStamps.tsx'
import { VerifyRecord } from './VerifyRecord.tsx'
import { WhenWritable } from '#renderer/ui/Writable.tsx'

type Open = 'check' | 'stamps' | null

export function RecordTools() {
  const [open, setOpen] = useState<Open>(null)
  const save = useMutationOf('record:saveSealFile')
  const close = () => setOpen(null)
  const saveSeal = () =>
    save.mutate(
      {},
      {
        onSuccess: ({ fileName, sequence }) =>
          notifications.show({
            title: `Seal of signature ${sequence} saved as ${fileName}`,
            message: 'Keep it away from this computer: on paper, on a USB stick, or with somebody you trust.',
            autoClose: 12_000,
          }),
        onError: notifySealFailure,
      },
    )
  return (
    <Group gap="sm">
      <VerifyRecord />
      <WhenWritable>
        <Button variant="default" loading={save.isPending} onClick={saveSeal}>
          Save a seal
        </Button>
      </WhenWritable>
      <Button variant="default" onClick={() => setOpen('check')}>
        Check a seal
      </Button>
      <Button variant="default" onClick={() => setOpen('stamps')}>
        Time stamps
      </Button>
      <CheckSeal isOpen={open === 'check'} onClose={close} />
      <TimeStamps isOpen={open === 'stamps'} onClose={close} />
    </Group>
  )
}
