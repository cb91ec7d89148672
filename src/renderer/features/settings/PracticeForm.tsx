// The practice's own data. What is typed is kept in the vault until it is saved.
import { Button, Group, SimpleGrid, Stack, TextInput, Textarea } from '@mantine/core'
import { useState, type ChangeEvent, type SubmitEvent } from 'react'
import { useOrder } from '#renderer/bridge/queries.ts'
import { wallNow } from '#renderer/bridge/wallClock.ts'
import { forgetForm, keepForm, keptForm } from '#renderer/bridge/workspace.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import type { PracticeFields } from '#shared/domain/practice.ts'
import { fieldTextLimit, longTextLimit } from '#shared/domain/text.ts'
import { SavedNote } from './SavedNote.tsx'

const formName = 'practice'

export function PracticeForm({ practice }: { practice: PracticeFields }) {
  const [fields, setFields] = useState<PracticeFields>(() => ({ ...practice, ...keptForm(formName) }))
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const save = useOrder('practice:save')

  const isChanged = (Object.keys(practice) as (keyof PracticeFields)[]).some((name) => fields[name] !== practice[name])
  const isNamed = fields.name.trim() !== ''

  const box = (field: keyof PracticeFields, label: string) => ({
    label,
    value: fields[field],
    maxLength: field === 'address' ? longTextLimit : fieldTextLimit,
    dir: 'auto' as const,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      const next = { ...fields, [field]: event.currentTarget.value }
      setFields(next)
      setSavedAt(null)
      keepForm(formName, next)
    },
  })

  function discard() {
    setFields(practice)
    forgetForm(formName)
  }

  function submit(event: SubmitEvent) {
    event.preventDefault()
    if (!isNamed || save.isPending) return
    save.mutate(
      { practice: fields },
      {
        onSuccess: (saved) => {
          setFields(saved.practice)
          setSavedAt(wallNow())
          forgetForm(formName)
        },
      },
    )
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <TextInput
          {...box('name', 'Practice name')}
          required
          error={isNamed ? undefined : 'The practice needs a name'}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="md">
          <TextInput {...box('therapistName', 'Your name')} />
          <TextInput {...box('credentials', 'Credentials')} />
          <TextInput {...box('licenceNumber', 'Licence number')} />
          <TextInput {...box('phone', 'Phone')} />
        </SimpleGrid>
        <Textarea {...box('address', 'Address')} autosize minRows={2} maxRows={6} />
        {save.error && <FailureNotice failure={save.error} />}
        <Group justify="space-between" gap="sm">
          <SavedNote at={savedAt} />
          <Group gap="sm">
            {isChanged && (
              <Button variant="default" onClick={discard}>
                Discard changes
              </Button>
            )}
            <Button type="submit" disabled={!isChanged || !isNamed} loading={save.isPending}>
              Save practice
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  )
}
