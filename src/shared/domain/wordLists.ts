// Lists and counts within a line of text, so that a reader sees where each item ends.

/** In this order; the first one that no item has in it stands between the items. */
const separators = [', ', '; ', ' · ', ' | '] as const

function separatorOf(items: readonly string[]): string {
  const isFree = (separator: string) => !items.some((item) => item.includes(separator.trim()))
  return separators.find(isFree) ?? '; '
}

/** "Doorway stretch, Foam roller"; where an item has a comma: "Heat, 15 min; Foam roller". Empty items are left out. */
export function listWords(items: readonly string[]): string {
  const shown = items.filter((item) => item !== '')
  return shown.join(separatorOf(shown))
}

const conjunction = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/**
 * "4, 9 and 12". Where an item has a comma or an "and" of its own, its end is marked: "Heat, 15 min; cat and camel; and
 * short walks". Empty items are left out.
 */
export function andWords(items: readonly string[]): string {
  const shown = items.filter((item) => item !== '')
  if (!shown.some((item) => item.includes(',') || / and /u.test(item))) return conjunction.format(shown)
  const separator = separatorOf([',', ...shown])
  return [shown.slice(0, -1).join(separator), shown.at(-1)].filter(Boolean).join(`${separator}and `)
}

const disjunction = new Intl.ListFormat('en-GB', { type: 'disjunction' })

/** "4, 9 or 12", of items that have no comma of their own; otherwise "Nov 29, 2026; 11/29/2026; or 2026-11-29". */
export function orWords(items: readonly string[]): string {
  if (!items.some((item) => item.includes(','))) return disjunction.format(items)
  return [items.slice(0, -1).join('; '), items.at(-1)].join('; or ')
}

const grouped = new Intl.NumberFormat('en')

/** A number, its thousands apart: "1,021". */
export const numberWords = (number: number): string => grouped.format(number)

/** "1 finding", "3 findings", "2 entries", "1,021 sessions". */
export const countWords = (count: number, one: string, many = `${one}s`): string =>
  `${numberWords(count)} ${count === 1 ? one : many}`
