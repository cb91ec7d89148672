// The practice's own data. What is typed is kept in the vault until it is saved.
import { Button, Group, SimpleGrid, Stack, TextInput, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useKeptForm } from '#renderer/bridge/keptTexts.ts'
import { useMutationOf } from '#renderer/bridge/queries.ts'
import { wallNow } from '#renderer/bridge/wallClock.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import type { PracticeFields } from '#shared/domain/practice.ts'
import { fieldTextLimit, longTextLimit } from '#shared/domain/text.ts'
import { SavedNote } from './SavedNote.tsx'

export function PracticeForm({ practice }: { practice: PracticeFields }) {
  const form = useKeptForm('practice', practice, (value) => ({ value }))
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const save = useMutationOf('practice:save')
  const isNamed = form.values.name.trim() !== ''

  const box = (field: keyof PracticeFields, label: string) => ({
    label,
    ...form.getInputProps(field),
    maxLength: field === 'address' ? longTextLimit : fieldTextLimit,
    dir: 'auto' as const,
  })

  function show(fields: PracticeFields) {
    form.setValues(fields)
    form.forget()
  }

  const submit = form.onSubmit((fields) => {
    if (!isNamed || save.isPending) return
    save.mutate(
      { practice: fields },
      {
        onSuccess: (saved) => {
          show(saved.practice)
          setSavedAt(wallNow())
        },
      },
    )
  })

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
          <SavedNote at={form.isChanged ? null : savedAt} />
          <Group gap="sm">
            {form.isChanged && (
              <Button variant="default" onClick={() => show(practice)}>
                Discard changes
              </Button>
            )}
            <Button type="submit" disabled={!form.isChanged || !isNamed} loading={save.isPending}>
              Save practice
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  )
}
