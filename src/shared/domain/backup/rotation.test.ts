import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { goneBy, keptOf, surplusBackups } from './rotation.ts'

const madeAt = (day: string, time = '12:00:00') => ({ madeAt: `${day}T${time}` })
const daysFrom = (first: string, count: number) =>
  Array.from({ length: count }, (_, at) =>
    madeAt(new Date(Date.parse(`${first}T00:00:00Z`) + at * 86_400_000).toISOString().slice(0, 10)),
  )
const newestFirst = <B extends { madeAt: string }>(backups: readonly B[]) =>
  backups.toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : a.madeAt > b.madeAt ? -1 : 0))
const keptAfter = <B extends { madeAt: string }>(backups: readonly B[]) => {
  const surplus = new Set(surplusBackups(newestFirst(backups)))
  return backups.filter((backup) => !surplus.has(backup))
}

const instants = fc
  .integer({ min: Date.UTC(2000, 0, 1) / 1000, max: Date.UTC(2090, 0, 1) / 1000 })
  .map((seconds) => ({ madeAt: new Date(seconds * 1000).toISOString().slice(0, 19) }))

describe('rotation', () => {
  it('with a backup every day for two years / keeps 7 days, 5 weeks and 12 months', () => {
    const kept = keptAfter(daysFrom('2024-11-30', 731)).map((backup) => backup.madeAt.slice(0, 10))
    const monthEnds = '2025-12-31 2026-01-31 2026-02-28 2026-03-31 2026-04-30 2026-05-31'
    const moreMonthEnds = '2026-06-30 2026-07-31 2026-08-31 2026-09-30 2026-10-31'
    const sundays = '2026-11-08 2026-11-15 2026-11-22'
    const lastDays = '2026-11-24 2026-11-25 2026-11-26 2026-11-27 2026-11-28 2026-11-29 2026-11-30'
    expect(kept).toEqual(`${monthEnds} ${moreMonthEnds} ${sundays} ${lastDays}`.split(' '))
  })

  it('of several backups of one day / keeps the newest', () => {
    const backups = [
      madeAt('2026-11-30', '08:00:00'),
      madeAt('2026-11-30', '18:00:00'),
      madeAt('2026-11-30', '12:00:00'),
    ]
    expect(keptAfter(backups)).toEqual([madeAt('2026-11-30', '18:00:00')])
  })

  it('of a day on which the clock was set back / keeps the one that was made last', () => {
    const last = madeAt('2026-11-30', '12:30:00')
    expect(surplusBackups([last, madeAt('2026-11-30', '13:00:00')])).toEqual([madeAt('2026-11-30', '13:00:00')])
  })

  it('after a backup under a clock that was years ahead / gives up one day, one week and one month at most', () => {
    const usual = daysFrom('2026-01-01', 334)
    const kept = new Set(keptAfter([...usual, madeAt('2041-01-01')]))
    expect(keptAfter(usual).filter((backup) => !kept.has(backup)).length).toBeLessThanOrEqual(3)
    expect([...kept]).toContainEqual(madeAt('2026-11-30'))
  })

  it('of any backups / keeps the newest, and never more than the sum of all periods', () => {
    fc.assert(
      fc.property(fc.array(instants, { minLength: 1, maxLength: 120 }), (backups) => {
        const kept = keptAfter(backups)
        const newest = backups
          .map((backup) => backup.madeAt)
          .toSorted()
          .at(-1)
        expect(kept.map((backup) => backup.madeAt)).toContain(newest)
        expect(kept.length).toBeLessThanOrEqual(keptOf.day + keptOf.week + keptOf.month)
      }),
    )
  })

  it('when it is applied again / removes nothing more', () => {
    fc.assert(
      fc.property(fc.array(instants, { maxLength: 120 }), (backups) => {
        expect(surplusBackups(newestFirst(keptAfter(backups)))).toEqual([])
      }),
    )
  })

  it('of any backups / keeps one of the newest seven days that have one', () => {
    fc.assert(
      fc.property(fc.array(instants, { minLength: 1, maxLength: 120 }), (backups) => {
        const days = (of: readonly { madeAt: string }[]) => new Set(of.map((backup) => backup.madeAt.slice(0, 10)))
        const newestDays = [...days(backups)].toSorted().slice(-keptOf.day)
        expect([...days(keptAfter(backups))]).toEqual(expect.arrayContaining(newestDays))
      }),
    )
  })
})

describe('the day by which a backup is gone', () => {
  it.each([
    ['2026-11-30T12:00:00', '2027-11-01'],
    ['2026-01-01T00:00:00', '2027-01-01'],
    ['2026-12-31T23:59:59', '2027-12-01'],
  ])('of one made at %s / is %s', (at, day) => {
    expect(goneBy(at)).toBe(day)
  })

  it('with any backup in every month until then / is gone from the first one on', () => {
    const dayInMonth = fc.integer({ min: 1, max: 28 })
    fc.assert(
      fc.property(instants, fc.array(dayInMonth, { minLength: 12, maxLength: 12 }), (first, days) => {
        const start = Number(first.madeAt.slice(0, 4)) * 12 + Number(first.madeAt.slice(5, 7)) - 1
        const later = days.map((day, at) => {
          const months = start + 1 + at
          const month = String((months % 12) + 1).padStart(2, '0')
          return madeAt(`${Math.floor(months / 12)}-${month}-${String(day).padStart(2, '0')}`)
        })
        // Rotated after each of them, as it happens.
        let kept: { madeAt: string }[] = [first]
        for (const backup of later) kept = keptAfter([...kept, backup])
        expect((later.at(-1)?.madeAt ?? '') >= goneBy(first.madeAt)).toBe(true)
        expect(kept).not.toContainEqual(first)
      }),
    )
  })
})
