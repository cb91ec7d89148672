// Salvage of the vault that is open and was found damaged: from its notice.
import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useJob } from '#renderer/bridge/jobs.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { JobProgress } from '#renderer/ui/JobProgress.tsx'
import { salvageStageWords } from './salvageWords.ts'

export function SalvageOpenVault() {
  const [isOpen, setIsOpen] = useState(false)
  const salvage = useJob('vault:salvage')
  const failure = salvage.failure?.code === 'CANCELLED' ? null : salvage.failure
  const close = () => {
    if (salvage.isPending) salvage.leave()
    else setIsOpen(false)
  }
  return (
    <>
      <Button variant="default" onClick={() => setIsOpen(true)}>
        Salvage what can be read
      </Button>
      <Modal opened={isOpen} onClose={close} title="Salvage what can be read?" size={480} closeOnClickOutside={false}>
        <Stack gap="md">
          {salvage.isPending ? (
            <JobProgress
              kind="salvage"
              progress={salvage.progress}
              label="Salvage"
              words={salvageStageWords(salvage.progress)}
              isAnnounced
            />
          ) : (
            <Text>
              Palpate reads the damaged file page by page and puts everything that can be read into a new one, with a
              list of what is missing. The damaged vault is set aside beside it, and your passphrase and recovery code
              stay the same. If a backup from before the damage has everything, restore that instead.
            </Text>
          )}
          {failure && <FailureNotice failure={failure} />}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={close} data-autofocus>
              Cancel
            </Button>
            {!salvage.isPending && <Button onClick={() => salvage.start({ secret: null })}>Salvage</Button>}
          </Group>
        </Stack>
      </Modal>
    </>
  )
}
