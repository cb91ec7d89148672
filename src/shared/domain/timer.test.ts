import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clockWords, elapsedSeconds, minutesByArea, runningSpan, timedUnits, timeLeft } from './timer.ts'

const base = Date.parse('2026-11-23T14:00:00.000Z')
const at = (seconds: number) => new Date(base + seconds * 1000).toISOString()
const span = (start: number, end: number | null, treatedAreaId: string | null = null) => ({
  treatedAreaId,
  startedAt: at(start),
  endedAt: end === null ? null : at(end),
})

/** Spans one after the other, as the timer makes them; the last one may still run. */
const anySpans = fc
  .array(
    fc.record({
      pause: fc.nat(600),
      length: fc.nat(7200),
      area: fc.constantFrom(null, 'neck', 'back'),
      runs: fc.boolean(),
    }),
    { maxLength: 12 },
  )
  .map((parts) => {
    let clock = 0
    return parts.map(({ pause, length, area, runs }, index) => {
      const start = clock + pause
      clock = start + length
      return span(start, runs && index === parts.length - 1 ? null : clock, area)
    })
  })

describe('the time that has gone by', () => {
  it('is the sum of the spans, the running one up to now', () => {
    expect(elapsedSeconds([span(0, 60), span(100, null)], at(130))).toBe(90)
    expect(elapsedSeconds([], at(0))).toBe(0)
  })

  it('is never negative, wherever the clock was set', () => {
    fc.assert(
      fc.property(anySpans, fc.integer({ min: -1e6, max: 1e6 }), (spans, now) => {
        expect(elapsedSeconds(spans, at(now))).toBeGreaterThanOrEqual(0)
        for (const minutes of minutesByArea(spans, at(now)).values()) expect(minutes).toBeGreaterThan(0)
      }),
    )
  })

  it('never shrinks while the clock goes on', () => {
    fc.assert(
      fc.property(anySpans, fc.nat(100_000), fc.nat(100_000), (spans, now, later) => {
        expect(elapsedSeconds(spans, at(now + later))).toBeGreaterThanOrEqual(elapsedSeconds(spans, at(now)))
      }),
    )
  })

  it('is the same however it is cut into areas', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), (first, second) => {
        const whole = [span(0, first + second)]
        const cut = [span(0, first, 'neck'), span(first, first + second, 'back')]
        expect(elapsedSeconds(cut, at(0))).toBe(elapsedSeconds(whole, at(0)))
      }),
    )
  })
})

describe('the minutes of each area', () => {
  it('are those of its own spans, rounded, and leave out what is for the whole session', () => {
    const spans = [span(0, 600), span(600, 900, 'neck'), span(900, 1320, 'back'), span(1320, null, 'neck')]
    expect([...minutesByArea(spans, at(1320 + 400))]).toEqual([
      ['neck', 12],
      ['back', 7],
    ])
    expect(minutesByArea([span(0, 20, 'neck')], at(0)).size).toBe(0)
  })

  it('together are the session’s time within half a minute for each area', () => {
    fc.assert(
      fc.property(anySpans, fc.nat(10_000), (spans, now) => {
        const inAreas = spans.filter(({ treatedAreaId }) => treatedAreaId !== null)
        const sum = [...minutesByArea(spans, at(now)).values()].reduce((total, minutes) => total + minutes, 0)
        expect(Math.abs(sum * 60 - elapsedSeconds(inAreas, at(now)))).toBeLessThanOrEqual(2 * 30 + 1)
      }),
    )
  })
})

describe('the running span', () => {
  it('is the one without an end', () => {
    expect(runningSpan([span(0, 60), span(60, null, 'neck')])?.treatedAreaId).toBe('neck')
    expect(runningSpan([span(0, 60)])).toBeNull()
  })
})

describe('the time left', () => {
  it('turns short in the last five minutes and stays so over time', () => {
    expect(timeLeft(54 * 60 + 59, 60)).toEqual({ seconds: 301, isShort: false })
    expect(timeLeft(55 * 60, 60)).toEqual({ seconds: 300, isShort: true })
    expect(timeLeft(61 * 60, 60)).toEqual({ seconds: -60, isShort: true })
  })

  it('reads as minutes and seconds, long times with hours, over time with a minus', () => {
    expect(clockWords(0)).toBe('00:00')
    expect(clockWords(38 * 60 + 12)).toBe('38:12')
    expect(clockWords(99 * 60 + 59)).toBe('99:59')
    expect(clockWords(100 * 60)).toBe('1:40:00')
    expect(clockWords(-65)).toBe('−01:05')
  })
})

describe('timed units', () => {
  it.each([
    [0, 7, 0],
    [8, 22, 1],
    [23, 37, 2],
    [38, 52, 3],
    [53, 67, 4],
    [68, 82, 5],
    [83, 97, 6],
    [98, 112, 7],
    [113, 127, 8],
  ])('from %i to %i minutes are %i', (first, last, units) => {
    for (let minutes = first; minutes <= last; minutes += 1) expect(timedUnits(minutes)).toBe(units)
  })
})
