import { describe, expect, it } from 'vitest'
import { offsetHere } from '#shared/domain/time.ts'
import { instantDayOnScreen, instantOnScreen, momentOnScreen } from './instantWords.ts'

const at = '2026-11-29T03:30:00.000Z'
const here = offsetHere(at)
const elsewhere = here === 540 ? -300 : 540

describe('an instant on screen', () => {
  it('is told by the clock that it was kept by, which is named where it is another than this computer’s', () => {
    expect(instantOnScreen(at, elsewhere)).toBe(
      elsewhere === 540 ? '29 Nov 2026, 12:30, UTC+9' : '28 Nov 2026, 22:30, UTC−5',
    )
    expect(instantDayOnScreen(at, elsewhere)).toBe(elsewhere === 540 ? '29 Nov 2026, UTC+9' : '28 Nov 2026, UTC−5')
  })

  it('is told without a zone where the clock is this computer’s, or was not kept', () => {
    expect(instantOnScreen(at, here)).toMatch(/^\d+ Nov 2026, \d\d:\d\d$/)
    expect(instantOnScreen(at, null)).toBe(instantOnScreen(at, here))
    expect(instantDayOnScreen(at, null)).toMatch(/^\d+ Nov 2026$/)
  })

  it('of today is an hour, of another day a day and an hour', () => {
    const [day, time] = [instantOnScreen(at, null).split(', ')[0], instantOnScreen(at, null).split(', ')[1]]
    const today = `2026-11-${day?.slice(0, 2)}`
    expect(momentOnScreen(at, today)).toBe(time)
    expect(momentOnScreen(at, '2026-11-01')).toMatch(/^(Sat|Sun) \d+ Nov, \d\d:\d\d$/)
  })
})
