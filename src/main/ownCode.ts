// The files of the app's own code, so that a trace can be checked against them.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OwnCode } from '#shared/domain/diagnostics/trace.ts'

/**
 * The code in a folder. It is read when a trace is read for the first time; unreadable files are left out.
 * @param folder absolute
 */
export function ownCodeIn(folder: string): OwnCode {
  let files: readonly string[] | undefined
  return {
    get files() {
      return (files ??= list(folder))
    },
    textOf(file) {
      try {
        return readFileSync(join(folder, file), 'utf8')
      } catch {
        return ''
      }
    },
  }
}

/** Step by step: not every Electron lists the folders within its archive at once. */
function list(folder: string, within = ''): string[] {
  try {
    return readdirSync(join(folder, within), { withFileTypes: true }).flatMap((found) => {
      const name = `${within}${found.name}`
      if (found.isDirectory()) return list(folder, `${name}/`)
      return /\.(?:js|cjs|ts|tsx)$/.test(name) ? [name] : []
    })
  } catch {
    return []
  }
}
