// The recovery code and a new passphrase in place of the forgotten one.
import { Button, Stack, Text, TextInput } from '@mantine/core'
import { useLayoutEffect, useRef, useState, type ChangeEvent, type SubmitEvent } from 'react'
import { ask, type Failure } from '#renderer/bridge/bridge.ts'
import { ScreenHeading, useInitialFocus, focusFirstProblem } from '#renderer/ui/firstFocus.tsx'
import { NewPassphraseFields, newPassphraseProblem, noPassphrase } from './NewPassphraseFields.tsx'
import classes from './RecoverForm.module.css'
import type { ErrorCode } from '#shared/contract/errors.ts'
import { codeCompleteness, codeGroups, groupedCode, groupRange } from './recoveryCodeGroups.ts'
import { UnlockFailure } from './UnlockFailure.tsx'
import { isAboutWeakness, useWeakPassphrase } from './useWeakPassphrase.tsx'
import { useUnlocking } from './useUnlocking.ts'

const aboutTheCode: readonly ErrorCode[] = ['MISTYPED_RECOVERY_CODE', 'WRONG_RECOVERY_CODE']
const isAboutTheCode = (failure: Failure) => aboutTheCode.includes(failure.code)

interface Props {
  retryAfterSeconds: number
  onBack: () => void
}

/** The error of the code, in words. */
function codeProblem(failure: Failure | null, code: string): string | undefined {
  if (failure?.code === 'WRONG_RECOVERY_CODE') {
    return 'The code is well formed but is not this vault’s, or was replaced by a newer one. Nothing is lost.'
  }
  if (failure?.code !== 'MISTYPED_RECOVERY_CODE') return undefined
  const { group } = failure.details
  if (group === undefined) return 'Something in the code does not fit. Compare it with the paper.'
  const typed = codeGroups(code)[group - 1]
  return typed
    ? `Group ${group} does not fit: “${typed}”. Compare it with the paper.`
    : `Group ${group} is missing. The code has seven groups of five.`
}

export function RecoverForm({ retryAfterSeconds, onBack }: Props) {
  const [code, setCode] = useState('')
  const [passphrase, setPassphrase] = useState(noPassphrase)
  const [hasTried, setHasTried] = useState(false)
  const unlocking = useUnlocking(retryAfterSeconds)
  const weak = useWeakPassphrase()
  const box = useInitialFocus<HTMLInputElement>()
  const caret = useRef<number | null>(null)
  const problem = codeProblem(unlocking.failure, code)

  useLayoutEffect(() => {
    if (caret.current !== null) box.current?.setSelectionRange(caret.current, caret.current)
    caret.current = null
  })

  function typeCode(event: ChangeEvent<HTMLInputElement>) {
    const { value, selectionStart } = event.currentTarget
    const grouped = groupedCode(value, selectionStart ?? value.length)
    caret.current = grouped.caret
    setCode(grouped.text)
    unlocking.forgetFailure()
  }

  const passphraseProblem = newPassphraseProblem(passphrase)
  const isAsked = unlocking.failure !== null && isAboutWeakness(unlocking.failure)
  const completeness = codeCompleteness(code)

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    setHasTried(true)
    if (code === '' || passphraseProblem) return focusFirstProblem(event.currentTarget)
    await recover()
  }

  async function recover() {
    const newPassphrase = passphrase.passphrase
    const failure = await unlocking.attempt(() =>
      ask('vault:recover', { recoveryCode: code, newPassphrase, ...weak.acceptanceOf(newPassphrase) }),
    )
    if (!failure) return
    weak.askAbout(failure, { passphrase: newPassphrase, known: [], use: () => void recover() })
    if (!isAboutTheCode(failure)) return
    box.current?.focus()
    if (failure.details.group !== undefined) box.current?.setSelectionRange(...groupRange(failure.details.group))
  }

  const hint = {
    partial: 'Seven groups of five. Case, spaces and dashes do not matter.',
    complete: 'All seven groups are there.',
    'too long': 'This is longer than seven groups of five.',
  }[completeness]

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="md">
        <div>
          <ScreenHeading>Open with the recovery code</ScreenHeading>
          <Text c="dimmed" mt="xs">
            The code is on the paper that you kept at set-up. It stays valid.
          </Text>
        </div>
        <TextInput
          ref={box}
          label="Recovery code"
          autoComplete="off"
          spellCheck={false}
          maxLength={120}
          classNames={{ input: classes.code }}
          value={code}
          onChange={typeCode}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          description={hint}
          error={problem ?? (hasTried && code === '' ? 'Type the recovery code' : undefined)}
        />
        <NewPassphraseFields
          label="New passphrase"
          value={passphrase}
          onChange={setPassphrase}
          problem={hasTried ? passphraseProblem : null}
          box={weak.box}
        />
        {!isAsked && <UnlockFailure unlocking={unlocking} namedAtBox={aboutTheCode} />}
        <Button type="submit" fullWidth loading={unlocking.isTrying} disabled={unlocking.waitSeconds > 0}>
          Set new passphrase and unlock
        </Button>
        <Button variant="subtle" fullWidth onClick={onBack}>
          Back to the passphrase
        </Button>
      </Stack>
      {weak.question}
    </form>
  )
}
