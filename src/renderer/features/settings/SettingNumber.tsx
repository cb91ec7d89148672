// A whole number among the practice's settings, which is saved as soon as it is within its limits.
import { TextInput, type TextInputProps } from '@mantine/core'
import { useRef, useState, type KeyboardEvent } from 'react'
import { practiceSettings } from '#shared/domain/practice.ts'
import { fieldTextLimit, wholeNumberOf } from '#shared/domain/text.ts'
import { forgetForm, keepForm, keptForm } from '#renderer/bridge/workspace.ts'
import { ourKeys } from '#renderer/ui/inputMethodKeys.ts'
import { useUnstored } from '#renderer/ui/unstoredFields.ts'

interface Props extends Pick<TextInputProps, 'label' | 'description' | 'w' | 'styles'> {
  field: 'idleMinutes' | 'draftLimitHours'
  saved: number
  unit: string
  onSave: (value: number) => void
}

export function SettingNumber({ field, saved, unit, onSave, ...input }: Props) {
  const form = `setting ${field}`
  const [typed, setTyped] = useState(() => keptForm(form)?.['value'] ?? String(saved))
  const limits = practiceSettings.shape[field]
  const [least, most] = [limits.minValue ?? 1, limits.maxValue ?? Infinity]
  const type = (text: string) => {
    setTyped(text)
    const parsed = limits.safeParse(wholeNumberOf(text))
    if (!parsed.success) return keepForm(form, { value: text })
    forgetForm(form)
    if (parsed.data !== saved) onSave(parsed.data)
  }
  const box = useRef<HTMLInputElement>(null)
  const isWrong = !limits.safeParse(wholeNumberOf(typed)).success
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowUp: 1, ArrowDown: -1 }[event.key]
    if (step === undefined || isWrong) return
    event.preventDefault()
    type(String(Math.min(most, Math.max(least, (wholeNumberOf(typed) ?? saved) + step))))
  }
  useUnstored({
    name: String(input.label),
    isUnstored: isWrong,
    show: () => box.current?.focus(),
    keptIn: form,
  })
  return (
    <TextInput
      ref={box}
      {...input}
      maw="100%"
      // Text, so that figures of every script and every slip can be seen.
      inputMode="numeric"
      maxLength={fieldTextLimit}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={ourKeys(onKeyDown)}
      error={!isWrong ? undefined : `From ${least} to ${most} ${unit}`}
    />
  )
}
