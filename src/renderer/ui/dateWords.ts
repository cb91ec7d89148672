// Dates and times as this computer shows them: the words of `shared/domain/dateWords.ts` in the format in force.
import { dateWordsIn, type DateFormat, type DateWords } from '#shared/domain/dateWords.ts'
import { dayAt, offsetHere } from '#shared/domain/time.ts'
import { shownDateFormat } from './dateFormat.ts'

let of: DateFormat | undefined
let words: DateWords | undefined

/** The words of the format in force now. */
function now(): DateWords {
  const format = shownDateFormat()
  if (words === undefined || format !== of) [of, words] = [format, dateWordsIn(format)]
  return words
}

// Each as `DateWords` says.
export const dateWords: DateWords['date'] = (day) => now().date(day)
export const dayAndMonthWords: DateWords['dayAndMonth'] = (day) => now().dayAndMonth(day)
export const shortDateWords: DateWords['shortDate'] = (day, today) => now().shortDate(day, today)
export const dayWords: DateWords['weekdayAndDate'] = (day, today) => now().weekdayAndDate(day, today)
export const longDateWords: DateWords['longDate'] = (day) => now().longDate(day)
export const longDateBeside: DateWords['longDateBeside'] = (day, beside) => now().longDateBeside(day, beside)
export const timeWords: DateWords['time'] = (wallTime) => now().time(wallTime)
export const wallTimeWords: DateWords['wallTime'] = (wallTime) => now().wallTime(wallTime)
export const instantOnScreen: DateWords['instantShort'] = (at, offset) => now().instantShort(at, offset)
export const instantDayOnScreen: DateWords['instantDayShort'] = (at, offset) => now().instantDayShort(at, offset)
export const momentOnScreen: DateWords['moment'] = (at, today) => now().moment(at, today)
export const instantWords: DateWords['instant'] = (at, offset) => now().instant(at, offset)
export const instantWordsToTheSecond: DateWords['instantToTheSecond'] = (at, offset) =>
  now().instantToTheSecond(at, offset)
export const instantDayWords: DateWords['instantDay'] = (at, offset) => now().instantDay(at, offset)

/** The day of an instant by this computer's clock, `YYYY-MM-DD`. */
export const dayHere = (at: string): string => dayAt(at, offsetHere(at))
