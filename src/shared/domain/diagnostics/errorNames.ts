// The class of an error, as one of a list: a name made at run time may be anything.

/** The classes of errors that are named. Every other one is `other`. */
export const errorNames = [
  'Error',
  'TypeError',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'EvalError',
  'URIError',
  'AggregateError',
  'AppError',
  'SqliteError',
  'DrizzleError',
  'DrizzleQueryError',
  'ZodError',
  'DOMException',
  'Failure',
  'other',
] as const
export type ErrorName = (typeof errorNames)[number]

const known: ReadonlySet<unknown> = new Set(errorNames)

/** The class of a thrown value. Never throws. */
export function namedError(thrown: unknown): ErrorName {
  // Any property of a thrown value may throw.
  try {
    const { name, constructor } = thrown as { name?: unknown; constructor?: { name?: unknown } }
    return ([name, constructor?.name].find((one) => known.has(one)) as ErrorName | undefined) ?? 'other'
  } catch {
    return 'other'
  }
}
