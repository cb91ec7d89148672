import { describe, expect, it } from 'vitest'
import type { FlushOutcome } from './flushRenderer.ts'
import { lockByHand, makeLock } from './lock.ts'

const recorded = (outcome: FlushOutcome, isUnlocked: boolean) => {
  const steps: string[] = []
  const lock = makeLock({
    isUnlocked: () => isUnlocked,
    flush: () => Promise.resolve(outcome),
    hide: () => void steps.push('hide'),
    abandonWork: () => void steps.push('abandon'),
    forgetKey: async () => void steps.push('forget key'),
    replacePages: async () => void steps.push('replace pages'),
  })
  return { steps, lock }
}

describe('locking', () => {
  it('forgets the key only after the work on screen is saved, then empties the page', async () => {
    const { steps, lock } = recorded('saved', true)
    expect(await lock()).toBe(true)
    expect(steps).toEqual(['hide', 'abandon', 'forget key', 'replace pages'])
  })

  it('stays open rather than lose text that cannot be saved', async () => {
    const { steps, lock } = recorded('unsaved', true)
    expect(await lock()).toBe(false)
    expect(steps).toEqual([])
  })

  it('does not wait for a field that cannot be stored: nobody may be there', async () => {
    const { steps, lock } = recorded('unstored', true)
    expect(await lock()).toBe(true)
    expect(steps).toEqual(['hide', 'abandon', 'forget key', 'replace pages'])
  })

  it.each([
    { outcome: 'unstored', isTaken: false, isLocked: false },
    { outcome: 'unstored', isTaken: true, isLocked: true },
    { outcome: 'saved', isTaken: false, isLocked: true },
  ] as const)('by hand, with work that is $outcome and a loss taken: $isTaken, locks: $isLocked', async (one) => {
    const { steps, lock } = recorded(one.outcome, true)
    await lockByHand({
      isUnlocked: () => true,
      flush: () => Promise.resolve(one.outcome),
      lock,
      isLossTaken: () => Promise.resolve(one.isTaken),
    })
    expect(steps.includes('forget key')).toBe(one.isLocked)
  })

  it('locks a page that gives no answer', async () => {
    const { steps, lock } = recorded('no answer', true)
    expect(await lock()).toBe(true)
    expect(steps).toEqual(['hide', 'abandon', 'forget key', 'replace pages'])
  })

  it('happens once when it is asked for several times at once', async () => {
    const { steps, lock } = recorded('saved', true)
    await Promise.all([lock(), lock(), lock()])
    expect(steps).toEqual(['hide', 'abandon', 'forget key', 'replace pages'])
  })

  it('does nothing to a locked app', async () => {
    const { steps, lock } = recorded('saved', false)
    expect(await lock()).toBe(true)
    expect(steps).toEqual([])
  })
})
