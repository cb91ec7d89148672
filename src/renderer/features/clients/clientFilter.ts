// Finds clients as somebody types: every word in any order, without case or accents, and quick for thousands.
import type { ClientSummary } from '#shared/contract/clients.ts'
import { dateOrders, dateWordsIn } from '#shared/domain/dateWords.ts'
import { foldingsOfName, foldText } from '#shared/domain/folding.ts'
import { latinDigits } from '#shared/domain/text.ts'

interface Entry {
  readonly client: ClientSummary
  /** The folded names, each after a space, so that " an" finds the beginning of a name. */
  readonly names: string
  /** Everything that is searched, folded. */
  readonly all: string
  /** The digits of the phone number alone. */
  readonly digits: string
}

export type ClientIndex = readonly Entry[]

/** Text as it is compared: folded, its figures Latin. The index and a query are folded alike. */
const fold = (text: string) => latinDigits(foldText(text))
const digitsOf = (text: string) => latinDigits(text).replace(/\D+/gu, '')
const fewestDigits = 3
const inEveryOrder = dateOrders.map((order) => dateWordsIn({ order, clock: '24' }))
const neverTyped = '\u{10ffff}'

/** A birth date as people may type it: ISO, day first, month first, with and without zeros, the month's name. */
function birthDateForms(date: string | null): string {
  if (date === null) return ''
  const [year = '', month = '', day = ''] = date.split('-')
  const [d, m] = [Number(day), Number(month)]
  const pairs = [`${day}|${month}`, `${d}|${m}`, `${month}|${day}`, `${m}|${d}`].map((pair) => `${pair}|${year}`)
  const figures = pairs.flatMap((form) => [form.replaceAll('|', '.'), form.replaceAll('|', '/')])
  return [date, ...figures, ...inEveryOrder.map((words) => words.longDate(date).toLowerCase())].join(' ')
}

/** A name of several words as people also write it: Jean-Luc as Jeanluc, Van Dyke as Vandyke. */
const asOneWord = (name: string): string[] => (name.includes(' ') ? [name.replaceAll(' ', '')] : [])

/** Folds what is searched once, so that a key press only compares. */
export function indexClients(clients: readonly ClientSummary[]): ClientIndex {
  const index = clients.map((client) => {
    const given = [client.firstName, client.lastName, client.preferredName]
    const parts = [...new Set(given.flatMap((name) => [fold(name), ...foldingsOfName(name).map(latinDigits)]))]
    const names = [...parts, ...parts.flatMap(asOneWord)].map((name) => ` ${name}`).join('')
    return {
      client,
      names,
      all: [names, fold(client.email), birthDateForms(client.dateOfBirth)].join(' '),
      digits: digitsOf(client.phone),
    }
  })
  // Engines lay out joined texts when they are first searched: better now than at the first key.
  findClients(index, neverTyped)
  return index
}

/**
 * The words of a query, folded, without commas; of each every way in which the name that it is meant for may be written.
 * A date and an address keep their hyphens, as the index has them.
 */
const wordsOf = (query: string): readonly (readonly string[])[] =>
  query
    .normalize('NFKC')
    .split(/[\s,、]+/u)
    .flatMap((word) => (/^\d[\d./-]*$/u.test(latinDigits(word)) ? [[latinDigits(word)]] : waysToWrite(word)))
    .filter(([word]) => word !== '')

function waysToWrite(word: string): string[][] {
  const parts = fold(word).split(' ')
  const others = foldingsOfName(word)
    .map((one) => latinDigits(one).split(' '))
    .filter(({ length }) => length === parts.length)
  return parts.map((part, at) => [...new Set([part, ...others.map((one) => one[at] ?? part)])])
}

/** The digits of a query that looks like a phone number, otherwise an empty string. */
function phoneDigits(query: string): string {
  const digits = digitsOf(query)
  return digits.length >= fewestDigits && /^[\d\s+()./\p{Pd}]+$/u.test(query) ? digits : ''
}

/**
 * The clients that a query finds: those of whom every word is the beginning of a name first, then those who have every
 * word somewhere; each in the order of the list. An empty query finds everybody.
 */
export function findClients(index: ClientIndex, query: string): readonly ClientSummary[] {
  const folded = fold(query)
  if (folded === '') return index.map((entry) => entry.client)
  const words = wordsOf(query)
  const beginnings = words.map((ways) => ways.map((word) => ` ${word}`))
  const phone = phoneDigits(folded)
  const first: ClientSummary[] = []
  const rest: ClientSummary[] = []
  for (const { client, names, all, digits } of index) {
    if (beginnings.every((ways) => ways.some((beginning) => names.includes(beginning)))) first.push(client)
    else if (words.every((ways) => ways.some((word) => all.includes(word))) || (phone !== '' && digits.includes(phone)))
      rest.push(client)
  }
  return [...first, ...rest]
}

/**
 * A name typed into the filter, as the two names of a new client: the last word is the last name.
 * A single word is the first name; "Silva, Ana" is turned around.
 */
export function namesFromQuery(query: string): { firstName: string; lastName: string } {
  const [beforeComma = '', afterComma] = query.split(',', 2).map((part) => part.trim().replace(/\s+/gu, ' '))
  if (afterComma) return { firstName: afterComma, lastName: beforeComma }
  const at = beforeComma.lastIndexOf(' ')
  if (at < 0) return { firstName: beforeComma, lastName: '' }
  return { firstName: beforeComma.slice(0, at), lastName: beforeComma.slice(at + 1) }
}

/** Whether a query could be somebody's name: it has a letter and no figure, sign or address in it. */
export const looksLikeName = (query: string): boolean => /\p{L}/u.test(query) && !/[\d@/+<>]/u.test(query)
