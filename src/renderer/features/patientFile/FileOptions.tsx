// The choices of a patient file: which sessions, what of them, and on which paper.
import { Checkbox, Group, Radio, SegmentedControl, Stack, Text } from '@mantine/core'
import { useRef, type ComponentProps } from 'react'
import { DateInput } from '#renderer/ui/DateAndTimeInputs.tsx'
import { useUnstored } from '#renderer/ui/unstoredFields.ts'
import { paperSizes } from '#shared/domain/practice.ts'
import { calendarDate } from '#shared/domain/time.ts'
import classes from './PatientFileDialog.module.css'
import type { FileChoices, Period } from './fileChoices.ts'

interface Props {
  choices: FileChoices
  onChange: (change: Partial<FileChoices>) => void
  hasBadPeriod: boolean
  isDisabled: boolean
}

const isDay = (text: string) => calendarDate.safeParse(text).success

const periods: readonly { value: Period; label: string }[] = [
  { value: 'everything', label: 'Everything' },
  { value: 'lastYear', label: 'Last 12 months' },
  { value: 'custom', label: 'From … to …' },
]

export function FileOptions({ choices, onChange, hasBadPeriod, isDisabled }: Props) {
  return (
    <Stack gap="lg" className={classes.options ?? ''}>
      <Radio.Group label="Sessions" value={choices.period} onChange={(value) => onChange({ period: value as Period })}>
        <Stack gap="sm" mt="sm">
          {periods.map(({ value, label }, index) => (
            <Radio
              key={value}
              value={value}
              label={label}
              disabled={isDisabled}
              {...(index === 0 ? { 'data-autofocus': true } : {})}
            />
          ))}
        </Stack>
      </Radio.Group>
      {choices.period === 'custom' && (
        <Group gap="sm" align="start" wrap="nowrap">
          <LimitInput label="From" value={choices.from} disabled={isDisabled} onValue={(from) => onChange({ from })} />
          <LimitInput
            label="To"
            value={choices.to}
            disabled={isDisabled}
            error={hasBadPeriod && isDay(choices.from) && isDay(choices.to) ? 'Ends before it starts' : undefined}
            onValue={(to) => onChange({ to })}
          />
        </Group>
      )}
      <Stack gap="sm">
        <Checkbox
          label="Include unsigned drafts"
          description="Marked as drafts on every page"
          checked={choices.includeDrafts}
          disabled={isDisabled}
          onChange={(event) => onChange({ includeDrafts: event.currentTarget.checked })}
        />
        <Checkbox
          label="Include body maps"
          description="Without them the findings are still listed"
          checked={choices.includeBodyMaps}
          disabled={isDisabled}
          onChange={(event) => onChange({ includeBodyMaps: event.currentTarget.checked })}
        />
        <Checkbox
          label="Private remarks"
          description="For you alone, and not part of the notes: left out unless you choose it"
          checked={choices.includePrivateRemarks}
          disabled={isDisabled}
          onChange={(event) => onChange({ includePrivateRemarks: event.currentTarget.checked })}
        />
      </Stack>
      <div>
        <Text size="sm" fw={500} mb="xs" id="paper-label">
          Paper
        </Text>
        <SegmentedControl
          aria-labelledby="paper-label"
          data={[...paperSizes]}
          value={choices.paperSize}
          disabled={isDisabled}
          onChange={(paperSize) => onChange({ paperSize })}
        />
      </div>
    </Stack>
  )
}

interface LimitProps extends ComponentProps<typeof DateInput> {
  label: string
}

/** The first or the last day. Closing the dialog discards all its choices; locking and quitting ask about half a date. */
function LimitInput({ label, value, ...props }: LimitProps) {
  const box = useRef<HTMLInputElement>(null)
  useUnstored({
    name: label,
    isUnstored: value !== '' && !isDay(value),
    show: () => box.current?.focus(),
    keptIn: null,
    lostWords: null,
  })
  return <DateInput ref={box} label={label} value={value} className={classes.date ?? ''} {...props} />
}
