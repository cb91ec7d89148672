// The forms of other people as they are typed, and what they are read as.
import type { Reading } from '#renderer/bridge/keptTexts.ts'
import type { HouseholdMember, ProviderRecord } from '#shared/contract/people.ts'
import {
  linkedPerson,
  providerFields,
  relations,
  type LinkedPerson,
  type ProviderFields,
  type Relation,
} from '#shared/domain/person/person.ts'
import { fieldTextLimit, longTextLimit } from '#shared/domain/text.ts'

export type ProviderField = keyof ProviderFields
export type ProviderTexts = Readonly<Record<ProviderField, string>>

export const noProvider: ProviderTexts = { name: '', profession: '', phone: '', fax: '', address: '', note: '' }
const providerFieldNames = Object.keys(noProvider) as ProviderField[]
const longFields: ReadonlySet<string> = new Set<ProviderField>(['address', 'note'])

export const providerTexts = (provider: ProviderRecord): ProviderTexts =>
  Object.fromEntries(providerFieldNames.map((field) => [field, provider[field]])) as unknown as ProviderTexts

const nameNeeded = 'A name is needed.'
const tooLong = (limit: number, text: string) => `At most ${limit} characters; this has ${text.length}.`
const unstorable = 'This text has a character that cannot be stored.'

export function readProvider(texts: ProviderTexts): Reading<ProviderField, ProviderFields> {
  const problems: Partial<Record<ProviderField, string>> = {}
  for (const field of providerFieldNames) {
    const limit = longFields.has(field) ? longTextLimit : fieldTextLimit
    const text = texts[field].trim()
    if (text.length > limit) problems[field] = tooLong(limit, text)
  }
  if (texts.name.trim() === '') problems.name = nameNeeded
  if (Object.keys(problems).length > 0) return { problems }
  const parsed = providerFields.safeParse(texts)
  if (parsed.success) return { value: parsed.data }
  const field = providerFieldNames.find((one) => one === parsed.error.issues[0]?.path[0]) ?? 'name'
  return { problems: { [field]: unstorable } }
}

/** The choice of somebody who is not in the list: a new provider, or a person who is no client. */
export const somebodyElse = 'new'

export type LinkField = 'providerId' | 'name' | 'profession' | 'phone' | 'role' | 'mayRelease'
export type LinkTexts = Readonly<Record<LinkField, string>>

interface ProviderLink {
  /** A provider of the directory, or one who comes into it. */
  readonly provider: { readonly id: string } | { readonly fields: ProviderFields }
  readonly role: string
  readonly mayRelease: boolean
}

export function readLink(texts: LinkTexts): Reading<LinkField, ProviderLink> {
  const { providerId, name, profession, phone, mayRelease } = texts
  const role = texts.role.trim()
  const problems: Partial<Record<LinkField, string>> = {}
  if (role.length > fieldTextLimit) problems.role = tooLong(fieldTextLimit, role)
  const rest = { role, mayRelease: mayRelease !== '' }
  if (providerId !== somebodyElse) {
    if (providerId === '') problems.providerId = 'Choose a provider.'
    return Object.keys(problems).length > 0 ? { problems } : { value: { provider: { id: providerId }, ...rest } }
  }
  const fields = readProvider({ ...noProvider, name, profession, phone })
  if ('value' in fields && Object.keys(problems).length === 0) {
    return { value: { provider: { fields: fields.value }, ...rest } }
  }
  return { problems: { ...('problems' in fields && fields.problems), ...problems } }
}

/** What a person is to the client, or the client to them, as one choice. */
export const householdChoices = ['guardian', 'parent', 'partner', 'guardian of', 'parent of'] as const

export type HouseholdField = 'choice' | 'clientId' | 'name' | 'phone'
export type HouseholdTexts = Readonly<Record<HouseholdField, string>>

export interface HouseholdChoice {
  readonly relation: Relation
  /** The other person is of this client what the relation says, or this client is of them. */
  readonly side: HouseholdMember['side']
  readonly person: LinkedPerson
}

export const noHousehold: HouseholdTexts = { choice: 'guardian', clientId: somebodyElse, name: '', phone: '' }

/** Whether a choice says what the client is of another client: somebody who is none has no record that it could stand in. */
export const isOfThem = (choice: string): boolean => choice.endsWith(' of')

export function readHousehold(texts: HouseholdTexts): Reading<HouseholdField, HouseholdChoice> {
  const side = isOfThem(texts.choice) ? 'of them' : 'of me'
  const relation = relations.find((one) => one === texts.choice.replace(/ of$/u, '')) ?? 'guardian'
  if (texts.clientId !== somebodyElse && texts.clientId !== '') {
    return { value: { relation, side, person: { clientId: texts.clientId, name: '', phone: '' } } }
  }
  if (side === 'of them' || texts.clientId === '') return { problems: { clientId: 'Choose a client.' } }
  const name = texts.name.trim()
  if (name === '') return { problems: { name: nameNeeded } }
  for (const field of ['name', 'phone'] as const) {
    const text = texts[field].trim()
    if (text.length > fieldTextLimit) return { problems: { [field]: tooLong(fieldTextLimit, text) } }
  }
  const person = linkedPerson.safeParse({ clientId: null, name, phone: texts.phone })
  return person.success ? { value: { relation, side, person: person.data } } : { problems: { name: unstorable } }
}
