// What is typed into a range of motion: degrees, or the first letters of "limited" and "full".
import { largestDegrees, longestSleep, smallestDegrees, type RangeOfMotion } from '#shared/domain/measures.ts'

export interface RangeValue {
  readonly degrees: number | null
  readonly extent: RangeOfMotion['extentBefore']
}

/** @returns the value, with nothing in it for an empty text; undefined for a text that is neither */
export function readRange(text: string): RangeValue | undefined {
  const typed = text.trim().toLowerCase()
  if (typed === '') return { degrees: null, extent: null }
  const number = /^([-−]?\d{1,3})\s*°?$/u.exec(typed)?.[1]
  if (number !== undefined) {
    const degrees = Number(number.replace('−', '-'))
    return degrees >= smallestDegrees && degrees <= largestDegrees ? { degrees, extent: null } : undefined
  }
  const extent = (['limited', 'full'] as const).find((word) => word.startsWith(typed))
  return extent && { degrees: null, extent }
}

/** Hours of sleep by halves: "6", "6.5", "6,5", "6½". @returns null for an empty text, undefined for anything else */
export function readHours(text: string): number | null | undefined {
  const typed = text.trim().replace(',', '.').replace(/\s*½$/u, '.5').replace(/\s*h$/u, '')
  if (typed === '') return null
  if (!/^\d{0,2}(\.\d*)?$/u.test(typed)) return undefined
  const hours = Math.round(Number(typed) * 2) / 2
  return Number.isFinite(hours) && hours <= longestSleep ? hours : undefined
}
