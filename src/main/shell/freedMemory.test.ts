import { expect, it } from 'vitest'
import { overwriteFreedMemory } from './freedMemory.ts'

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
