// The boxes of a client's form: names and birth date first, the rest folded away or below.
import { SimpleGrid, Stack, TextInput, Textarea } from '@mantine/core'
import { today } from '#renderer/bridge/wallClock.ts'
import { longDateWords, shownDateFormat } from '#renderer/ui/dateWords.ts'
import { ageOn } from '#shared/domain/time.ts'
import { readDateOfBirth, type ClientField } from './clientTexts.ts'
import type { ClientForm } from './useClientForm.ts'

interface Props {
  form: ClientForm
}

const boxOf =
  ({ form }: Props) =>
  (field: ClientField, label: string) => ({
    label,
    dir: 'auto' as const,
    autoComplete: 'off',
    ...form.getInputProps(field),
  })

/** First name, last name, date of birth. */
export function NameFields(props: Props) {
  const box = boxOf(props)
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="md">
        <TextInput {...box('firstName', 'First name')} data-autofocus />
        <TextInput {...box('lastName', 'Last name')} />
      </SimpleGrid>
      <BirthDateInput {...props} />
    </Stack>
  )
}

/** Everything else about a client. */
export function FurtherFields(props: Props) {
  const box = boxOf(props)
  return (
    <Stack gap="md">
      <TextInput
        {...box('alert', 'Alert')}
        description="One line that is always in view, such as “Anticoagulant: light pressure”"
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="md">
        <TextInput {...box('preferredName', 'Preferred name')} />
        <TextInput {...box('pronouns', 'Pronouns')} />
        <TextInput {...box('phone', 'Phone')} inputMode="tel" />
        <TextInput {...box('email', 'E-mail')} inputMode="email" />
      </SimpleGrid>
      <Textarea {...box('address', 'Address')} autosize minRows={2} maxRows={6} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="md">
        <TextInput {...box('occupation', 'Occupation')} />
        <TextInput {...box('referringProvider', 'Referring provider')} />
      </SimpleGrid>
      <TextInput {...box('emergencyContact', 'Emergency contact')} />
    </Stack>
  )
}

const birthDateExample = {
  dmy: '2 March 1980, 2.3.1980 or 1980-03-02',
  mdy: 'March 2, 1980; 3/2/1980; or 1980-03-02',
  ymd: '1980-03-02 or 2 March 1980',
} as const

function BirthDateInput(props: Props) {
  const { error, ...box } = boxOf(props)('dateOfBirth', 'Date of birth')
  const { date, problem } = readDateOfBirth(props.form.values.dateOfBirth, shownDateFormat().order, today())
  // While typing, an incomplete date is no error; a date in the future is one at once.
  const shown = error ?? (date === null ? undefined : problem)
  const age = problem === undefined ? ageOn(date, today()) : null
  return (
    <TextInput
      {...box}
      dir="ltr"
      error={shown}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      descriptionProps={{ 'aria-live': 'polite', c: date === null ? 'dimmed' : 'var(--p-ink)' }}
      description={
        date === null
          ? `Any form, such as ${birthDateExample[shownDateFormat().order]}`
          : [longDateWords(date), age === null ? '' : `${age} years old`].filter(Boolean).join(' · ')
      }
    />
  )
}
