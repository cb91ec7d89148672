// When the people of the demo practice come: two years of an appointment book without collisions.
import { addMinutes, partsOfDay } from '#shared/domain/time.ts'
import type { Person, Rhythm } from './people.ts'
import type { Random } from './random.ts'

export interface Visit {
  readonly person: Person
  /** Wall-clock time. */
  readonly serviceStart: string
  readonly lengthMinutes: number
}

const minutesPerDay = 24 * 60
const firstSlot = 8 * 60
const lastSlot = 18 * 60
const slotMinutes = 30

/** The weeks between one visit and the next, by how many visits have been. */
const weeksToNext: Readonly<Record<Rhythm, (visits: number) => number>> = {
  steady: () => 1,
  fortnightly: (visits) => (visits < 4 ? 1 : 2),
  monthly: () => 4,
  course: (visits) => (visits < 8 ? 1 : visits < 14 ? 2 : 4),
  short: (visits) => (visits < 6 ? 1 : Infinity),
  new: (visits) => (visits < 2 ? 1 : Infinity),
}

const dayAfter = (day: string, days: number) => addMinutes(`${day}T00:00`, days * minutesPerDay).slice(0, 10)

const isClosed = (day: string) => {
  const monthAndDay = day.slice(5)
  const { weekday } = partsOfDay(day)
  const isWeekend = weekday === 0 || weekday === 6
  return (
    isWeekend || monthAndDay >= '12-23' || monthAndDay <= '01-02' || (monthAndDay >= '08-05' && monthAndDay <= '08-18')
  )
}

/**
 * Plans every visit before a day, oldest first.
 * @param today `YYYY-MM-DD`
 */
export function planVisits(random: Random, people: readonly Person[], today: string): Visit[] {
  const taken = new Set<string>()

  /** Books the free time nearest to the wished one on this day or the next few; null when there is none. */
  const book = (day: string, wished: number, minutes: number): string | null => {
    for (let later = 0; later < 5; later++) {
      const date = dayAfter(day, later)
      if (isClosed(date) || date >= today) continue
      const starts = Array.from(
        { length: (lastSlot - firstSlot) / slotMinutes + 1 },
        (_, slot) => firstSlot + slot * slotMinutes,
      )
      const nearest = starts.toSorted((a, b) => Math.abs(a - wished) - Math.abs(b - wished))
      for (const start of nearest) {
        const times = Array.from({ length: minutes / slotMinutes }, (_, part) =>
          addMinutes(`${date}T00:00`, start + part * slotMinutes),
        )
        if (times.some((time) => taken.has(time))) continue
        for (const time of times) taken.add(time)
        return times[0] ?? null
      }
    }
    return null
  }

  const visits = people.flatMap((person) => {
    const own: Visit[] = []
    const wished = firstSlot + random.between(0, 18) * slotMinutes
    let day = dayAfter(today, -7 * person.since + random.between(0, 4))
    while (day < today) {
      const isMissed = own.length > 0 && random.chance(0.06)
      const usual = own.length === 0 ? Math.max(person.length, 60) : person.length
      const lengthMinutes = own.length > 0 && random.chance(0.05) ? random.pick([30, 60, 90]) : usual
      const serviceStart = isMissed ? null : book(day, wished, lengthMinutes)
      if (serviceStart) own.push({ person, serviceStart, lengthMinutes })
      const weeks = weeksToNext[person.rhythm](own.length)
      if (weeks === Infinity) break
      day = dayAfter(day, weeks * 7)
    }
    return own
  })
  return visits.toSorted((a, b) => (a.serviceStart < b.serviceStart ? -1 : 1))
}
