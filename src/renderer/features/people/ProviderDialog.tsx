// The dialog in which a provider of the directory is made or changed.
import { SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useKeptForm } from '#renderer/bridge/keptTexts.ts'
import { useMutationOf } from '#renderer/bridge/queries.ts'
import { FormDialog } from '#renderer/ui/FormDialog.tsx'
import type { ProviderRecord } from '#shared/contract/people.ts'
import { noProvider, providerTexts, readProvider, type ProviderField } from './personTexts.ts'

/** The name under which a half-typed provider is kept in the vault. */
export const providerForm = (id: string | null): string => `provider-${id ?? 'new'}`

interface Props {
  /** Null for a new one. */
  provider: ProviderRecord | null
  onClose: () => void
}

export function ProviderDialog({ provider, onClose }: Props) {
  const [id] = useState(() => provider?.id ?? crypto.randomUUID())
  const form = useKeptForm(
    providerForm(provider?.id ?? null),
    provider === null ? noProvider : providerTexts(provider),
    readProvider,
  )
  const put = useMutationOf('people:putProvider')
  const box = (field: ProviderField, label: string) => ({
    label,
    dir: 'auto' as const,
    autoComplete: 'off',
    ...form.getInputProps(field),
  })

  function leave() {
    form.forget()
    onClose()
  }

  return (
    <FormDialog
      title={provider === null ? 'New provider' : 'Change provider'}
      size={600}
      form={form}
      failure={put.error}
      saveLabel="Save provider"
      isSaving={put.isPending}
      onSave={(fields) => put.mutate({ provider: { id, ...fields } }, { onSuccess: leave })}
      onLeave={leave}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="md">
        <TextInput {...box('name', 'Name')} data-autofocus />
        <TextInput {...box('profession', 'Profession')} />
        <TextInput {...box('phone', 'Phone')} inputMode="tel" />
        <TextInput {...box('fax', 'Fax')} inputMode="tel" />
      </SimpleGrid>
      <Textarea {...box('address', 'Address')} autosize minRows={2} maxRows={6} />
      <Textarea {...box('note', 'Note')} autosize minRows={2} maxRows={6} />
    </FormDialog>
  )
}
