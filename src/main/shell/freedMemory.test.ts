import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { overwriteFreedMemory, overwriteJustFreed, overwritingAfterKeys } from './freedMemory.ts'

it('overwriting freed memory takes pieces of every size, from a few words to a megabyte, several of each', async () => {
  const taken = new Map<number, number>()
  await overwriteFreedMemory((bytes) => taken.set(bytes, (taken.get(bytes) ?? 0) + 1))
  const sizes = [...taken.keys()]
  expect([sizes[0], sizes.at(-1)]).toEqual([32, 2 ** 20])
  for (const [at, size] of sizes.slice(1).entries()) {
    const before = sizes[at] ?? 0
    expect(size - before).toBeLessThanOrEqual(Math.max(16, before / 8))
  }
  expect(Math.min(...taken.values())).toBeGreaterThanOrEqual(4)
})

it('overwriting freed memory works with the memory of the process itself', async () => {
  await expect(overwriteFreedMemory()).resolves.toBeUndefined()
})

it('overwriting what was just freed takes a few pieces of every size that a typed text has', () => {
  const taken = new Map<number, number>()
  overwriteJustFreed((bytes) => taken.set(bytes, (taken.get(bytes) ?? 0) + 1))
  const sizes = [...taken.keys()]
  expect([sizes[0], sizes.at(-1)]).toEqual([32, 2 ** 16])
  expect(Math.min(...taken.values())).toBeGreaterThanOrEqual(2)
  expect(Math.max(...taken.values())).toBeLessThanOrEqual(16)
})

it('overwriting what was just freed works with the memory of the process itself', () => {
  expect(() => overwriteJustFreed()).not.toThrow()
})

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

it('keys that are pressed one after the other are followed by one overwriting in each fifth of a second', () => {
  const overwrite = vi.fn<() => void>()
  const pressed = overwritingAfterKeys(overwrite)
  pressed()
  pressed()
  expect(overwrite).not.toHaveBeenCalled()
  vi.advanceTimersByTime(200)
  expect(overwrite).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(1000)
  pressed()
  vi.advanceTimersByTime(200)
  expect(overwrite).toHaveBeenCalledTimes(2)
})
