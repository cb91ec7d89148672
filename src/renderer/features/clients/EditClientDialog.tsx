// Changes a client's record.
import { useState } from 'react'
import { useMutationOf } from '#renderer/bridge/queries.ts'
import type { Failure } from '#renderer/bridge/bridge.ts'
import { FormDialog } from '#renderer/ui/FormDialog.tsx'
import type { ClientRecord } from '#shared/contract/clients.ts'
import type { ClientFields } from '#shared/domain/client.ts'
import { FurtherFields, NameFields } from './ClientFormFields.tsx'
import { textsOf } from './clientTexts.ts'
import { editClientForm, useClientForm } from './useClientForm.ts'

export function EditClientDialog({ client, onClose }: { client: ClientRecord; onClose: () => void }) {
  const form = useClientForm(editClientForm(client.id), textsOf(client.fields))
  const update = useMutationOf('client:update')
  const [failure, setFailure] = useState<Failure | null>(null)

  function leave() {
    form.forget()
    onClose()
  }

  function save(fields: ClientFields) {
    setFailure(null)
    update.mutate(
      { id: client.id, revision: client.revision, fields },
      { onSuccess: leave, onError: (refused) => form.showRefusal(refused) || setFailure(refused) },
    )
  }

  return (
    <FormDialog
      title="Edit client"
      size={600}
      form={form}
      failure={failure}
      saveLabel="Save client"
      isSaving={update.isPending}
      onSave={save}
      onLeave={leave}
    >
      <NameFields form={form} />
      <FurtherFields form={form} />
    </FormDialog>
  )
}
