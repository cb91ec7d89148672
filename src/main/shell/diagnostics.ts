// The log of bugs: a small file of the profile, the newest first, that holds nobody's words.
import { readFileSync, rmSync } from 'node:fs'
import { release } from 'node:os'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { isChannel, type Output } from '#shared/contract/contract.ts'
import {
  readTrace,
  scrubTrace,
  trace,
  type OwnCode,
  type PageTrace,
  type Trace,
} from '#shared/domain/diagnostics/trace.ts'
import { AppError } from '#main/appError.ts'
import type { FailureReport } from '../services/process/messages.ts'
import { writeFileSafely } from '../vault/writeFileSafely.ts'
import type { FileDialogs } from './fileDialogs.ts'
import { writeFileAtomically } from './writeFileAtomically.ts'

/** Entries, and characters of the whole file, which are all ASCII. */
const most = { entries: 200, characters: 64 * 1024 }
/** An error that repeats adds nothing new: at most this many entries are stored within a minute. */
const mostInAMinute = 30

const whatFailed = z.enum([
  'an operation of the services',
  'an operation of main',
  'the services, uncaught',
  'main, uncaught',
  'a page, uncaught',
  'the services ended',
  'a page ended',
])
type WhatFailed = z.infer<typeof whatFailed>

const entry = z.strictObject({
  /** UTC. */
  at: z.iso.datetime(),
  versions: z
    .string()
    .max(160)
    .regex(/^[\w ;.-]+$/),
  what: whatFailed,
  /** Null where it was in none that the contract has. */
  operation: z.string().refine(isChannel).nullable().catch(null),
  code: z.literal('INTERNAL'),
  errors: trace,
})
type Entry = z.infer<typeof entry>

const fileFormat = z.strictObject({
  format: z.literal('palpate-diagnostics'),
  version: z.literal(1),
  entries: z.array(entry).max(most.entries),
})

const textOf = (entries: readonly Entry[]): string =>
  entries.length === 0 ? '' : `${JSON.stringify({ format: 'palpate-diagnostics', version: 1, entries }, null, 2)}\n`

/** As many of the newest as there is room for. */
function bounded(entries: readonly Entry[]): readonly Entry[] {
  let kept = entries.slice(0, most.entries)
  while (textOf(kept).length > most.characters) kept = kept.slice(0, -1)
  return kept
}

/** The app's and the system's versions, without anything that somebody may have named. */
export function versionsWith(appVersion: string): string {
  const numbers = (text: string | undefined) => /^\d{1,6}(?:\.\d{1,6}){0,4}/.exec(text ?? '')?.[0] ?? 'none'
  const { electron, chrome } = process.versions
  return [
    `Palpate ${numbers(appVersion)}`,
    `Electron ${numbers(electron)}`,
    `Chromium ${numbers(chrome)}`,
    `${process.platform} ${numbers(release())} ${process.arch}`,
  ].join('; ')
}

export interface DiagnosticsSteps extends Pick<FileDialogs, 'askForTarget'> {
  /** Absolute path of the log file. */
  readonly file: string
  /** See {@link versionsWith}. */
  readonly versions: string
  readonly code: OwnCode
  /** UTC, `YYYY-MM-DDTHH:mm:ss.sssZ`. */
  now(): string
  /** The local day, `YYYY-MM-DD`. */
  today(): string
  /** Where files are suggested to be, absolute. */
  readonly documentsFolder: string
}

export interface Diagnostics {
  /** Stores that a bug made something fail. Never throws. */
  keep(what: WhatFailed, operation: string | null, errors: Trace): void
  /** The same for what the services report. */
  keepOfServices(failure: FailureReport): void
  /** The same for what a page has read of an error; `operation` where it failed in one. */
  keepOfPage(errors: PageTrace, operation: string | null): void
  /** The same for an error of this process. */
  keepError(what: WhatFailed, operation: string | null, error: unknown): void
  /** The whole file, for a window to show; empty for nothing. */
  show(windowId: number): string
  /** Asks for a place and writes there what the window showed last. */
  save(windowId: number): Promise<Output<'diagnostics:save'>>
  clear(): void
  /** Restores what was cleared last. */
  bringBack(): void
}

const kind = { name: 'Diagnostics', extensions: ['json'] }

export function makeDiagnostics(steps: DiagnosticsSteps): Diagnostics {
  const { file, versions, code, now } = steps
  const shown = new Map<number, string>()
  let cleared: readonly Entry[] = []
  let read: readonly Entry[] | undefined

  const entries = () => (read ??= entriesIn(file))

  /** What cannot be written stays in memory until the app ends, and is written with the next. */
  function put(next: readonly Entry[]): void {
    read = bounded(next)
    try {
      if (read.length === 0) rmSync(file, { force: true })
      else writeFileSafely(file, textOf(read))
    } catch {
      // A file for defects must not become one.
    }
  }

  function keep(what: WhatFailed, operation: string | null, errors: Trace): void {
    const at = now()
    const earlier = entries()[mostInAMinute - 1]
    // A clock that was set back does not stop the log.
    if (earlier && Math.abs(Date.parse(at) - Date.parse(earlier.at)) < 60_000) return
    const made = entry.safeParse({ at, versions, what, operation, code: 'INTERNAL', errors })
    if (made.success) put([made.data, ...entries()])
  }

  return {
    keep,
    keepOfServices({ operation, errors }) {
      keep(operation === null ? 'the services, uncaught' : 'an operation of the services', operation, errors)
    },
    keepOfPage: (errors, operation) => keep('a page, uncaught', operation, scrubTrace(errors, code)),
    keepError(what, operation, error) {
      keep(what, operation, scrubTrace(readTrace(error), code))
    },
    show(windowId) {
      const text = textOf(entries())
      shown.set(windowId, text)
      return text
    },
    async save(windowId) {
      const text = shown.get(windowId) ?? ''
      const suggested = join(steps.documentsFolder, `Palpate diagnostics ${steps.today()}.json`)
      const target = await steps.askForTarget(suggested, kind)
      if (target === null) throw new AppError('CANCELLED')
      await writeFileAtomically(target, Buffer.from(text), new AbortController().signal)
      return { fileName: basename(target) }
    },
    clear() {
      cleared = entries()
      put([])
    },
    bringBack() {
      put([...entries(), ...cleared])
      cleared = []
    },
  }
}

/** Nothing where the file is missing, damaged, or not ours. */
function entriesIn(file: string): readonly Entry[] {
  try {
    return fileFormat.parse(JSON.parse(readFileSync(file, 'utf8'))).entries
  } catch {
    return []
  }
}

/** Stores every uncaught error of this process. Its effect stays as it was. */
export function watchMain({ keepError }: Pick<Diagnostics, 'keepError'>): void {
  const keep = (error: unknown) => keepError('main, uncaught', null, error)
  process.on('uncaughtExceptionMonitor', keep)
  // Electron goes on after an unhandled rejection. Node alone ends with it, which the monitor observes.
  if (process.versions.electron !== undefined) process.on('unhandledRejection', keep)
}
