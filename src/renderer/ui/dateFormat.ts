// In which order dates are shown and by which clock: as set on this computer, otherwise as its region writes them.
import { createStore, useStore } from 'zustand'
import { dateOrders, hourClocks, recordFormat, type DateFormat } from '#shared/domain/dateWords.ts'
import { keepHere, keptHere, onKeptElsewhere } from './machineStore.ts'

/** What was chosen; null goes by the system. */
export type DateSetting = { readonly [K in keyof DateFormat]: DateFormat[K] | null }

const keys: Readonly<Record<keyof DateFormat, string>> = { order: 'palpate-date-order', clock: 'palpate-hour-clock' }

let ofSystem: DateFormat = recordFormat

interface Dates {
  readonly setting: DateSetting
  /** The format in force; the same object while it does not change. */
  readonly shown: DateFormat
}
const store = createStore<Dates>(() => ({ setting: { order: null, clock: null }, shown: recordFormat }))

function stored<T extends string>(key: string, values: readonly T[]): T | null {
  const kept = keptHere(key)
  return values.find((value) => value === kept) ?? null
}

function use(setting: DateSetting): void {
  const format = { order: setting.order ?? ofSystem.order, clock: setting.clock ?? ofSystem.clock }
  const isSame = ({ order, clock }: DateFormat) => order === format.order && clock === format.clock
  store.setState(({ shown }) => ({ setting, shown: isSame(shown) ? shown : format }))
}

const useStored = () => use({ order: stored(keys.order, dateOrders), clock: stored(keys.clock, hourClocks) })

/** Shows dates as set, or as the system has them. Once, before anything is drawn. */
export function followDateFormat(system: DateFormat): void {
  ofSystem = system
  useStored()
  onKeptElsewhere(Object.values(keys), useStored)
}

/** Shows dates in this format, whatever is set: on a page that is printed for somebody who sees it so. */
export function showDatesIn(format: DateFormat): void {
  store.setState({ shown: format })
}

/** Changes what was chosen; null goes by the system. */
export function setDateSetting(change: Partial<DateSetting>): void {
  const next = { ...store.getState().setting, ...change }
  for (const part of ['order', 'clock'] as const) keepHere(keys[part], next[part])
  use(next)
}

/** The format in force; the same object while it does not change. */
export const shownDateFormat = (): DateFormat => store.getState().shown

/** Also for what is drawn once and kept (`memo`): what shows a date there is drawn anew with the format. */
export const useDateFormat = (): DateFormat => useStore(store, ({ shown }) => shown)
export const useDateSetting = (): DateSetting => useStore(store, ({ setting }) => setting)
