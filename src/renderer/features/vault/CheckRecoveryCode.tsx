// One group of the recovery code, typed from the paper: proof that the code was written down.
import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import type { Failure } from '#renderer/bridge/bridge.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { ScreenHeading, useInitialFocus } from '#renderer/ui/firstFocus.tsx'
import { checkGroup, type GroupCheck } from './recoveryCodeGroups.ts'
import recover from './RecoveryCodeInput.module.css'
import classes from './RecoveryCodeScreen.module.css'

interface Props {
  code: string
  /** Which group is asked for, from 1. */
  group: number
  failure: Failure | null
  isPending: boolean
  /** Shows the code again. */
  onBack: () => void
  onRight: () => void
}

const problems = (group: number): Readonly<Record<Exclude<GroupCheck, 'right'>, string>> => ({
  empty: `Type group ${group} from your paper.`,
  'whole code': `That is the whole code. Type only group ${group}, from your paper: it shows that the code is there.`,
  'another group': `That is another group of the code. Count to group ${group} on your paper.`,
  wrong: `That is not group ${group}. Look at your paper once more; if it differs from the code, go back and correct it.`,
})

export function CheckRecoveryCode({ code, group, failure, isPending, onBack, onRight }: Props) {
  const box = useInitialFocus<HTMLInputElement>()
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string | null>(null)

  function submit(event: SubmitEvent) {
    event.preventDefault()
    if (isPending) return
    const found = checkGroup(code, group, typed)
    if (found === 'right') return onRight()
    setProblem(problems(group)[found])
    box.current?.focus()
    box.current?.select()
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg">
        <div>
          <ScreenHeading>Check your paper</ScreenHeading>
          <Text mt="xs">Type one group of the code from your paper, so that you can be sure it is right.</Text>
        </div>
        <TextInput
          ref={box}
          label={`Group ${group} of 7`}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={60}
          w={220}
          classNames={{ input: recover.code }}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setProblem(null)
          }}
          error={problem}
          styles={{ error: { width: 'max(100%, min(440px, 84vw))' } }}
        />
        {failure && <FailureNotice failure={failure} />}
        <div className={classes.footer}>
          <Group gap="sm">
            <Button variant="default" onClick={onBack}>
              Back
            </Button>
          </Group>
          <Button type="submit" loading={isPending}>
            Continue
          </Button>
        </div>
      </Stack>
    </form>
  )
}
