// Parses a measured amount: a number, or a text that is kept as it is.
import { latinDigits, storable } from '#shared/domain/text.ts'
import { largestDegrees, longestSleep, smallestDegrees, type RangeOfMotion } from '#shared/domain/measures.ts'
import type { Hours } from '../../draft/measures.ts'

export interface RangeValue {
  readonly degrees: number | null
  readonly extent: RangeOfMotion['extentBefore']
  /** What was typed where it is neither. */
  readonly text: string | undefined
}

const textOf = (typed: string): string | undefined => storable(typed).trim() || undefined

/** Degrees ("45", "45°"), limited or full by their first letters, or a text such as "45-50"; nothing for an empty one. */
export function readRange(text: string): RangeValue {
  const typed = latinDigits(text).trim().toLowerCase()
  const number = /^([-−]?\d{1,3})\s*°?$/u.exec(typed)?.[1]
  const degrees = number === undefined ? null : Number(number.replace('−', '-'))
  if (degrees !== null && degrees >= smallestDegrees && degrees <= largestDegrees)
    return { degrees, extent: null, text: undefined }
  const extent = typed === '' ? undefined : (['limited', 'full'] as const).find((word) => word.startsWith(typed))
  return extent ? { degrees: null, extent, text: undefined } : { degrees: null, extent: null, text: textOf(text) }
}

/** Hours of sleep by halves ("6", "6.5", "6,5", "6½", "6 h"), or a text such as "5-6 h"; nothing for an empty one. */
export function readHours(text: string): Hours {
  const typed = latinDigits(text).trim().replace(/[,٫]/u, '.').replace(/\s*h$/u, '').replace(/\s*½$/u, '.5')
  const hours = /^(\d{1,2}|\d{0,2}\.\d+|\d{1,2}\.)$/u.test(typed) ? Number(typed) : null
  const isKept = hours !== null && hours <= longestSleep && Number.isInteger(hours * 2)
  return isKept ? { hours, text: undefined } : { hours: null, text: textOf(text) }
}
