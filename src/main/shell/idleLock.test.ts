import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { makeIdleLock } from './idleLock.ts'

describe('the idle lock', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('fires once after its minutes without a sign of life', () => {
    const onIdle = vi.fn()
    makeIdleLock(onIdle).start(10)
    vi.advanceTimersByTime(10 * 60_000 - 1)
    expect(onIdle).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(onIdle).toHaveBeenCalledTimes(1)
    vi.advanceTimersByTime(60 * 60_000)
    expect(onIdle).toHaveBeenCalledTimes(1)
  })

  it('waits anew after every sign of life', () => {
    const onIdle = vi.fn()
    const lock = makeIdleLock(onIdle)
    lock.start(2)
    for (let minute = 0; minute < 30; minute++) {
      vi.advanceTimersByTime(60_000)
      lock.activity()
    }
    expect(onIdle).not.toHaveBeenCalled()
    vi.advanceTimersByTime(2 * 60_000)
    expect(onIdle).toHaveBeenCalledTimes(1)
  })

  it('stays quiet while it is stopped, whatever happens', () => {
    const onIdle = vi.fn()
    const lock = makeIdleLock(onIdle)
    lock.start(1)
    lock.stop()
    lock.activity()
    vi.advanceTimersByTime(60 * 60_000)
    expect(onIdle).not.toHaveBeenCalled()
  })

  it('takes a new limit at once', () => {
    const onIdle = vi.fn()
    const lock = makeIdleLock(onIdle)
    lock.start(60)
    lock.start(1)
    vi.advanceTimersByTime(60_000)
    expect(onIdle).toHaveBeenCalledTimes(1)
  })
})
