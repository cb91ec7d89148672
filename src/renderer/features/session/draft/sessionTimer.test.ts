import { describe, expect, it } from 'vitest'
import type { DraftChange } from '#shared/contract/drafts.ts'
import { elapsedSeconds, runningSpan, type TimedSpan } from '#shared/domain/timer.ts'
import type { ReadPart } from './autosave.ts'
import { createSessionTimer } from './sessionTimer.ts'

const base = Date.parse('2026-11-23T14:00:00.000Z')
const neck = '00000000-0000-4000-8000-00000000000a'

/** A timer whose clock, ids and store a test holds; saves run when it says so. */
function timerUnderTest(stored: TimedSpan[] = []) {
  const store = new Map(stored.map((span) => [span.id, span]))
  let seconds = 0
  let ids = 0
  let read: ReadPart | null = null
  let failures = 0
  const now = () => new Date(base + seconds * 1000).toISOString()
  const refuse = () => {
    if (failures === 0) return
    failures -= 1
    throw new Error('DISK_FULL')
  }
  const make = ({ operation, input }: DraftChange) => {
    refuse()
    if (operation === 'timer:remove') store.delete(input.id)
    if (operation !== 'timer:put') return
    const { span } = input
    const isOtherRunning = [...store.values()].some(({ id, endedAt }) => id !== span.id && endedAt === null)
    if (span.endedAt === null && isOtherRunning) throw new Error('running')
    store.set(span.id, span)
  }
  const timer = createSessionTimer(
    { id: 'session', timedSpans: stored },
    { change: (_, next) => void (read = next) },
    { now, newId: () => `id-${String((ids += 1))}` },
  )
  const save = () => {
    const { changes, onSaved } = read?.() ?? { changes: [] }
    const before = [...store]
    try {
      for (const change of changes) make(change)
    } catch (error) {
      store.clear()
      for (const [id, span] of before) store.set(id, span)
      throw error
    }
    onSaved?.()
  }
  return {
    timer,
    store: () => [...store.values()],
    wait: (more: number) => void (seconds += more),
    failNext: (times: number) => void (failures = times),
    saved: async () => save(),
    elapsed: () => elapsedSeconds(timer.spans(), now()),
  }
}

describe('the session’s timer', () => {
  it('starts once, counts, stops, and goes on', async () => {
    const { timer, wait, elapsed, saved, store } = timerUnderTest()
    timer.start()
    timer.start()
    wait(90)
    expect(elapsed()).toBe(90)
    timer.stop()
    timer.stop()
    wait(60)
    timer.start()
    wait(10)
    expect(elapsed()).toBe(100)
    await saved()
    expect(store()).toHaveLength(2)
    expect(store()).toEqual(timer.spans())
  })

  it('counts for the area that is worked on, from the moment that it is said', async () => {
    const { timer, wait, saved, store } = timerUnderTest()
    timer.workOn(neck)
    expect(timer.spans()).toEqual([])
    timer.start()
    wait(60)
    timer.workOn(neck)
    timer.workOn(neck)
    wait(120)
    timer.workOn(null)
    expect(timer.spans().map(({ treatedAreaId }) => treatedAreaId)).toEqual([null, neck, null])
    await saved()
    expect(store().filter(({ endedAt }) => endedAt === null)).toHaveLength(1)
  })

  it('never runs backwards when the clock is set back', async () => {
    const { timer, wait, elapsed, saved, store } = timerUnderTest()
    timer.start()
    wait(-3600)
    expect(elapsed()).toBe(0)
    timer.stop()
    await saved()
    const [span] = store()
    expect(span?.endedAt).toBe(span?.startedAt)
  })

  it('is forgotten and brought back as it was', async () => {
    const { timer, wait, elapsed, saved, store } = timerUnderTest()
    timer.start()
    wait(300)
    const bringBack = timer.reset()
    expect(timer.spans()).toEqual([])
    await saved()
    expect(store()).toEqual([])
    wait(5)
    timer.start()
    wait(5)
    bringBack()
    expect(runningSpan(timer.spans())).not.toBeNull()
    expect(elapsed()).toBe(310)
    await saved()
    expect(store()).toEqual(timer.spans())
  })

  it('is stored in the end, in an order that the store takes, however often a save fails', async () => {
    const { timer, wait, failNext, saved, store } = timerUnderTest()
    timer.start()
    failNext(1)
    await expect(saved()).rejects.toThrow('DISK_FULL')
    wait(60)
    timer.workOn(neck)
    failNext(1)
    await expect(saved()).rejects.toThrow('DISK_FULL')
    await saved()
    expect(store()).toEqual(timer.spans())
  })

  it('goes on from what is stored', () => {
    const running = { id: neck, treatedAreaId: null, startedAt: new Date(base - 60_000).toISOString(), endedAt: null }
    const { timer, elapsed } = timerUnderTest([running])
    timer.start()
    expect(timer.spans()).toEqual([running])
    expect(elapsed()).toBe(60)
  })
})
