// Overwrites what Chromium has freed in this process. It tells its own process the text around the caret after every key,
// for input methods, and nobody can keep it from that; the text is freed a moment later, but not overwritten. Memory that
// is asked for and filled takes the place of what was freed, size by size.
import { createSecretKey } from 'node:crypto'
import { setImmediate as breath, setTimeout as pause } from 'node:timers/promises'

const smallest = 32
/** Anything larger is given back to the system when it is freed. */
const largest = 2 ** 20
/** How much is taken of each size, in bytes. With a quarter of it hundreds of copies stayed. */
const takenOfEach = 512 * 1024
/** Threads keep what they have freed for a moment, where nobody else can take it: later passes find it. */
const pauses = [0, 300, 300, 600, 900]
const fewest = 4
/** After a save, in milliseconds: the page saves when the writing rests, and the threads have handed back what they freed. */
const longEnoughAPause = 500

/** Takes memory of a size, in bytes, outside of JavaScript's own heap, and fills it. */
type Take = (bytes: number) => unknown

const zeros = Buffer.alloc(largest)
// A secret key is copied into memory of its own size. BoringSSL keeps eight bytes beside it, Chromium up to eight more.
const takeKey: Take = (bytes) => createSecretKey(zeros.subarray(0, bytes - 16))

/** The sizes in which memory is handed out: eight to each power of two, in steps of sixteen bytes or more. */
function sizes(): readonly number[] {
  const all: number[] = []
  for (let size = smallest; size <= largest; size += Math.max(16, 2 ** Math.floor(Math.log2(size)) / 8)) all.push(size)
  return all
}

/** Overwrites freed memory. Takes some tenths of a second, in pieces of some milliseconds. */
export async function overwriteFreedMemory(take: Take = takeKey): Promise<void> {
  for (const size of sizes()) {
    const count = Math.max(fewest, takenOfEach / size)
    // All of a size at once: what is let go in between would only be taken again.
    const taken: unknown[] = []
    for (let piece = 0; piece < count; piece += 1) taken.push(take(size))
    await breath()
  }
}

/**
 * Makes a word that a page has written. When nobody writes for a moment, what was freed meanwhile is overwritten, so that a
 * lock finds the last words alone, and little of them under something that lives on.
 */
export function makeWritingPause(overwrite: () => Promise<void> = overwriteFreedMemory): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isRunning = false
  const run = async () => {
    if (isRunning) return
    isRunning = true
    await overwrite()
    isRunning = false
  }
  return () => {
    clearTimeout(timer)
    timer = setTimeout(() => void run(), longEnoughAPause)
    timer.unref()
  }
}

/** The same again and again for some seconds. */
export async function overwriteFreedMemoryOften(): Promise<void> {
  for (const milliseconds of pauses) {
    await pause(milliseconds)
    await overwriteFreedMemory()
  }
}
