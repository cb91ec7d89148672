// The choices of a patient file: which sessions, what of them, and on which paper.
import { Checkbox, Group, Radio, SegmentedControl, Stack, Text } from '@mantine/core'
import { DateInput } from '#renderer/ui/DateAndTimeInputs.tsx'
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
          <DateInput
            label="From"
            value={choices.from}
            disabled={isDisabled}
            onValue={(from) => onChange({ from })}
            className={classes.date ?? ''}
          />
          <DateInput
            label="To"
            value={choices.to}
            disabled={isDisabled}
            error={hasBadPeriod && isDay(choices.from) && isDay(choices.to) ? 'Ends before it starts' : undefined}
            onValue={(to) => onChange({ to })}
            className={classes.date ?? ''}
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
          description="Yours alone and no part of the notes: left out unless you choose it"
          checked={choices.includePrivateRemarks}
          disabled={isDisabled}
          onChange={(event) => onChange({ includePrivateRemarks: event.currentTarget.checked })}
        />
      </Stack>
      <div>
        <Text size="sm" fw={500} mb={4} id="paper-label">
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
