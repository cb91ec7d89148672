// What is said of the sessions and clients of another copy.
import type {
  ClientDifference,
  CopyComparison,
  OtherAddition,
  OtherRecord,
  OtherSession,
} from '#shared/contract/copies.ts'
import type { ClientFields } from '#shared/domain/client.ts'
import { decisionNames } from '#shared/domain/health/healthWords.ts'
import type { ReviewKind } from '#shared/domain/health/reviews.ts'
import { amendedPartNames } from '#shared/domain/note/parts.ts'
import { relations, relationWords } from '#shared/domain/person/person.ts'
import { andWords, countWords, listWords } from '#shared/domain/wordLists.ts'
import { dateWords, instantOnScreen, wallTimeWords } from '#renderer/ui/dateWords.ts'

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

const reviewWords: Readonly<Record<ReviewKind, string>> = {
  intake: 'Health intake',
  'full review': 'Full health review',
  change: 'Change to their health',
  'nothing changed': 'Health review, nothing changed',
}

const linkWords = { missing: 'added', other: 'changed' } as const

const withRemark = (words: string, remark: string) => (remark.trim() === '' ? words : `${words}. ${remark.trim()}`)

/** What else a copy has of a client: "Health intake, signed there 20 Nov 2026, 14:00 by Ada Moreno", "Consent “Treatment”, withdrawn there …". */
export function recordWords({ what, at, atOffset }: Pick<OtherRecord, 'what' | 'at' | 'atOffset'>): string {
  const there = at === null ? 'there' : `there ${instantOnScreen(at, atOffset)}`
  switch (what.kind) {
    case 'health review': {
      const by = what.signerName === null ? '' : ` by ${what.signerName}`
      return `${reviewWords[what.review]}, signed ${there}${by}`
    }
    case 'safety decision': {
      const names: Readonly<Record<string, string>> = decisionNames
      const decided = names[what.decision] ?? what.decision
      return withRemark(`“${decided}”, decided ${there} about “${what.wording}”`, what.remark)
    }
    case 'consent':
      return `Consent “${what.name}”, given ${there}`
    case 'withdrawal':
      return withRemark(
        what.cause === 'plan changed'
          ? `Consent “${what.name}”, ended ${there} because the plan changed`
          : `Consent “${what.name}”, withdrawn ${there}`,
        what.remark,
      )
    case 'lack':
      return `Visit of ${wallTimeWords(what.serviceStart)} signed there without the consent “${what.name}”. ${what.reason}`
    case 'provider': {
      const name = listWords([what.name, what.role])
      if (what.state === 'removed') return `Provider ${what.name}, taken out there`
      return `Provider ${name}, ${linkWords[what.state]} ${there}: ${what.mayRelease ? 'the record may be shared' : 'no consent to share the record'}`
    }
    case 'household': {
      const known = relations.find((one) => one === what.relation)
      const name = `${known === undefined ? what.relation : relationWords(known, 'of me')} ${what.name}`
      if (what.state === 'removed') return `${name}, taken out there`
      return `${listWords([name, what.phone])}, ${linkWords[what.state]} ${there}`
    }
    case 'erasure':
      return `Erased ${there}, and still here`
  }
}

/** What is said above the lists where nothing can come in; null where something can. */
export function nothingWords(comparison: CopyComparison): string | null {
  const { sessions, newClients, differences, additions, records } = comparison
  if (sessions.length > 0 || newClients.length > 0) return null
  return differences.length === 0 && additions.length === 0 && records.length === 0
    ? 'There is nothing in the client records of this copy that is not here.'
    : 'There is no session and no client to bring in. What else is only in this copy is listed below.'
}

/** The words of the button: "Bring in 2 sessions and 1 client". */
export function bringInWords(sessions: number, clients: number): string {
  const parts = [
    ...(sessions > 0 ? [countWords(sessions, 'session')] : []),
    ...(clients > 0 ? [countWords(clients, 'client')] : []),
  ]
  return `Bring in ${andWords(parts)}`.trim()
}
