// A client's name in a list that is in the order of last names: the last name stands out.
import type { ClientSummary } from '#shared/contract/clients.ts'
import { displayName } from '#shared/domain/client.ts'

export function ClientName({ client }: { client: ClientSummary }) {
  const name = displayName(client)
  if (client.lastName === '' || !name.endsWith(client.lastName)) return <strong>{name}</strong>
  return (
    <>
      {name.slice(0, name.length - client.lastName.length)}
      <strong>{client.lastName}</strong>
    </>
  )
}
