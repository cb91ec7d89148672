// What is known about a client, beside their sessions. What isn't known takes no room.
import { Button, NativeSelect } from '@mantine/core'
import type { ClientRecord } from '#shared/contract/clients.ts'
import type { ClientFields } from '#shared/domain/client.ts'
import { longDateWords } from '#renderer/ui/dateWords.ts'
import classes from './ClientDetails.module.css'
import { PeopleOfClient } from '#renderer/features/people/index.ts'
import { useAnswer, useMutationOf } from '#renderer/bridge/queries.ts'
import { notifyFailure } from '#renderer/ui/notifyFailure.ts'
import { useIsWritable } from '#renderer/ui/Writable.tsx'

const shown: readonly (readonly [field: keyof ClientFields, label: string])[] = [
  ['dateOfBirth', 'Born'],
  ['phone', 'Phone'],
  ['email', 'E-mail'],
  ['address', 'Address'],
  ['occupation', 'Occupation'],
  ['emergencyContact', 'Emergency contact'],
  ['referringProvider', 'Referred by'],
]

interface Props {
  client: ClientRecord
  onEdit: () => void
  /** It is the whole room, not beside another one. */
  isRoom?: boolean
}

export function ClientDetails({ client, onEdit, isRoom = false }: Props) {
  const isWritable = useIsWritable()
  const known = shown.flatMap(([field, label]) => {
    const value = client.fields[field]
    if (!value) return []
    return [{ field, label, value: field === 'dateOfBirth' ? longDateWords(value) : value }]
  })
  const Part = isRoom ? 'section' : 'aside'
  return (
    <Part className={classes.details} data-room={isRoom || undefined} aria-labelledby="client-details">
      <h2 id="client-details">Details</h2>
      {known.length === 0 ? (
        <p className={classes.empty}>Only the name is known so far.</p>
      ) : (
        <dl>
          {known.map(({ field, label, value }) => (
            <div key={field}>
              <dt>{label}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <DefaultTemplate client={client} />
      {isWritable && known.length < shown.length && (
        <Button variant="default" size="compact-md" onClick={onEdit} mt="md">
          Add details
        </Button>
      )}
      {isRoom && <PeopleOfClient clientId={client.id} />}
    </Part>
  )
}

const none = ''

/** The template that a client's sessions begin with. */
function DefaultTemplate({ client: { id, defaultTemplateId } }: { client: ClientRecord }) {
  const templates = useAnswer('template:list', {}).data ?? []
  const choose = useMutationOf('client:setTemplate')
  const isWritable = useIsWritable()
  const isKnown = templates.some((template) => template.id === defaultTemplateId)
  if (templates.length === 0) return null
  return (
    <NativeSelect
      mt="md"
      disabled={!isWritable}
      label="Sessions begin with"
      value={isKnown ? (defaultTemplateId ?? none) : none}
      data={[
        { value: none, label: 'No template' },
        ...templates.map((template) => ({ value: template.id, label: template.name })),
      ]}
      onChange={(event) =>
        choose.mutate({ id, templateId: event.currentTarget.value || null }, { onError: notifyFailure })
      }
    />
  )
}
