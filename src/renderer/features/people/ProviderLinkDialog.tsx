// The dialog that links a client with a provider: one of the directory, or one who comes into it.
import { Autocomplete, Checkbox, Input, SimpleGrid, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useKeptForm } from '#renderer/bridge/keptTexts.ts'
import { useAnswer, useMutationOf } from '#renderer/bridge/queries.ts'
import { FormDialog } from '#renderer/ui/FormDialog.tsx'
import { byLabel, SearchableSelect } from '#renderer/ui/SearchableSelect.tsx'
import type { Output } from '#shared/contract/contract.ts'
import { commonRoles } from '#shared/domain/person/person.ts'
import { noProvider, readLink, somebodyElse, type LinkField, type LinkTexts } from './personTexts.ts'

export type LinkedProvider = Output<'people:ofClient'>['providers'][number]

/** The name under which a half-made link is kept in the vault. */
export const linkForm = (clientId: string, providerId: string | null): string =>
  `provider-of-${clientId}-${providerId ?? 'new'}`

interface Props {
  clientId: string
  /** The link that is changed; null for a new one. */
  link: LinkedProvider | null
  /** Providers whom the client has already. */
  taken: readonly string[]
  onClose: () => void
}

const startOf = (link: LinkedProvider | null): LinkTexts => ({
  providerId: link?.provider.id ?? '',
  name: '',
  profession: '',
  phone: '',
  role: link?.role ?? '',
  mayRelease: link?.mayRelease ? 'yes' : '',
})

export function ProviderLinkDialog({ clientId, link, taken, onClose }: Props) {
  const directory = useAnswer('people:providers', {}).data ?? []
  const [newId] = useState(() => crypto.randomUUID())
  const form = useKeptForm(linkForm(clientId, link?.provider.id ?? null), startOf(link), readLink)
  const put = useMutationOf('people:putProvider')
  const connect = useMutationOf('people:link')
  const box = (field: LinkField, label: string) => ({
    label,
    dir: 'auto' as const,
    autoComplete: 'off',
    ...form.getInputProps(field),
  })
  const isNew = form.values.providerId === somebodyElse

  function leave() {
    form.forget()
    onClose()
  }

  return (
    <FormDialog
      title={link === null ? 'Add provider' : link.provider.name}
      size={560}
      form={form}
      failure={put.error ?? connect.error}
      saveLabel={link === null ? 'Add provider' : 'Save'}
      isSaving={put.isPending || connect.isPending}
      onSave={({ provider, role, mayRelease }) => {
        const connectWith = (providerId: string) =>
          connect.mutate({ clientId, providerId, role, mayRelease }, { onSuccess: leave })
        if ('id' in provider) connectWith(provider.id)
        else {
          put.mutate(
            { provider: { id: newId, ...noProvider, ...provider.fields } },
            { onSuccess: () => connectWith(newId) },
          )
        }
      }}
      onLeave={leave}
    >
      {link === null && (
        <Input.Wrapper label="Provider" error={form.errors.providerId}>
          <SearchableSelect
            aria-label="Provider"
            placeholder="From the directory, or a new one"
            data={[
              { value: somebodyElse, label: 'New provider' },
              ...directory
                .filter(({ id }) => !taken.includes(id))
                .map(({ id, name, profession }) => ({
                  value: id,
                  label: profession === '' ? name : `${name}, ${profession}`,
                })),
            ]}
            value={form.values.providerId === '' ? null : form.values.providerId}
            onChange={(value) => form.setFieldValue('providerId', value ?? '')}
            openOnFocus={false}
            data-autofocus
          />
        </Input.Wrapper>
      )}
      {isNew && (
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="md">
          <TextInput {...box('name', 'Name')} />
          <TextInput {...box('profession', 'Profession')} />
          <TextInput {...box('phone', 'Phone')} inputMode="tel" />
        </SimpleGrid>
      )}
      <Autocomplete {...box('role', 'Role for this client')} filter={byLabel} data={[...commonRoles]} />
      <Checkbox
        label="The client agrees that their record may be shared with this provider"
        checked={form.values.mayRelease !== ''}
        onChange={(event) => form.setFieldValue('mayRelease', event.currentTarget.checked ? 'yes' : '')}
      />
    </FormDialog>
  )
}
