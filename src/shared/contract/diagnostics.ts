// Operations on the log of bugs: places in the app's own code, and nothing else.
import { z } from 'zod'
import { pageTrace } from '../domain/diagnostics/trace.ts'
import { shell } from './operation.ts'

const nothing = z.strictObject({})

export const diagnosticsOperations = {
  /** The whole log; empty when there is none. */
  'diagnostics:get': shell(nothing, z.strictObject({ text: z.string() })),
  /** Asks for a place and writes there what was shown to this window last. Answers with the file's bare name, or CANCELLED. */
  'diagnostics:save': shell(nothing, z.strictObject({ fileName: z.string() })),
  /** Clears the log. */
  'diagnostics:clear': shell(nothing, nothing),
  /** Restores what was cleared last, until the app ends. */
  'diagnostics:bringBack': shell(nothing, nothing),
  /** Reports an uncaught error of a page, or why an operation failed before it had left the page. */
  'diagnostics:report': shell(
    z.strictObject({ errors: pageTrace, operation: z.string().max(60).nullable().optional() }),
    nothing,
  ),
} as const
