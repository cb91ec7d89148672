// In which order dates are shown and by which clock: as set on this computer, otherwise as its region writes them.
import { useSyncExternalStore } from 'react'
import { dateOrders, hourClocks, recordFormat, type DateFormat } from '#shared/domain/dateWords.ts'
import { keepHere, keptHere, onKeptElsewhere } from './machineStore.ts'

/** What was chosen; null goes by the system. */
export type DateSetting = { readonly [K in keyof DateFormat]: DateFormat[K] | null }

const keys: Readonly<Record<keyof DateFormat, string>> = { order: 'palpate-date-order', clock: 'palpate-hour-clock' }
const chosen: DateSetting = { order: null, clock: null }

let ofSystem: DateFormat = recordFormat
let setting = chosen
let shown: DateFormat = recordFormat
const listeners = new Set<() => void>()

function stored<T extends string>(key: string, values: readonly T[]): T | null {
  const kept = keptHere(key)
  return values.find((value) => value === kept) ?? null
}

function use(next: DateSetting): void {
  setting = next
  const format = { order: next.order ?? ofSystem.order, clock: next.clock ?? ofSystem.clock }
  if (format.order !== shown.order || format.clock !== shown.clock) shown = format
  for (const listener of listeners) listener()
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
  shown = format
}

/** Changes what was chosen; null goes by the system. */
export function setDateSetting(change: Partial<DateSetting>): void {
  const next = { ...setting, ...change }
  for (const part of ['order', 'clock'] as const) keepHere(keys[part], next[part])
  use(next)
}

/** The format in force; the same object while it does not change. */
export const shownDateFormat = (): DateFormat => shown

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Also for what is drawn once and kept (`memo`): what shows a date there is drawn anew with the format. */
export const useDateFormat = (): DateFormat => useSyncExternalStore(subscribe, shownDateFormat, shownDateFormat)
export const useDateSetting = (): DateSetting => useSyncExternalStore(subscribe, () => setting)
