// Other people of a record: providers of care whom a client also sees, and who belongs to whom at home.
import { z } from 'zod'
import { foldText } from '../folding.ts'
import { fieldText, longText } from '../text.ts'

/** What the practice's directory says of a provider. Unknown text is empty; a name there must be. */
export const providerFields = z.strictObject({
  name: fieldText.refine((name) => name !== '', 'name_missing'),
  profession: fieldText,
  phone: fieldText,
  fax: fieldText,
  address: longText,
  note: longText,
})
export type ProviderFields = z.infer<typeof providerFields>

/** What is offered as a provider's role for a client; any other words will do. */
export const commonRoles = [
  'Referred them',
  'Family doctor',
  'Specialist',
  'Physiotherapist',
  'Other care now',
] as const

/** What a person is of a client. A newer version may know others. */
export const relations = ['guardian', 'parent', 'partner'] as const
export type Relation = (typeof relations)[number]
export const relation = z.enum(relations)

/**
 * The person of a household link: a client of the practice, or somebody who is none, by name.
 * One of the two is there: the other is null, or empty.
 */
export const linkedPerson = z.union([
  z.strictObject({ clientId: z.uuid(), name: z.literal(''), phone: z.literal('') }),
  z.strictObject({
    clientId: z.null(),
    name: fieldText.refine((name) => name !== '', 'name_missing'),
    phone: fieldText,
  }),
])
export type LinkedPerson = z.infer<typeof linkedPerson>

/** A link as it is seen from one client: what the other person is of them (`of me`), or they of the other (`of them`). */
export type LinkSide = 'of me' | 'of them'

const words: Readonly<Record<Relation, readonly [ofMe: string, ofThem: string]>> = {
  guardian: ['Guardian', 'Guardian of'],
  parent: ['Parent', 'Parent of'],
  partner: ['Partner', 'Partner'],
}

/** "Guardian" beside the name of a client's guardian, "Guardian of" beside that of a client's ward. */
export const relationWords = (of: Relation, side: LinkSide): string => words[of][side === 'of me' ? 0 : 1]

/** The providers whose name, profession, numbers, address or note contain every word that is looked for. */
export function providersWith<P extends ProviderFields>(providers: readonly P[], query: string): P[] {
  const wanted = foldText(query).split(' ').filter(Boolean)
  return providers.filter((provider) => {
    const { name, profession, phone, fax, address, note } = provider
    const text = foldText([name, profession, phone, fax, address, note].join(' '))
    return wanted.every((word) => text.includes(word))
  })
}
