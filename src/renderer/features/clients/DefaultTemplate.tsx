// The template that a client's sessions begin with.
import { NativeSelect } from '@mantine/core'
import { useAnswer, useOrder } from '#renderer/bridge/queries.ts'
import { tellFailure } from '#renderer/ui/tellFailure.ts'
import type { ClientRecord } from '#shared/contract/clients.ts'

const none = ''

export function DefaultTemplate({ client: { id, defaultTemplateId } }: { client: ClientRecord }) {
  const templates = useAnswer('template:list', {}).data ?? []
  const choose = useOrder('client:setTemplate')
  const isKnown = templates.some((template) => template.id === defaultTemplateId)
  if (templates.length === 0) return null
  return (
    <NativeSelect
      mt="md"
      label="Sessions begin with"
      value={isKnown ? (defaultTemplateId ?? none) : none}
      data={[
        { value: none, label: 'No template' },
        ...templates.map((template) => ({ value: template.id, label: template.name })),
      ]}
      onChange={(event) =>
        choose.mutate({ id, templateId: event.currentTarget.value || null }, { onError: tellFailure })
      }
    />
  )
}
