// What may be stored of an error without quoting anybody: its class, and the places in our own code that it came from. Its
// message may hold a client's words, its stack a folder of this computer; neither is taken over. Every
// word comes from a list of ours, every number is a place in our own code.
import { z } from 'zod'
import { errorNames, namedError, type ErrorName } from './errorNames.ts'

const errorName = z.enum(errorNames)

const mostErrors = 3
const mostFrames = 12

/** A line or column, from 1. */
const position = z.int().min(1).max(9_999_999)

/** A step of a stack as it was read, before it is known to be in our own code. Never stored, never shown. */
const frame = z.strictObject({ path: z.string(), line: position, column: position, functionName: z.string() })
type Frame = z.infer<typeof frame>

export interface ReadError {
  readonly name: ErrorName
  readonly frames: readonly Frame[]
}

/** The same as a page may send it to main: the bare name of a script's file, and no function's. */
export const pageTrace = z
  .array(
    z.strictObject({
      name: errorName,
      frames: z
        .array(frame.extend({ path: z.string().regex(/^[\w-]{1,60}\.js$/), functionName: z.literal('') }))
        .max(mostFrames),
    }),
  )
  .max(mostErrors)
export type PageTrace = z.infer<typeof pageTrace>

/** An error and its causes, outermost first, as they are stored: `main/index.js:12:34 start`. */
export const trace = z
  .array(
    z.strictObject({
      name: errorName,
      frames: z
        .array(
          z
            .string()
            .max(240)
            .regex(/^[\w./-]+:\d{1,7}:\d{1,7}( [\w$]+)?$/),
        )
        .max(mostFrames),
    }),
  )
  .max(mostErrors)
export type Trace = z.infer<typeof trace>

/** The app's own code. */
export interface OwnCode {
  /** Every file, relative to the app's folder, with forward slashes. */
  readonly files: readonly string[]
  /** The text of one of them. */
  textOf(file: string): string
}

/** Reads the class and the steps of any thrown value, and of its causes. Never throws. */
export function readTrace(thrown: unknown): ReadError[] {
  const errors: ReadError[] = []
  let next = thrown
  do {
    const [error, cause] = readError(next)
    errors.push(error)
    next = cause
  } while (next != null && errors.length < mostErrors)
  return errors
}

/** The same for a page, which sends only what main can look up. */
export const readPageTrace = (thrown: unknown): PageTrace =>
  readTrace(thrown).map(({ name, frames }) => ({
    name,
    frames: frames.flatMap(({ path, line, column }) => {
      const file = pathParts(path).at(-1) ?? ''
      return /^[\w-]{1,60}\.js$/.test(file) ? [{ path: file, line, column, functionName: '' as const }] : []
    }),
  }))

/** Reduces each step to what our own code has: the file, the place in it, and the name of a function that it defines. */
export function scrubTrace(errors: readonly ReadError[], code: OwnCode): Trace {
  const known = new Map<string, KnownFile>()
  const knownFile = (file: string) => {
    const found = known.get(file) ?? readCode(code.textOf(file))
    known.set(file, found)
    return found
  }
  return errors.map(({ name, frames }) => ({
    name,
    frames: frames.flatMap(({ path, line, column, functionName }) => {
      const file = ownFile(path, code.files)
      if (file === undefined) return []
      const { lineLengths, defines } = knownFile(file)
      const length = lineLengths[line - 1]
      if (length === undefined || column > length + 1) return []
      const place = `${file}:${line}:${column}`
      const bareName = bareNameOf(functionName)
      return [defines(bareName) ? `${place} ${bareName}` : place]
    }),
  }))
}

function readError(thrown: unknown): [ReadError, unknown] {
  // Any property of a thrown value may throw.
  try {
    if (typeof thrown !== 'object' || thrown === null) return [{ name: 'other', frames: [] }, undefined]
    const { message, stack, cause } = thrown as Record<keyof Error, unknown>
    return [{ name: namedError(thrown), frames: framesOf(stack, message) }, cause]
  } catch {
    return [{ name: 'other', frames: [] }, undefined]
  }
}

/** The steps of a stack as V8 writes it. Lines of the message in front of them never count, whatever their form. */
function framesOf(stack: unknown, message: unknown): Frame[] {
  if (typeof stack !== 'string') return []
  const said = typeof message === 'string' ? stack.indexOf(message) : -1
  const steps = said < 0 ? stack : stack.slice(said + (message as string).length)
  return steps.slice(0, 20_000).split('\n', 100).flatMap(readFrame).slice(0, mostFrames)
}

function readFrame(text: string): Frame[] {
  const step = /^ {4}at (.+):(\d{1,7}):(\d{1,7})\)?$/u.exec(text.trimEnd())
  if (step === null) return []
  const [, before = '', line, column] = step
  const bracket = before.indexOf(' (')
  const read = frame.safeParse({
    path: bracket < 0 ? before : before.slice(bracket + 2),
    line: Number(line),
    column: Number(column),
    functionName: bracket < 0 ? '' : before.slice(0, bracket),
  })
  return read.success ? [read.data] : []
}

const pathParts = (path: string): string[] => path.replace(/[?#].*$/su, '').split(/[/\\]/u)

/** Our file that a path ends in: of several with one name the one whose folders fit best. */
function ownFile(path: string, files: readonly string[]): string | undefined {
  const parts = pathParts(path).toReversed()
  const fit = (file: string) => {
    const own = file.split('/').toReversed()
    const other = own.findIndex((part, at) => part !== parts[at])
    return other < 0 ? own.length : other
  }
  let best: string | undefined
  let bestFit = 0
  for (const file of files) {
    const found = fit(file)
    if (found > bestFit) [best, bestFit] = [file, found]
  }
  return best
}

/** `Store.save` of `async Store.save [as put]`. */
const bareNameOf = (functionName: string): string =>
  functionName
    .replace(/^(?:async |new |get |set )+/u, '')
    .replace(/ \[as .*$/su, '')
    .split('.')
    .at(-1) ?? ''

interface KnownFile {
  readonly lineLengths: readonly number[]
  /** Whether it defines a function or class of that name. */
  defines(name: string): boolean
}

const identifier = String.raw`([A-Za-z_$][\w$]{0,59})`
/** Where a script names a function or a class itself: a name made at run time may be anything. */
const definitions = [
  String.raw`\bfunction\s*\*?\s+${identifier}\s*[(<]`,
  String.raw`\bclass\s+${identifier}\s*(?:extends\s+[\w$.]+\s*)?\{`,
  String.raw`\b(?:const|let|var)\s+${identifier}\s*=\s*(?:async\s*)?(?:function\b|\(|[\w$]+\s*=>)`,
  // Methods and functions in an object, each at the beginning of its line.
  String.raw`^[ \t]*(?:(?:static|async|get|set)[ \t]+)*${identifier}\([^\n]*\{[ \t]*$`,
  String.raw`^[ \t]*${identifier}:[ \t]*(?:async[ \t]*)?(?:function\b|\([^\n]*=>|[\w$]+[ \t]*=>)`,
].map((source) => new RegExp(source, 'gmu'))

function readCode(text: string): KnownFile {
  let names: ReadonlySet<string> | undefined
  const definedNames = () =>
    new Set(definitions.flatMap((pattern) => [...text.matchAll(pattern)].map(([, name = '']) => name)))
  return {
    lineLengths: text.split('\n').map(({ length }) => length),
    // A page sends no names, and its scripts are large.
    defines: (name) => name !== '' && (names ??= definedNames()).has(name),
  }
}
