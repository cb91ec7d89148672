// Names that nothing has yet: the wished one, or with a number behind it: `Seal.txt`, `Seal (2).txt`, …
import { existsSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'

const numbered = (stem: string, ending: string, number: number): string =>
  number === 1 ? stem + ending : `${stem} (${number})${ending}`

function firstFree(stem: string, ending: string): string {
  let number = 1
  while (existsSync(numbered(stem, ending, number))) number += 1
  return numbered(stem, ending, number)
}

/** A free path for a file: the number stands before its ending. */
export function freeFile(path: string): string {
  const ending = extname(path)
  return firstFree(join(dirname(path), basename(path, ending)), ending)
}

/** A free path for a folder: the number stands at its end, whatever the name has dots for. */
export const freeFolder = (path: string): string => firstFree(path, '')

/**
 * The same on a disk that may not answer.
 * @param isTaken whether something lies under a path
 */
export async function freeFolderOn(path: string, isTaken: (path: string) => Promise<boolean>): Promise<string> {
  let number = 1
  // oxlint-disable-next-line no-await-in-loop -- until one is free
  while (await isTaken(numbered(path, '', number))) number += 1
  return numbered(path, '', number)
}
