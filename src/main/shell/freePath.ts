// A path that does not exist yet.
import { existsSync } from 'node:fs'
import { dirname, extname, join, basename } from 'node:path'

/** The path itself, or with a number before its ending where something is there: `Seal.txt`, `Seal (2).txt`, … */
export function freePath(path: string): string {
  const ending = extname(path)
  const stem = join(dirname(path), basename(path, ending))
  let found = path
  for (let number = 2; existsSync(found); number += 1) found = `${stem} (${number})${ending}`
  return found
}
