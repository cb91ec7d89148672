// A whole number among the practice's settings, which is saved as soon as it is within its limits.
import { NumberInput, type NumberInputProps } from '@mantine/core'
import { useRef, useState } from 'react'
import { practiceSettings } from '#shared/domain/practice.ts'
import { forgetForm, keepForm, keptForm } from '#renderer/bridge/workspace.ts'
import { useUnstored } from '#renderer/ui/unstoredFields.ts'

interface Props extends Pick<NumberInputProps, 'label' | 'description' | 'w' | 'styles'> {
  field: 'idleMinutes' | 'draftLimitHours'
  saved: number
  unit: string
  onSave: (value: number) => void
}

export function SettingNumber({ field, saved, unit, onSave, ...input }: Props) {
  const form = `setting ${field}`
  const [typed, setTyped] = useState<number | string>(() => keptForm(form)?.['value'] ?? saved)
  const limits = practiceSettings.shape[field]
  const [least, most] = [limits.minValue ?? 1, limits.maxValue ?? Infinity]
  const type = (value: number | string) => {
    setTyped(value)
    const parsed = limits.safeParse(value)
    if (!parsed.success) return keepForm(form, { value: String(value) })
    forgetForm(form)
    if (parsed.data !== saved) onSave(parsed.data)
  }
  const box = useRef<HTMLInputElement>(null)
  const isWrong = !limits.safeParse(typed).success
  useUnstored({
    name: String(input.label),
    isUnstored: isWrong,
    show: () => box.current?.focus(),
    keptIn: form,
  })
  return (
    <NumberInput
      ref={box}
      {...input}
      maw="100%"
      min={least}
      max={most}
      clampBehavior="none"
      allowDecimal={false}
      value={typed}
      onChange={type}
      error={!isWrong ? undefined : `From ${least} to ${most} ${unit}`}
    />
  )
}
