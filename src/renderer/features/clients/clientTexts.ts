// A client's fields as typed, and parsing them into a record.
import type { Reading } from '#renderer/bridge/keptTexts.ts'
import { clientFields, dateOfBirthProblem, emptyClient, type ClientFields } from '#shared/domain/client.ts'
import { dateQuestion, readDate } from '#shared/domain/dateInput.ts'
import { longDateWords } from '#renderer/ui/dateWords.ts'
import type { DateOrder } from '#shared/domain/dateWords.ts'
import { fieldTextLimit, longTextLimit } from '#shared/domain/text.ts'

export type ClientField = keyof ClientFields
/** The texts of the form's fields, as typed. */
export type ClientTexts = Readonly<Record<ClientField, string>>

const fieldNames = Object.keys(emptyClient) as ClientField[]
/** The fields after names and birth date, which a new client can do without. */
export const furtherFields: readonly ClientField[] = fieldNames.filter(
  (name) => name !== 'firstName' && name !== 'lastName' && name !== 'dateOfBirth',
)
const longFields: ReadonlySet<ClientField> = new Set(['address'])

/** The texts for a record. The date of birth is in words, which parse to the same date in every date format. */
export function textsOf(fields: ClientFields): ClientTexts {
  return { ...fields, dateOfBirth: fields.dateOfBirth === null ? '' : longDateWords(fields.dateOfBirth) }
}

export const emptyTexts: ClientTexts = textsOf(emptyClient)

/** Whether two forms have the same texts. */
export const sameTexts = (a: ClientTexts, b: ClientTexts): boolean =>
  fieldNames.every((name) => a[name].trim() === b[name].trim())

const dateProblems = {
  unclear: 'Palpate doesn’t recognise this date. Try 2 March 1980 or 1980-03-02.',
  in_future: 'This date is in the future. Nothing is lost: correct it, or leave it empty for now.',
  too_long_ago: 'This date is before 1880. Check the year.',
} as const

/** The date of birth of a text, or its error in words. */
export function readDateOfBirth(
  text: string,
  order: DateOrder,
  today: string,
): { date: string | null; problem?: string | undefined } {
  const reading = readDate(text, order, today)
  if (reading.kind === 'empty') return { date: null }
  if (reading.kind === 'unclear') return { date: null, problem: dateProblems.unclear }
  if (reading.kind === 'ambiguous') return { date: null, problem: dateQuestion(reading) ?? undefined }
  const problem = dateOfBirthProblem(reading.date, today)
  return { date: reading.date, problem: problem === null ? undefined : dateProblems[problem] }
}

function problemOfText(name: ClientField, text: string): string | undefined {
  const limit = longFields.has(name) ? longTextLimit : fieldTextLimit
  if (text.trim().length > limit) return `At most ${limit} characters; this has ${text.trim().length}.`
  return undefined
}

/**
 * Parses a form: a record's fields, or the errors by field.
 * @param today `YYYY-MM-DD`
 */
export function readClientTexts(
  texts: ClientTexts,
  order: DateOrder,
  today: string,
): Reading<ClientField, ClientFields> {
  const birth = readDateOfBirth(texts.dateOfBirth, order, today)
  const problems: Partial<Record<ClientField, string>> = {}
  for (const name of fieldNames) {
    const problem = name === 'dateOfBirth' ? birth.problem : problemOfText(name, texts[name])
    if (problem !== undefined) problems[name] = problem
  }
  if (texts.firstName.trim() === '' && texts.lastName.trim() === '') {
    problems.firstName = 'A first or a last name is needed'
  }
  if (Object.keys(problems).length > 0) return { problems }
  const parsed = clientFields.safeParse({ ...texts, dateOfBirth: birth.date })
  if (parsed.success) return { value: parsed.data }
  const at = parsed.error.issues[0]?.path[0]
  const name = fieldNames.find((field) => field === at) ?? 'firstName'
  return { problems: { [name]: 'This text has a character that cannot be stored' } }
}
