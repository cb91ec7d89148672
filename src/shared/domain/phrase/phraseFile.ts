// The file for exporting and importing phrases.
import { z } from 'zod'
import { phraseFields, type PhraseFields } from './phrase.ts'

const format = 'palpate-phrases'
const version = 1
/** The most phrases that one file may hold. */
export const mostPhrasesInFile = 2000
/** The largest file that is read, in bytes. */
export const largestPhraseFile = 4 * 1024 * 1024

/** Why a file's phrases cannot be read: another program's, a newer Palpate's, or not whole. */
export const phraseFileProblems = ['foreign', 'newer', 'damaged'] as const
export type PhraseFileProblem = (typeof phraseFileProblems)[number]

export type PhraseFileReading =
  | { readonly ok: true; readonly phrases: PhraseFields[] }
  | { readonly ok: false; readonly problem: PhraseFileProblem }

const file = z.strictObject({
  format: z.literal(format),
  version: z.literal(version),
  phrases: z.array(phraseFields).max(mostPhrasesInFile),
})

/** The file's text: JSON, one phrase after the other in the order that is given. */
export function writePhraseFile(phrases: readonly PhraseFields[]): string {
  const stored = phrases.map(({ abbreviation, section, text }) => ({ abbreviation, section, text }))
  return `${JSON.stringify({ format, version, phrases: stored }, null, 2)}\n`
}

/** Reads a file's text. Strict: a file that is not understood completely is not read at all. */
export function readPhraseFile(text: string): PhraseFileReading {
  const json = jsonOf(text.replace(/^\ufeff/, ''))
  if (json === undefined) return { ok: false, problem: text.includes(`"${format}"`) ? 'damaged' : 'foreign' }
  const head = z.object({ format: z.literal(format), version: z.unknown() }).safeParse(json)
  if (!head.success) return { ok: false, problem: 'foreign' }
  const written = head.data.version
  if (typeof written === 'number' && Number.isInteger(written) && written > version)
    return { ok: false, problem: 'newer' }
  const whole = file.safeParse(json)
  return whole.success ? { ok: true, phrases: whole.data.phrases } : { ok: false, problem: 'damaged' }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
