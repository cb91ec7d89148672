// Operations on other people of a record: the directory of providers, a client's providers, and their household.
import { z } from 'zod'
import { linkedPerson, providerFields, relation } from '../domain/person/person.ts'
import { fieldText } from '../domain/text.ts'
import { audited, changesPractice, read } from './operation.ts'

const id = z.uuid()
const done = z.strictObject({})

/** A provider as the directory shows them. */
export const providerRecord = z.strictObject({ id, ...providerFields.shape, clientCount: z.int() })
export type ProviderRecord = z.infer<typeof providerRecord>

const linkFields = { role: fieldText, mayRelease: z.boolean() }

/** Somebody of a client's household, as it is seen from this client. */
export const householdMember = z.strictObject({
  id,
  /** Of a newer version of the app, perhaps. */
  relation: z.string(),
  /** What the other person is of this client, or this client of them. */
  side: z.enum(['of me', 'of them']),
  /** The other person as a client; null for somebody who is none. */
  clientId: id.nullable(),
  name: z.string(),
  phone: z.string(),
})
export type HouseholdMember = z.infer<typeof householdMember>

const ofClient = (input: { clientId: string }) => input.clientId

export const peopleOperations = {
  /** The directory, in the order of lists. */
  'people:providers': read(z.strictObject({}), z.array(providerRecord)),
  /** Adds a provider, or changes the one of the id. */
  'people:putProvider': changesPractice(
    z.strictObject({ provider: z.strictObject({ id, ...providerFields.shape }) }),
    done,
    audited('changed', 'provider', (input) => input.provider.id),
    ['people:providers', 'people:ofClient'],
  ),
  /** Removes a provider. Refused with VALIDATION `in_use` while a client has them. */
  'people:removeProvider': changesPractice(
    z.strictObject({ id }),
    done,
    audited('changed', 'provider', (input) => input.id),
    ['people:providers'],
  ),
  /** A client's providers, in the order of linking, and their household. */
  'people:ofClient': read(
    z.strictObject({ clientId: id }),
    z.strictObject({
      providers: z.array(z.strictObject({ provider: providerRecord, ...linkFields })),
      household: z.array(householdMember),
    }),
    audited('viewed', 'client', ofClient),
  ),
  /** Links a client with a provider, or changes the link. */
  'people:link': changesPractice(
    z.strictObject({ clientId: id, providerId: id, ...linkFields }),
    done,
    audited('changed', 'client', ofClient),
    ['people:providers', 'people:ofClient'],
  ),
  'people:unlink': changesPractice(
    z.strictObject({ clientId: id, providerId: id }),
    done,
    audited('changed', 'client', ofClient),
    ['people:providers', 'people:ofClient'],
  ),
  /** Says who somebody is of a client, or changes it: the person is the client's guardian, parent or partner. */
  'people:putHousehold': changesPractice(
    z.strictObject({ id, clientId: id, relation, person: linkedPerson }),
    done,
    audited('changed', 'client', ofClient),
    ['people:ofClient'],
  ),
  'people:removeHousehold': changesPractice(
    z.strictObject({ id, clientId: id }),
    done,
    audited('changed', 'client', ofClient),
    ['people:ofClient'],
  ),
} as const
