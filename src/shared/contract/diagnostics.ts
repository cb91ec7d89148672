// Operations on what is kept when something goes wrong in the app: where in its own code, and nothing else.
import { z } from 'zod'
import { pageTrace } from '../domain/diagnostics/trace.ts'
import { shell } from './operation.ts'

const nothing = z.strictObject({})

export const diagnosticsOperations = {
  /** The whole file as it stands; empty when nothing is kept. */
  'diagnostics:get': shell(nothing, z.strictObject({ text: z.string() })),
  /** Asks for a place and writes there what was shown to this window last. Answers with the file's bare name, or CANCELLED. */
  'diagnostics:save': shell(nothing, z.strictObject({ fileName: z.string() })),
  /** Removes all that is kept. */
  'diagnostics:clear': shell(nothing, nothing),
  /** Brings back what was removed last, until the app ends. */
  'diagnostics:bringBack': shell(nothing, nothing),
  /** Something failed in a page where nobody caught it. */
  'diagnostics:report': shell(z.strictObject({ errors: pageTrace }), nothing),
} as const
