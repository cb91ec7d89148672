// The client: the fields of the record, how a name is shown, and when two records are probably one person.
import { z } from 'zod'
import { foldingsOfName, foldText, textToOrderBy } from './folding.ts'
import { toCrockford } from './crockford.ts'
import { fieldText, longText } from './text.ts'
import { calendarDate } from './time.ts'

const oldestBirthYear = 1880

/** Every field a therapist can fill in. A first or a last name is enough; unknown text is empty, unknown dates null. */
export const clientFields = z
  .strictObject({
    firstName: fieldText,
    lastName: fieldText,
    preferredName: fieldText,
    pronouns: fieldText,
    dateOfBirth: calendarDate.nullable(),
    phone: fieldText,
    email: fieldText,
    address: longText,
    occupation: fieldText,
    emergencyContact: fieldText,
    referringProvider: fieldText,
    /** One line that is always in view with the client, such as "Anticoagulant: light pressure". */
    alert: fieldText,
  })
  .refine((fields) => fields.firstName !== '' || fields.lastName !== '', {
    path: ['firstName'],
    message: 'name_missing',
  })
export type ClientFields = z.infer<typeof clientFields>

export const emptyClient: ClientFields = {
  firstName: '',
  lastName: '',
  preferredName: '',
  pronouns: '',
  dateOfBirth: null,
  phone: '',
  email: '',
  address: '',
  occupation: '',
  emergencyContact: '',
  referringProvider: '',
  alert: '',
}

type Named = Pick<ClientFields, 'firstName' | 'lastName' | 'preferredName'>

/** The name as the record states it: "First Last". */
export function fullName(client: Pick<ClientFields, 'firstName' | 'lastName'>): string {
  return [client.firstName, client.lastName].filter(Boolean).join(' ')
}

/** The name on screen: the full name, with the preferred name in quotes where it differs from the first name. */
export function displayName(client: Named): string {
  if (!client.preferredName || client.preferredName === client.firstName) return fullName(client)
  return [client.firstName, `“${client.preferredName}”`, client.lastName].filter(Boolean).join(' ')
}

/**
 * A code for a client where a name must not appear: on a file's name, beside the name on screen and on paper. It is
 * derived from the random end of the client's id (40 bits), so it never changes, reveals nothing about anybody, and no
 * two clients of a practice share one (for 10,000 clients the odds are one in 20,000).
 * @param id the client's UUID
 * @returns two groups of four letters and digits that are not taken for each other: `K7Q2-9XMB`
 */
export function clientCode(id: string): string {
  const end = id.replaceAll('-', '').slice(-10)
  const code = toCrockford(
    Uint8Array.from({ length: 5 }, (_, index) => Number.parseInt(end.slice(index * 2, index * 2 + 2), 16)),
  )
  return `${code.slice(0, 4)}-${code.slice(4)}`
}

/** The folded name that the database stores with a client: nearly the order of lists, which {@link byName} makes. */
export function sortKey(client: Pick<ClientFields, 'firstName' | 'lastName'>): string {
  return foldText(`${client.lastName || client.firstName} ${client.firstName}`)
}

/**
 * The order of lists: by last name, or first name where there is no other, then by first name.
 * @param language whose sort order is used, BCP 47; left out: this computer's
 * @returns the people in a new array; those of one name stay in the order given
 */
export function byName<T extends Pick<ClientFields, 'firstName' | 'lastName'>>(
  people: readonly T[],
  language?: string,
): T[] {
  const collator = new Intl.Collator(language, { numeric: true })
  const keyed = people.map((person) => ({
    person,
    last: textToOrderBy(person.lastName || person.firstName),
    first: textToOrderBy(person.firstName),
  }))
  return keyed
    .toSorted((a, b) => collator.compare(a.last, b.last) || collator.compare(a.first, b.first))
    .map(({ person }) => person)
}

const wholeNames = (person: Pick<ClientFields, 'firstName' | 'lastName'>) =>
  foldingsOfName(fullName(person)).map((name) => name.replaceAll(' ', ''))

/**
 * Whether two records probably name the same person: the same name in one of its foldings, and no two birth dates
 * that differ. One that is unknown does not.
 */
export function isProbableDuplicate(
  a: Pick<ClientFields, 'firstName' | 'lastName' | 'dateOfBirth'>,
  b: Pick<ClientFields, 'firstName' | 'lastName' | 'dateOfBirth'>,
): boolean {
  const isBirthPossible = a.dateOfBirth === null || b.dateOfBirth === null || a.dateOfBirth === b.dateOfBirth
  if (!isBirthPossible) return false
  const others = wholeNames(b)
  return wholeNames(a).some((name) => others.includes(name))
}

/**
 * What is wrong with a date of birth, or null when nothing is.
 * @param dateOfBirth `YYYY-MM-DD`, or null when unknown, which is allowed
 * @param today `YYYY-MM-DD`
 */
export function dateOfBirthProblem(dateOfBirth: string | null, today: string): 'in_future' | 'too_long_ago' | null {
  if (dateOfBirth === null) return null
  if (dateOfBirth > today) return 'in_future'
  return Number(dateOfBirth.slice(0, 4)) < oldestBirthYear ? 'too_long_ago' : null
}
