// Changes a client's record.
import { useState } from 'react'
import { useOrder } from '#renderer/bridge/queries.ts'
import type { Failure } from '#renderer/bridge/bridge.ts'
import { focusFirstProblem } from '#renderer/ui/focusFirstProblem.ts'
import { FormDialog } from '#renderer/ui/FormDialog.tsx'
import type { ClientRecord } from '#shared/contract/clients.ts'
import { FurtherFields, NameFields } from './ClientFormFields.tsx'
import { textsOf } from './clientTexts.ts'
import { useClientForm } from './useClientForm.ts'

/** The name under which the half-typed edit of a client is kept in the vault. */
export const editClientForm = (id: string): string => `client-${id}`

export function EditClientDialog({ client, onClose }: { client: ClientRecord; onClose: () => void }) {
  const form = useClientForm(editClientForm(client.id), textsOf(client.fields))
  const update = useOrder('client:update')
  const [failure, setFailure] = useState<Failure | null>(null)

  function leave() {
    form.forget()
    onClose()
  }

  function submit(sent: HTMLFormElement) {
    const fields = form.read()
    if (!fields) return focusFirstProblem(sent)
    if (update.isPending) return
    setFailure(null)
    update.mutate(
      { id: client.id, revision: client.revision, fields },
      { onSuccess: leave, onError: (refused) => form.showRefusal(refused) || setFailure(refused) },
    )
  }

  const fieldsProps = { texts: form.texts, problems: form.problems, onChange: form.change }

  return (
    <FormDialog
      title="Edit client"
      size={600}
      typed={form.texts}
      isChanged={form.isChanged}
      failure={failure}
      saveLabel="Save client"
      isSaving={update.isPending}
      onSubmit={submit}
      onLeave={leave}
    >
      <NameFields {...fieldsProps} />
      <FurtherFields {...fieldsProps} />
    </FormDialog>
  )
}
