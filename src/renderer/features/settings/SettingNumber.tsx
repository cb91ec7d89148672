// A whole number among the practice's settings, which is saved as soon as it is within its limits.
import { NumberInput, type NumberInputProps } from '@mantine/core'
import { useRef, useState } from 'react'
import { practiceSettings } from '#shared/domain/practice.ts'
import { useUnstored } from '#renderer/ui/unstoredFields.ts'

interface Props extends Pick<NumberInputProps, 'label' | 'description' | 'w' | 'styles'> {
  field: 'idleMinutes' | 'draftLimitHours'
  saved: number
  unit: string
  onSave: (value: number) => void
}

export function SettingNumber({ field, saved, unit, onSave, ...input }: Props) {
  const [typed, setTyped] = useState<number | string>(saved)
  const limits = practiceSettings.shape[field]
  const [least, most] = [limits.minValue ?? 1, limits.maxValue ?? Infinity]
  const type = (value: number | string) => {
    setTyped(value)
    const parsed = limits.safeParse(value)
    if (parsed.success && parsed.data !== saved) onSave(parsed.data)
  }
  const box = useRef<HTMLInputElement>(null)
  const isWrong = !limits.safeParse(typed).success
  useUnstored(String(input.label), isWrong, () => box.current?.focus())
  return (
    <NumberInput
      ref={box}
      {...input}
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
