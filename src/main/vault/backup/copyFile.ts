// Copies a large file without blocking anybody, and reads back what was written.
import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { openOrdinaryAsync } from '../../ordinaryFile.ts'

/** Bytes that are read and hashed at once: 2 ms of a slow processor. */
export const stretch = 512 * 1024

/** @param onBytes called with how many bytes are done, after each stretch; what it throws ends the work */
export type OnBytes = (done: number) => void

/**
 * Writes a copy and waits until it is on the disk.
 * @throws the node error of what failed, AppError NOT_A_FILE for a pipe, and what `onBytes` throws; the copy is then left as far as it came
 */
export async function copyDurably(from: string, to: string, onBytes: OnBytes = () => undefined): Promise<void> {
  const source = await openOrdinaryAsync(from)
  try {
    const target = await open(to, 'wx', 0o600)
    try {
      const buffer = Buffer.allocUnsafe(stretch)
      for (let done = 0; ;) {
        // oxlint-disable no-await-in-loop -- one stretch after the other
        const { bytesRead } = await source.read(buffer, 0, stretch, done)
        if (bytesRead === 0) break
        let written = 0
        while (written < bytesRead) {
          const { bytesWritten } = await target.write(buffer, written, bytesRead - written, done + written)
          written += bytesWritten
        }
        // oxlint-enable no-await-in-loop
        done += bytesRead
        onBytes(done)
      }
      await target.sync()
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
}

/** The SHA-256 of a file, in hexadecimal digits. Throws the node error, and what `onBytes` throws. */
export async function hashOf(file: string, onBytes: OnBytes = () => undefined): Promise<string> {
  const hash = createHash('sha256')
  const handle = await openOrdinaryAsync(file)
  try {
    const buffer = Buffer.allocUnsafe(stretch)
    for (let done = 0; ;) {
      // oxlint-disable-next-line no-await-in-loop -- one stretch after the other
      const { bytesRead } = await handle.read(buffer, 0, stretch, done)
      if (bytesRead === 0) return hash.digest('hex')
      hash.update(buffer.subarray(0, bytesRead))
      done += bytesRead
      onBytes(done)
    }
  } finally {
    await handle.close()
  }
}
