// A client's name in a list that is ordered by last names: the last name is emphasised.
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
