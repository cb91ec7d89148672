// The box for the recovery code: puts it in groups while it is typed, and names the group that does not fit.
import { TextInput } from '@mantine/core'
import { useEffect, useLayoutEffect, useRef, type ChangeEvent, type RefObject } from 'react'
import type { ErrorCode } from '#shared/contract/errors.ts'
import type { Failure } from '#renderer/bridge/bridge.ts'
import { codeCompleteness, codeGroups, groupedCode, groupRange } from './recoveryCodeGroups.ts'
import classes from './RecoveryCodeInput.module.css'

/** What is said at this box. */
export const aboutTheCode: readonly ErrorCode[] = ['MISTYPED_RECOVERY_CODE', 'WRONG_RECOVERY_CODE']

interface Props {
  ref: RefObject<HTMLInputElement | null>
  value: string
  onChange: (code: string) => void
  /** Of the last try; what is not about the code is not shown here. The group that does not fit is selected. */
  failure: Failure | null
  /** What a code says that is well formed and opens nothing. */
  wrongWords: string
  /** Whether an empty box is a mistake by now. */
  isRequired: boolean
}

/** What is wrong with the code, in words. */
export function codeProblem(failure: Failure | null, code: string, wrongWords: string): string | undefined {
  if (failure?.code === 'WRONG_RECOVERY_CODE') return wrongWords
  if (failure?.code !== 'MISTYPED_RECOVERY_CODE') return undefined
  const { group } = failure.details
  if (group === undefined) return 'Something in the code does not fit. Compare it with the paper.'
  const typed = codeGroups(code)[group - 1]
  return typed
    ? `Group ${group} does not fit: “${typed}”. Compare it with the paper.`
    : `Group ${group} is missing. The code has seven groups of five.`
}

const hints = {
  partial: 'Seven groups of five. Case, spaces and dashes do not matter.',
  complete: 'All seven groups are there.',
  'too long': 'This is longer than seven groups of five.',
}

export function RecoveryCodeInput({ ref, value, onChange, failure, wrongWords, isRequired }: Props) {
  const caret = useRef<number | null>(null)
  useLayoutEffect(() => {
    if (caret.current !== null) ref.current?.setSelectionRange(caret.current, caret.current)
    caret.current = null
  })
  useEffect(() => {
    if (failure === null || !aboutTheCode.includes(failure.code)) return
    ref.current?.focus()
    if (failure.details.group !== undefined) ref.current?.setSelectionRange(...groupRange(failure.details.group))
  }, [failure, ref])

  function type(event: ChangeEvent<HTMLInputElement>) {
    const { value: typed, selectionStart } = event.currentTarget
    const grouped = groupedCode(typed, selectionStart ?? typed.length)
    caret.current = grouped.caret
    onChange(grouped.text)
  }

  const problem = codeProblem(failure, value, wrongWords)
  return (
    <TextInput
      ref={ref}
      label="Recovery code"
      autoComplete="off"
      spellCheck={false}
      maxLength={120}
      classNames={{ input: classes.code }}
      value={value}
      onChange={type}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      description={hints[codeCompleteness(value)]}
      error={problem ?? (isRequired && value === '' ? 'Type the recovery code' : undefined)}
    />
  )
}
