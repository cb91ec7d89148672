// Writing a small file so that a crash leaves the old one or the new one, never half of one.
import { closeSync, constants, fsyncSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { syncFolder } from '../durable.ts'
import { openOrdinary } from '../ordinaryFile.ts'
import { renameWithRetry } from '../renaming.ts'

/** What a file is called until it is complete. */
export const unfinishedSuffix = '.unfinished'

/** Replaces a file in one step and waits until it is on the disk. Throws the node error of what failed. */
export function writeFileSafely(file: string, content: string): void {
  const unfinished = file + unfinishedSuffix
  try {
    const handle = openOrdinary(unfinished, constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC, 0o600)
    try {
      writeFileSync(handle, content)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameWithRetry(unfinished, file)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
  syncFolder(dirname(file))
}
