// Reads a time of the day as people type it.

/** A time that was understood (`HH:mm`), an empty field, or a text that is no time. */
export type TimeReading = { kind: 'empty' } | { kind: 'time'; time: string } | { kind: 'unclear' }

const unclear: TimeReading = { kind: 'unclear' }
const halves: Readonly<Record<string, 'am' | 'pm'>> = { a: 'am', am: 'am', p: 'pm', pm: 'pm' }
const two = (value: number) => String(value).padStart(2, '0')

/**
 * Reads a time from many forms: `14:05`, `14.05`, `14h05`, `1405`, `9`, `9:30 am`, `2 pm`, `2:05 p.m.`, `noon`.
 * Without am or pm the hours are those of 24.
 */
export function readTime(text: string): TimeReading {
  const typed = text.normalize('NFKC').trim().toLowerCase()
  if (typed === '') return { kind: 'empty' }
  if (typed === 'noon') return { kind: 'time', time: '12:00' }
  const apart = typed.replace(/^(\d{1,2})(\d{2})(?!\d)/u, '$1:$2')
  const match = /^(\d{1,2})(?:\s*[:.h]\s*(\d{2}))?(?::\d{2})?\s*(?:h|uhr|([ap])\.?\s*(?:m\.?)?)?$/u.exec(apart)
  if (!match) return unclear
  const half = match[3] === undefined ? undefined : halves[match[3]]
  const [hours, minutes] = [Number(match[1]), Number(match[2] ?? 0)]
  if (minutes > 59 || hours > (half ? 12 : 23) || (half && hours === 0)) return unclear
  const hour = half === undefined ? hours : (hours % 12) + (half === 'pm' ? 12 : 0)
  return { kind: 'time', time: `${two(hour)}:${two(minutes)}` }
}
