// Changes a client's record.
import { Button, Group, Modal, Stack } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import { useOrder } from '#renderer/bridge/queries.ts'
import type { Failure } from '#renderer/bridge/bridge.ts'
import { DiscardQuestion } from '#renderer/ui/DiscardQuestion.tsx'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { focusFirstProblem } from '#renderer/ui/focusFirstProblem.ts'
import type { ClientRecord } from '#shared/contract/clients.ts'
import { FurtherFields, NameFields } from './ClientFormFields.tsx'
import classes from './clientDialog.module.css'
import { textsOf } from './clientTexts.ts'
import { useClientForm } from './useClientForm.ts'

/** The name under which the half-typed edit of a client is kept in the vault. */
export const editClientForm = (id: string): string => `client-${id}`

export function EditClientDialog({ client, onClose }: { client: ClientRecord; onClose: () => void }) {
  const form = useClientForm(editClientForm(client.id), textsOf(client.fields))
  const update = useOrder('client:update', ['client:get', 'client:list', 'today:overview', 'session:get'])
  const [asksToDiscard, setAsksToDiscard] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)

  function leave() {
    form.forget()
    onClose()
  }

  function close() {
    if (form.isChanged) setAsksToDiscard(true)
    else leave()
  }

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const fields = form.read()
    if (!fields) return focusFirstProblem(event.currentTarget)
    if (update.isPending) return
    setFailure(null)
    update.mutate(
      { id: client.id, revision: client.revision, fields },
      { onSuccess: leave, onError: (refused) => form.showRefusal(refused) || setFailure(refused) },
    )
  }

  const fieldsProps = {
    texts: form.texts,
    problems: form.problems,
    onChange: (...[field, text]: Parameters<typeof form.change>) => {
      form.change(field, text)
      setAsksToDiscard(false)
    },
  }

  return (
    <Modal opened onClose={close} title="Edit client" size={600} closeOnClickOutside={false}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <NameFields {...fieldsProps} />
          <FurtherFields {...fieldsProps} />
          {failure && <FailureNotice failure={failure} />}
          <div className={classes.foot}>
            {asksToDiscard ? (
              <DiscardQuestion onDiscard={leave} onKeep={() => setAsksToDiscard(false)} />
            ) : (
              <Group justify="flex-end" gap="sm">
                <Button variant="default" onClick={close}>
                  Cancel
                </Button>
                <Button type="submit" loading={update.isPending}>
                  Save client
                </Button>
              </Group>
            )}
          </div>
        </Stack>
      </form>
    </Modal>
  )
}
