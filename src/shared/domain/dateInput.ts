// Reads a date as people type it, and says it back in words, so that a mixed-up day and month is seen at once.
import { dayOf } from './time.ts'

/** The order in which a country writes day, month and year in figures. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd'

/** A date that was understood (`YYYY-MM-DD`), an empty field, or a text that is no date. */
export type DateReading = { kind: 'empty' } | { kind: 'date'; date: string } | { kind: 'unclear' }

interface Figures {
  readonly day: number
  readonly month: number
  readonly year: number
}

const earliestYear = 1880
const monthNames = 'January February March April May June July August September October November December'.split(' ')
const unclear: DateReading = { kind: 'unclear' }

/** A date (`YYYY-MM-DD`) in words that cannot be misread, such as "2 March 1980". */
export function dateInWords(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  const name = monthNames[Number(month) - 1]
  if (name === undefined) throw new RangeError('not a calendar date')
  return `${Number(day)} ${name} ${Number(year)}`
}

/** The order of a locale, such as `mdy` for `en-US`; day first where the locale is not known. */
export function dateOrderOf(locale: string | undefined): DateOrder {
  try {
    const parts = new Intl.DateTimeFormat(locale).formatToParts(new Date(0)).map((part) => part.type)
    const first = parts.find((type) => type === 'day' || type === 'month' || type === 'year')
    return first === 'year' ? 'ymd' : first === 'month' ? 'mdy' : 'dmy'
  } catch {
    return 'dmy'
  }
}

/** Latin digits for those of Arabic and Persian keyboards. */
const latinDigits = (text: string) =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9]/gu, (digit) => String(digit.charCodeAt(0) & 15))

/** A year of two figures is the newest one that is not after `today`: nobody is born in the future. */
function fullYear(figures: string, today: string): number {
  if (figures.length > 2) return Number(figures)
  const year = Number(today.slice(0, 2)) * 100 + Number(figures)
  return year > Number(today.slice(0, 4)) ? year - 100 : year
}

function readingOf({ day, month, year }: Figures): DateReading {
  const date = dayOf(year, month, day)
  return date !== null && year >= earliestYear && year <= 9999 ? { kind: 'date', date } : unclear
}

function monthNamed(word: string): number | undefined {
  if (word.length < 3) return undefined
  const at = monthNames.findIndex((name) => name.toLowerCase().startsWith(word))
  if (at >= 0) return at + 1
  return word === 'sept' ? 9 : undefined
}

/** "2 March 1980", "March 2, 1980", "2nd of Mar 80". */
function readNamedMonth(text: string, today: string): DateReading {
  const words = text.match(/\p{L}+/gu) ?? []
  const month = words.map(monthNamed).find((found) => found !== undefined)
  const known = new Set(['of', 'st', 'nd', 'rd', 'th'])
  const figures = text.match(/\d+/gu) ?? []
  const isOnlyThat = words.every((word) => known.has(word) || monthNamed(word) !== undefined)
  if (month === undefined || !isOnlyThat || figures.length !== 2) return unclear
  const [first = '', second = ''] = figures
  const [day, year] = first.length === 4 ? [second, first] : [first, second]
  return readingOf({ day: Number(day), month, year: fullYear(year, today) })
}

function inOrder([a = '', b = '', c = '']: readonly string[], order: DateOrder, today: string): DateReading {
  switch (order) {
    case 'ymd':
      return readingOf({ year: fullYear(a, today), month: Number(b), day: Number(c) })
    case 'mdy':
      return readingOf({ month: Number(a), day: Number(b), year: fullYear(c, today) })
    case 'dmy':
      return readingOf({ day: Number(a), month: Number(b), year: fullYear(c, today) })
  }
}

/** Eight figures in a row: the year shows by itself, since no month is 18 or more. */
function readCompact(figures: string, order: DateOrder, today: string): DateReading {
  const cut = (...lengths: number[]) => {
    let at = 0
    return lengths.map((length) => figures.slice(at, (at += length)))
  }
  const yearLast = inOrder(cut(2, 2, 4), order === 'mdy' ? 'mdy' : 'dmy', today)
  return yearLast.kind === 'date' ? yearLast : inOrder(cut(4, 2, 2), 'ymd', today)
}

/** The orders in which three separated figures may be read, the likeliest first. */
function possibleOrders(figures: readonly string[], separators: string, order: DateOrder): readonly DateOrder[] {
  if ((figures[0]?.length ?? 0) > 2) return ['ymd']
  const fallback = order === 'ymd' ? (['ymd', 'dmy', 'mdy'] as const) : (['dmy', 'mdy'] as const)
  // Where people write dots, the day comes first; strokes and dashes differ by country.
  if (separators.includes('.') && order !== 'ymd') return ['dmy', 'mdy']
  return [order, ...fallback.filter((other) => other !== order)]
}

/**
 * Reads a date from many forms: `1980-03-02`, `2.3.1980`, `03/02/1980`, `2 March 1980`, `Mar 2, 80`, `02031980`.
 * An ambiguous one is read in the country's order, unless only the other order exists (`31/12/1980`).
 * The future is not refused here: see `dateOfBirthProblem`.
 * @param text as typed
 * @param order the order of the user's country
 * @param today `YYYY-MM-DD`; decides the century of a year of two figures
 */
export function readDate(text: string, order: DateOrder, today: string): DateReading {
  const typed = latinDigits(text.normalize('NFKC')).trim().toLowerCase()
  if (typed === '') return { kind: 'empty' }
  if (/\p{L}/u.test(typed)) return readNamedMonth(typed, today)
  if (/^\d{8}$/u.test(typed)) return readCompact(typed, order, today)
  const match = /^(\d{1,4})\s*([./\p{Pd}\s])\s*(\d{1,2})\s*[./\p{Pd}\s]\s*(\d{1,4})\.?$/u.exec(typed)
  if (!match) return unclear
  const figures = [match[1] ?? '', match[3] ?? '', match[4] ?? '']
  const hasOddYear =
    figures.some((figure) => figure.length === 3) || (figures[0]?.length === 4 && figures[2]?.length === 4)
  if (hasOddYear) return unclear
  for (const possible of possibleOrders(figures, match[2] ?? '', order)) {
    const reading = inOrder(figures, possible, today)
    if (reading.kind === 'date') return reading
  }
  return unclear
}
