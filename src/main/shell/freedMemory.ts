// Overwrites what Chromium has freed in this process. It gets the text around the caret after every key,
// for input methods, which cannot be prevented; the text is freed a moment later, but not overwritten. Memory that
// is allocated and filled takes the place of what was freed, size by size.
import { createSecretKey } from 'node:crypto'
import { setImmediate as breath, setTimeout as pause } from 'node:timers/promises'

const smallest = 32
/** Anything larger is returned to the system when it is freed. */
const largest = 2 ** 20
/** How much is allocated of each size, in bytes. With a quarter of it hundreds of copies stayed. */
const takenOfEach = 512 * 1024
/** Threads cache what they have freed for a moment, where nobody else can allocate it: later passes reach it. */
const pauses = [0, 600, 900, 1200]
const fewest = 4

/**
 * While somebody types: how much is allocated of each size. What was freed last is allocated first, so a little is enough.
 * Texts larger than `largestTyped` bytes wait for the lock.
 */
const takenWhileTyping = { largestTyped: 2 ** 16, bytesOfEach: 8 * 1024, fewest: 2, most: 16 }
const afterKey = 200

/** Allocates memory of a size, in bytes, outside of JavaScript's own heap, and fills it. */
type Take = (bytes: number) => unknown

const zeros = Buffer.alloc(largest)
// A secret key is copied into memory of its own size. BoringSSL keeps eight bytes beside it, Chromium up to eight more.
const takeKey: Take = (bytes) => createSecretKey(zeros.subarray(0, bytes - 16))

/** The size classes of the allocator: eight to each power of two, in steps of sixteen bytes or more. */
function sizes(upTo = largest): readonly number[] {
  const all: number[] = []
  for (let size = smallest; size <= upTo; size += Math.max(16, 2 ** Math.floor(Math.log2(size)) / 8)) all.push(size)
  return all
}

/** Overwrites freed memory. Takes some tenths of a second, in pieces of some milliseconds. */
export async function overwriteFreedMemory(take: Take = takeKey): Promise<void> {
  for (const size of sizes()) {
    const count = Math.max(fewest, takenOfEach / size)
    // All of a size at once: what is released in between would only be allocated again.
    const taken: unknown[] = []
    for (let piece = 0; piece < count; piece += 1) taken.push(take(size))
    await breath()
  }
}

/** Overwrites what was freed just now, at once: some milliseconds. */
export function overwriteJustFreed(take: Take = takeKey): void {
  const { largestTyped, bytesOfEach, fewest: least, most } = takenWhileTyping
  for (const size of sizes(largestTyped)) {
    const count = Math.min(most, Math.max(least, bytesOfEach / size))
    const taken: unknown[] = []
    for (let piece = 0; piece < count; piece += 1) taken.push(take(size))
  }
}

/**
 * @returns to be called with each key that is pressed: overwrites what was freed a moment later, before anything that
 * stays is put over a part of it
 */
export function overwritingAfterKeys(overwrite: () => void = overwriteJustFreed): () => void {
  let isDue = false
  return () => {
    if (isDue) return
    isDue = true
    setTimeout(() => {
      isDue = false
      overwrite()
    }, afterKey).unref()
  }
}

/** The same as {@link overwriteFreedMemory} repeatedly for some seconds. */
export async function overwriteFreedMemoryOften(): Promise<void> {
  for (const milliseconds of pauses) {
    await pause(milliseconds)
    await overwriteFreedMemory()
  }
}
