// The dialog that says who somebody is of a client, or the client of another one.
import { Input, NativeSelect, SimpleGrid, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useKeptForm } from '#renderer/bridge/keptTexts.ts'
import { useAnswer, useMutationOf } from '#renderer/bridge/queries.ts'
import { FormDialog } from '#renderer/ui/FormDialog.tsx'
import { SearchableSelect } from '#renderer/ui/SearchableSelect.tsx'
import { displayName } from '#shared/domain/client.ts'
import {
  householdChoices,
  isOfThem,
  noHousehold,
  readHousehold,
  somebodyElse,
  type HouseholdChoice,
} from './personTexts.ts'

/** The name under which half-typed words about a household are kept in the vault. */
export const householdForm = (clientId: string): string => `household-of-${clientId}`

const choiceNames: Readonly<Record<(typeof householdChoices)[number], string>> = {
  guardian: 'Their guardian',
  parent: 'Their parent',
  partner: 'Their partner',
  'guardian of': 'This client is guardian of',
  'parent of': 'This client is parent of',
}

interface Props {
  clientId: string
  onClose: () => void
}

export function HouseholdDialog({ clientId, onClose }: Props) {
  const clients = useAnswer('client:list', {}).data ?? []
  const [id] = useState(() => crypto.randomUUID())
  const form = useKeptForm(householdForm(clientId), noHousehold, readHousehold)
  const put = useMutationOf('people:putHousehold')
  const needsClient = isOfThem(form.values.choice)
  const chosen = needsClient && form.values.clientId === somebodyElse ? '' : form.values.clientId

  function leave() {
    form.forget()
    onClose()
  }

  function save({ relation, side, person }: HouseholdChoice) {
    const isTurned = side === 'of them' && person.clientId !== null
    put.mutate(
      isTurned
        ? { id, clientId: person.clientId, relation, person: { clientId, name: '', phone: '' } }
        : { id, clientId, relation, person },
      { onSuccess: leave },
    )
  }

  return (
    <FormDialog
      title="Add person"
      size={520}
      form={form}
      failure={put.error}
      saveLabel="Add person"
      isSaving={put.isPending}
      onSave={save}
      onLeave={leave}
    >
      <NativeSelect
        label="Who they are"
        data={householdChoices.map((value) => ({ value, label: choiceNames[value] }))}
        {...form.getInputProps('choice')}
        data-autofocus
      />
      <Input.Wrapper label="Person" error={form.errors.clientId}>
        <SearchableSelect
          aria-label="Person"
          placeholder="Choose a client"
          data={[
            ...(needsClient ? [] : [{ value: somebodyElse, label: 'Somebody who is not a client' }]),
            ...clients
              .filter((client) => client.id !== clientId && !client.isArchived)
              .map((client) => ({ value: client.id, label: displayName(client) })),
          ]}
          value={chosen === '' ? null : chosen}
          onChange={(value) => form.setFieldValue('clientId', value ?? '')}
        />
      </Input.Wrapper>
      {chosen === somebodyElse && (
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="md">
          <TextInput label="Name" dir="auto" autoComplete="off" {...form.getInputProps('name')} />
          <TextInput label="Phone" dir="auto" autoComplete="off" inputMode="tel" {...form.getInputProps('phone')} />
        </SimpleGrid>
      )}
    </FormDialog>
  )
}
