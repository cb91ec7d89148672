// In which order dates are shown and by which clock: on this machine.
import { SegmentedControl, Stack, Text } from '@mantine/core'
import { useId } from 'react'
import { wallNow } from '#renderer/bridge/wallClock.ts'
import { setDateSetting, useDateFormat, useDateSetting, type DateSetting } from '#renderer/ui/dateWords.ts'
import { dateWordsIn } from '#shared/domain/dateWords.ts'

interface Choice<T> {
  readonly value: NonNullable<T> | 'system'
  readonly label: string
}

const system = { value: 'system', label: 'From the system' } as const
const orders: readonly Choice<DateSetting['order']>[] = [
  system,
  { value: 'dmy', label: 'Day month year' },
  { value: 'mdy', label: 'Month day year' },
  { value: 'ymd', label: 'Year-month-day' },
]
const clocks: readonly Choice<DateSetting['clock']>[] = [
  system,
  { value: '24', label: '24 hours' },
  { value: '12', label: '12 hours' },
]

export function DateSettings() {
  const setting = useDateSetting()
  const words = dateWordsIn(useDateFormat())
  const now = wallNow()
  return (
    <Stack gap="md">
      <ChoiceOf
        label="Order of dates"
        choices={orders}
        value={setting.order}
        onChoose={(order) => setDateSetting({ order })}
      />
      <ChoiceOf label="Clock" choices={clocks} value={setting.clock} onChoose={(clock) => setDateSetting({ clock })} />
      <Text size="sm" role="status">
        Now: {words.weekdayAndDate(now, now)}, {words.time(now)} · {words.date(now)} · {words.longDate(now)}
      </Text>
      <Text size="sm" c="dimmed">
        On screen and in patient files. Dates that you type are read in this order. Text that is signed or written
        already stays as it is.
      </Text>
    </Stack>
  )
}

interface ChoiceProps<T extends string> {
  readonly label: string
  readonly choices: readonly { readonly value: T | 'system'; readonly label: string }[]
  /** Null for the system's. */
  readonly value: T | null
  readonly onChoose: (value: T | null) => void
}

function ChoiceOf<T extends string>({ label, choices, value, onChoose }: ChoiceProps<T>) {
  const id = useId()
  return (
    <div>
      <Text size="sm" fw={600} id={id} mb="xs">
        {label}
      </Text>
      <SegmentedControl
        aria-labelledby={id}
        data={choices.map((choice) => ({ ...choice }))}
        value={value ?? 'system'}
        onChange={(chosen) => onChoose(chosen === 'system' ? null : (chosen as T))}
      />
    </div>
  )
}
