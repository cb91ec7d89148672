// How far the making of new keys is, stage by stage, with a way out until the last one.
import { Button, Group, Loader, Stack, Text } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { Job } from '#renderer/bridge/jobs.ts'
import { JobProgress } from '#renderer/ui/JobProgress.tsx'
import { useInitialFocus } from '#renderer/ui/firstFocus.tsx'
import { jobStages, type JobStage } from '#shared/contract/jobs.ts'
import classes from './NewKeysProgress.module.css'

type Stage = JobStage<'new keys'>
const stages = Object.keys(jobStages['new keys']) as Stage[]
const stageWords: Readonly<Record<Stage, string>> = {
  copying: 'Copying the records',
  encrypting: 'Encrypting the copy with the new key',
  checking: 'Checking that nothing is missing',
  swapping: 'Putting the new vault in place',
}

export function NewKeysProgress({
  progress,
  onCancel,
}: {
  progress: Job<'vault:makeNewKeys'>['progress']
  onCancel: () => void
}) {
  const wayOut = useInitialFocus<HTMLButtonElement>()
  const [isCancelling, setIsCancelling] = useState(false)
  const stage = progress?.stage as Stage | undefined
  const at = stage === undefined ? 0 : stages.indexOf(stage)

  function cancel() {
    setIsCancelling(true)
    onCancel()
  }

  return (
    <Stack gap="md">
      <Text>You can go on working as soon as this is done. Until the last step, everything is as it was.</Text>
      <ol className={classes.stages}>
        {stages.map((name, index) => (
          <li key={name} data-done={index < at || undefined} aria-current={index === at ? 'step' : undefined}>
            <span className={classes.sign} aria-hidden>
              {index < at && <IconCheck size={16} stroke={2} />}
              {index === at && <Loader size={14} />}
            </span>
            {stageWords[name]}
          </li>
        ))}
      </ol>
      <JobProgress
        kind="new keys"
        progress={progress}
        label="New keys"
        words={isCancelling ? 'Cancelling after this step.' : `Step ${at + 1} of ${stages.length}`}
        isAnnounced
      />
      <Group justify="flex-end">
        <Button ref={wayOut} variant="default" disabled={isCancelling || stage === 'swapping'} onClick={cancel}>
          Cancel
        </Button>
      </Group>
    </Stack>
  )
}
