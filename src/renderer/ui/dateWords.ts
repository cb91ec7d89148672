// Dates and times as this computer shows them: the words of `shared/domain/dateWords.ts` in the order and by the clock that
// are set on it, otherwise as its region writes them.
import { createStore, useStore } from 'zustand'
import {
  dateOrders,
  dateWordsIn,
  hourClocks,
  recordFormat,
  type DateFormat,
  type DateWords,
} from '#shared/domain/dateWords.ts'
import { dayAt, offsetHere } from '#shared/domain/time.ts'
import { keepHere, keptHere, onKeptElsewhere } from './machineStore.ts'

/** What was chosen; null goes by the system. */
export type DateSetting = { readonly [K in keyof DateFormat]: DateFormat[K] | null }

const keys: Readonly<Record<keyof DateFormat, string>> = { order: 'palpate-date-order', clock: 'palpate-hour-clock' }

let ofSystem: DateFormat = recordFormat

interface Dates {
  readonly setting: DateSetting
  /** The format in force; the same object while it does not change. */
  readonly shown: DateFormat
  readonly words: DateWords
}
const shownIn = (shown: DateFormat) => ({ shown, words: dateWordsIn(shown) })
const store = createStore<Dates>(() => ({ setting: { order: null, clock: null }, ...shownIn(recordFormat) }))

function stored<T extends string>(key: string, values: readonly T[]): T | null {
  const kept = keptHere(key)
  return values.find((value) => value === kept) ?? null
}

function use(setting: DateSetting): void {
  const format = { order: setting.order ?? ofSystem.order, clock: setting.clock ?? ofSystem.clock }
  const isSame = ({ order, clock }: DateFormat) => order === format.order && clock === format.clock
  store.setState(({ shown }) => ({ setting, ...(!isSame(shown) && shownIn(format)) }))
}

const useStored = () => use({ order: stored(keys.order, dateOrders), clock: stored(keys.clock, hourClocks) })

/** Shows dates as set, or as the system has them. Called once, before the first render. */
export function followDateFormat(system: DateFormat): void {
  ofSystem = system
  useStored()
  onKeptElsewhere(Object.values(keys), useStored)
}

/** Shows dates in this format, whatever is set: for a page that is printed. */
export function showDatesIn(format: DateFormat): void {
  store.setState(shownIn(format))
}

/** Changes what was chosen; null goes by the system. */
export function setDateSetting(change: Partial<DateSetting>): void {
  const next = { ...store.getState().setting, ...change }
  for (const part of ['order', 'clock'] as const) keepHere(keys[part], next[part])
  use(next)
}

/** The format in force; the same object while it does not change. */
export const shownDateFormat = (): DateFormat => store.getState().shown

/** Inside of `memo` too: a component that shows dates renders again when the format changes. */
export const useDateFormat = (): DateFormat => useStore(store, ({ shown }) => shown)
export const useDateSetting = (): DateSetting => useStore(store, ({ setting }) => setting)

/** The words of the format in force now. */
const now = (): DateWords => store.getState().words

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
