// How far the making of new keys is, stage by stage, with a way out until the last one.
import { Button, Group, Loader, Stack, Text } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { ask } from '#renderer/bridge/bridge.ts'
import { useInitialFocus } from '#renderer/ui/useInitialFocus.ts'
import { newKeysStages, type NewKeysStage } from '#shared/contract/vault.ts'
import classes from './NewKeysProgress.module.css'

const stageWords: Readonly<Record<NewKeysStage, string>> = {
  copying: 'Copying the records',
  encrypting: 'Encrypting the copy with the new key',
  checking: 'Checking that nothing is missing',
  swapping: 'Putting the new vault in place',
}

/** How long the screen waits between two questions, in milliseconds. */
const pause = 250

/** The stage that the services are in, asked for again and again while this is on screen. */
function useNewKeysStage(): NewKeysStage | null {
  const [stage, setStage] = useState<NewKeysStage | null>(null)
  useEffect(() => {
    let timer: number | undefined
    let isShown = true
    const look = async () => {
      const answer = await ask('vault:newKeysStage', {}).catch(() => null)
      if (!isShown) return
      // Before the first stage and after the last one there is none; what is on screen stays.
      if (answer?.stage) setStage(answer.stage)
      timer = window.setTimeout(() => void look(), pause)
    }
    void look()
    return () => {
      isShown = false
      window.clearTimeout(timer)
    }
  }, [])
  return stage
}

export function NewKeysProgress() {
  const stage = useNewKeysStage()
  const wayOut = useInitialFocus<HTMLButtonElement>()
  const [isCancelling, setIsCancelling] = useState(false)
  const at = stage === null ? 0 : newKeysStages.indexOf(stage)

  function cancel() {
    setIsCancelling(true)
    // Where it cannot be asked for, the work goes on and says so itself.
    void ask('vault:cancelNewKeys', {}).catch(() => setIsCancelling(false))
  }

  return (
    <Stack gap="md">
      <Text>You can go on working as soon as this is done. Until the last step, everything is as it was.</Text>
      <ol className={classes.stages}>
        {newKeysStages.map((name, index) => (
          <li key={name} data-done={index < at || undefined} aria-current={index === at ? 'step' : undefined}>
            <span className={classes.sign} aria-hidden>
              {index < at && <IconCheck size={16} stroke={2} />}
              {index === at && <Loader size={14} />}
            </span>
            {stageWords[name]}
          </li>
        ))}
      </ol>
      <Text role="status" size="sm" c="dimmed">
        {isCancelling ? 'Cancelling after this step.' : `Step ${at + 1} of ${newKeysStages.length}`}
      </Text>
      <Group justify="flex-end">
        <Button ref={wayOut} variant="default" disabled={isCancelling || stage === 'swapping'} onClick={cancel}>
          Cancel
        </Button>
      </Group>
    </Stack>
  )
}
