// What is said of the sessions and clients of another copy.
import type { ClientDifference, OtherAddition, OtherSession } from '#shared/contract/copies.ts'
import type { ClientFields } from '#shared/domain/client.ts'
import { amendedPartNames } from '#shared/domain/note/parts.ts'
import { andWords, countWords, listWords } from '#shared/domain/wordLists.ts'
import { dateWords, instantOnScreen } from '#renderer/ui/dateWords.ts'

/** What a session is in the copy: "A draft there", "Signed there 20 Nov 2026, 14:00 by Ada Moreno · 1 addition there". */
export function thereWords({ signature, additions }: Pick<OtherSession, 'signature' | 'additions'>): string {
  if (signature === null) return 'A draft there'
  const { signedAt, signedOffset, signerName } = signature
  const signed = `Signed there ${instantOnScreen(signedAt, signedOffset)} by ${signerName}`
  return additions === 0 ? signed : `${signed} · ${countWords(additions, 'addition')} there, listed below`
}

/** What an addition is in the copy: "Addendum, signed there 20 Nov 2026, 14:00 by Ada Moreno", "Amendment of Plan, a draft there …". */
export function additionWords({ kind, part, signature, createdAt, createdOffset }: OtherAddition): string {
  const name =
    kind === 'addendum'
      ? 'Addendum'
      : part === null
        ? 'Amendment of an addendum'
        : `Amendment of ${amendedPartNames[part]}`
  return signature === null
    ? `${name}, a draft there from ${instantOnScreen(createdAt, createdOffset)}`
    : `${name}, signed there ${instantOnScreen(signature.signedAt, signature.signedOffset)} by ${signature.signerName}`
}

export const hereWords: Readonly<Record<OtherSession['here'], string>> = {
  missing: 'not here',
  draft: 'a draft here',
  signed: 'signed here with other words',
  'in the bin': 'in the bin here',
}

const fieldNames: Readonly<Record<keyof ClientFields, string>> = {
  firstName: 'first name',
  lastName: 'last name',
  preferredName: 'preferred name',
  pronouns: 'pronouns',
  dateOfBirth: 'date of birth',
  phone: 'phone',
  email: 'e-mail',
  address: 'address',
  occupation: 'occupation',
  emergencyContact: 'emergency contact',
  referringProvider: 'referring provider',
  alert: 'alert',
}

/** What a client's record says in the copy: "phone “555 0199”, other no-go areas". */
export function differenceWords({ fields, areNoGoAreasOther }: ClientDifference): string {
  const said = fields.map(({ field, there }) => {
    if (there === '') return `no ${fieldNames[field]}`
    return `${fieldNames[field]} “${field === 'dateOfBirth' ? dateWords(there) : there}”`
  })
  return listWords([...said, areNoGoAreasOther ? 'other no-go areas' : ''])
}

/** The words of the button: "Bring in 2 sessions and 1 client". */
export function bringInWords(sessions: number, clients: number): string {
  const parts = [
    ...(sessions > 0 ? [countWords(sessions, 'session')] : []),
    ...(clients > 0 ? [countWords(clients, 'client')] : []),
  ]
  return `Bring in ${andWords(parts)}`.trim()
}
