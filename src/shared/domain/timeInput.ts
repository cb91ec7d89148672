// Reads a time of the day as people type it.
import type { HourClock } from './dateWords.ts'
import { latinDigits } from './text.ts'

/**
 * A time that was understood (`HH:mm`), an empty field, a text that is no time, or one that could be before or after
 * noon.
 */
export type TimeReading =
  | { kind: 'empty' }
  | { kind: 'time'; time: string }
  | { kind: 'unclear' }
  | { kind: 'ambiguous'; am: string; pm: string }

const unclear: TimeReading = { kind: 'unclear' }
const halves: Readonly<Record<string, 'am' | 'pm'>> = { a: 'am', am: 'am', p: 'pm', pm: 'pm' }
const two = (value: number) => String(value).padStart(2, '0')

/**
 * Reads a time from many forms: `14:05`, `14.05`, `14h05`, `1405`, `9`, `9:30 am`, `2 pm`, `2:05 p.m.`, `noon`.
 * Without am or pm the hours are those of 24. Under a clock of 12 hours a single figure, such as `2:05`, is ambiguous
 * then; `02:05` is not.
 * @param clock by which times are shown
 */
export function readTime(text: string, clock: HourClock): TimeReading {
  const typed = latinDigits(text.normalize('NFKC')).trim().toLowerCase()
  if (typed === '') return { kind: 'empty' }
  if (typed === 'noon') return { kind: 'time', time: '12:00' }
  const apart = typed.replace(/^(\d{1,2})(\d{2})(?!\d)/u, '$1:$2')
  const match = /^(\d{1,2})(?:\s*[:.h]\s*(\d{2}))?(?::\d{2})?\s*(?:h|uhr|([ap])\.?\s*(?:m\.?)?)?$/u.exec(apart)
  if (!match) return unclear
  const half = match[3] === undefined ? undefined : halves[match[3]]
  const [hours, minutes] = [Number(match[1]), Number(match[2] ?? 0)]
  if (minutes > 59 || hours > (half ? 12 : 23) || (half && hours === 0)) return unclear
  const hour = half === undefined ? hours : (hours % 12) + (half === 'pm' ? 12 : 0)
  const at = (hourOfDay: number) => `${two(hourOfDay)}:${two(minutes)}`
  const isOneFigure = match[1]?.length === 1 && hour > 0
  if (clock === '12' && half === undefined && isOneFigure) return { kind: 'ambiguous', am: at(hour), pm: at(hour + 12) }
  return { kind: 'time', time: at(hour) }
}
