// Reads a date as people type it. An ambiguous text is not a date.
import { dateWordsIn, monthNamed, type DateOrder } from './dateWords.ts'
import { latinDigits } from './text.ts'
import { dayOf } from './time.ts'

/**
 * A date that was understood (`YYYY-MM-DD`), an empty field, a text that is no date, or one that could be either of two:
 * day first, and month first.
 */
export type DateReading =
  | { kind: 'empty' }
  | { kind: 'date'; date: string }
  | { kind: 'unclear' }
  | { kind: 'ambiguous'; dayFirst: string; monthFirst: string }

interface Figures {
  readonly day: number
  readonly month: number
  readonly year: number
}

const earliestYear = 1880
const unclear: DateReading = { kind: 'unclear' }

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
  const yearFirst = inOrder(cut(4, 2, 2), 'ymd', today)
  return yearFirst.kind === 'date' ? yearFirst : yearLast(cut(2, 2, 4), order === 'ymd' ? null : order, today)
}

/**
 * Three figures of which the last one is the year.
 * @param order the order of day and month if both readings are dates; null if unknown
 */
function yearLast(figures: readonly string[], order: 'dmy' | 'mdy' | null, today: string): DateReading {
  const [dayFirst, monthFirst] = [inOrder(figures, 'dmy', today), inOrder(figures, 'mdy', today)]
  if (dayFirst.kind !== 'date') return monthFirst
  if (monthFirst.kind !== 'date' || order === 'dmy' || dayFirst.date === monthFirst.date) return dayFirst
  if (order === 'mdy') return monthFirst
  return { kind: 'ambiguous', dayFirst: dayFirst.date, monthFirst: monthFirst.date }
}

/** Three figures with something between them. */
function readSeparated(figures: readonly string[], hasDots: boolean, order: DateOrder, today: string): DateReading {
  if ((figures[0]?.length ?? 0) > 2) return inOrder(figures, 'ymd', today)
  if (order === 'ymd') {
    const yearFirst = inOrder(figures, 'ymd', today)
    return yearFirst.kind === 'date' ? yearFirst : yearLast(figures, null, today)
  }
  // Where people write dots, the day comes first; in a format with the month first it may be either.
  return yearLast(figures, hasDots && order === 'mdy' ? null : order, today)
}

/**
 * Reads a date from many forms: `1980-03-02`, `2.3.1980`, `03/02/1980`, `2 March 1980`, `Mar 2, 80`, `02031980`.
 * An ambiguous day and month are read in the order that dates are shown in, unless only the other reading
 * exists (`31/12/1980`); if that order does not decide, the text is ambiguous.
 * The future is not refused here: see `dateOfBirthProblem`.
 * @param text as typed
 * @param order in which dates are shown
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
  return readSeparated(figures, match[2] === '.', order, today)
}

/** What to ask about an ambiguous text, each date in its order; null for every other reading. */
export function dateQuestion(reading: DateReading): string | null {
  if (reading.kind !== 'ambiguous') return null
  const words = (order: DateOrder, date: string) => dateWordsIn({ order, clock: '24' }).longDate(date)
  return `Is that ${words('dmy', reading.dayFirst)} or ${words('mdy', reading.monthFirst)}? Write the month by name.`
}
